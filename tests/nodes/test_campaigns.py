"""People talk at several nodes while things go wrong: nothing acknowledged is lost, nothing is doubled, and every
listener at every node hears one order without a hole (tests/faults has the checker, and ./dev faults runs them
alone, with a seed, and in the size of a night)."""

import unittest

from tests.authz.figures import keep
from tests.faults import records
from tests.faults.campaign import end_tidily
from tests.faults.campaigns import of_suite


def setUpModule():
    end_tidily()


class Campaigns(unittest.TestCase):
    runs_first = runs_apart = True
    entries = {entry.name: entry for entry in of_suite("nodes")}

    def survive(self, name):
        entry = self.entries[name]
        entry.must_be_possible()
        outcome = entry.run(entry.daily)
        records.keep(outcome)
        records.merge([outcome], "nodes")
        self.assertEqual(outcome.findings, [], f"again with: ./dev faults --seed {outcome.seed} {name}")
        return outcome

    def keep_delay(self, outcome):
        milliseconds = outcome.notes["slowest_s"] * 1000
        keep("nodes_bus_dead_max_delay_ms", milliseconds, "ms", 3000, at_least=False)
        self.assertLess(milliseconds, 10_000)

    def test_GivenNoBus_WhenPeopleTalkAtTwoNodes_ThenAllIsHeardWithinSeconds(self):
        self.keep_delay(self.survive("no-bus"))

    def test_GivenABus_WhenItIsKilledAgainAndAgain_ThenAllIsHeardWithinSeconds(self):
        self.keep_delay(self.survive("bus-killed"))

    def test_GivenTwoNodes_WhenOneIsKilled_ThenWhatWasPromisedHolds(self):
        self.survive("node-killed")

    def test_GivenTwoNodes_WhenOneIsStoppedAsPlanned_ThenNoSendFails(self):
        self.survive("node-stopped")

    def test_GivenOneNode_WhenItIsRestartedAsPlanned_ThenNoSendFails(self):
        self.survive("only-node-stopped")

    def test_GivenTwoNodes_WhenTheirDatabaseCrashesOrFreezes_ThenTheyComeBackByThemselves(self):
        self.survive("database")

    def test_GivenThreeNodes_WhenTheirLinesToTheDatabaseBreak_ThenWhatWasPromisedHolds(self):
        self.survive("lines")

    def test_GivenTheCampaigns_WhenCounted_ThenEachOfNodesStandsHere(self):
        self.assertEqual(len(self.entries), sum(name.startswith("test_") for name in dir(self)) - 1)
