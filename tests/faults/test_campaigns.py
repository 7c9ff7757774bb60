"""Every campaign of one server in its daily size: nothing acknowledged is lost, nothing is doubled (./dev faults runs them alone)."""

import unittest

from tests.faults.campaign import end_tidily
from tests.faults.campaigns import of_suite
from tests.faults.records import keep, merge


def setUpModule():
    end_tidily()


class Campaign(unittest.TestCase):
    """One case for each campaign; the seed is new each time and is printed."""

    runs_apart = True

    def survive(self, entry):
        entry.must_be_possible()
        outcome = entry.run(entry.daily)
        keep(outcome)
        merge([outcome])
        self.assertEqual(outcome.findings, [], f"again with: ./dev faults --seed {outcome.seed} {entry.name}")


class Campaigns(Campaign):
    runs_first = True


class LoneCampaigns(Campaign):
    runs_alone = True


for entry in of_suite("faults"):
    def case(self, entry=entry):
        self.survive(entry)
    name = "".join(word.capitalize() for word in entry.name.split("-"))
    setattr(LoneCampaigns if entry.alone else Campaigns,
            f"test_GivenPeopleWhoTalk_When{name}_ThenWhatWasPromisedHolds", case)
