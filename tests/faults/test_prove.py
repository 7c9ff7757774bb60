"""The proof of the checker (prove.py) is itself no blind eye: what it calls caught, and what its bugs say."""

import pathlib
import tempfile
import unittest

from tests.faults.checker import rules
from tests.faults.planted import Bug, bugs, read
from tests.faults.proof import Proof, limit, write_table
from tests.faults.prove import campaigns

bug = Bug(pathlib.Path("bugs/a-bug.patch"), "It forgets.", "kill", 5, "C1")
lost, order = "C1 (lost): a send", "C4 (room): a hole"


def proof(*runs, honest=()):
    made = Proof(bug)
    for findings, seconds in runs:
        made.take(findings, seconds)
    for findings in honest:
        made.take_honest(findings)
    return made


class Prove(unittest.TestCase):
    def test_GivenSeeds_WhenNineOfTenShowTheBug_ThenItIsCaughtAndNotWithLess(self):
        self.assertTrue(proof(*[([lost, order], 5)] * 9, ([order], 5)).is_caught())
        self.assertFalse(proof(*[([lost, order], 5)] * 8, *[([order], 5)] * 2).is_caught())
        self.assertFalse(proof().is_caught())

    def test_GivenARun_WhenItShowsNothingOrTooLateOrOnlyAnotherRule_ThenItCaughtNothing(self):
        for findings, seconds in (([], 5), (None, 5), ([lost], limit + 1), ([order], 5), (["hardly anything was sent"], 5)):
            with self.subTest(findings=findings, seconds=seconds):
                self.assertFalse(proof((findings, seconds)).is_caught())

    def test_GivenTheProgramAsItIs_WhenItIsAccused_ThenTheProofIsWorthNothing(self):
        self.assertTrue(proof(([lost], 5), honest=[[]]).is_caught())
        self.assertFalse(proof(([lost], 5), honest=[[order]]).is_caught())
        self.assertFalse(proof(([lost], 5), honest=[None]).is_caught())

    def test_GivenThePlantedBugs_WhenRead_ThenEachNamesACampaignAndARuleThereAre(self):
        known = bugs()
        self.assertGreaterEqual(len(known), 12)
        for each in known:
            with self.subTest(each.name):
                self.assertIn(each.campaign, campaigns)
                self.assertIn(each.rule, rules)

    def test_GivenAPatchThatSaysNothing_WhenRead_ThenRefused(self):
        with tempfile.TemporaryDirectory() as folder:
            patch = pathlib.Path(folder) / "silent.patch"
            patch.write_text("--- a/server/a.cpp\n+++ b/server/a.cpp\n")
            with self.assertRaisesRegex(ValueError, "silent.patch"):
                read(patch)

    def test_GivenAPage_WhenTheTableIsWrittenTwice_ThenItStandsThereOnceAndAllElseStays(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "page.md"
            page.write_text("before\n<!-- proof -->\n<!-- end of proof -->\nafter\n")
            for _ in range(2):
                write_table(page, [proof(([lost], 5))])
            text = page.read_text()
        self.assertEqual(text.count("| `a-bug` | kill × 5 | C1 | - | 5 | 1 of 1 | 0 | It forgets. |"), 1)
        self.assertTrue(text.startswith("before\n") and text.endswith("after\n"))
