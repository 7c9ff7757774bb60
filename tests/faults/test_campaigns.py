"""Every campaign of one server in its daily size: nothing acknowledged is lost, nothing is doubled (./dev faults runs them alone)."""

import unittest

from tests.faults.campaign import end_tidily
from tests.faults.campaigns import of_suite
from tests.faults.records import keep, merge


def setUpModule():
    end_tidily()


class Campaigns(unittest.TestCase):
    """One case for each campaign; the seed is new each time and is printed."""

    outcomes = []

    @classmethod
    def tearDownClass(cls):
        if len(cls.outcomes) == len(of_suite("faults")):
            merge(cls.outcomes)

    def survive(self, entry):
        entry.must_be_possible()
        outcome = entry.run(entry.daily)
        self.outcomes.append(outcome)
        keep(outcome)
        self.assertEqual(outcome.findings, [], f"again with: ./dev faults --seed {outcome.seed} {entry.name}")


for entry in of_suite("faults"):
    def case(self, entry=entry):
        self.survive(entry)
    name = "".join(word.capitalize() for word in entry.name.split("-"))
    setattr(Campaigns, f"test_GivenPeopleWhoTalk_When{name}_ThenWhatWasPromisedHolds", case)
