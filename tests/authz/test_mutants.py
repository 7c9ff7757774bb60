"""The planted holes of mutate.py fit the sources. (Planting them all takes an hour; that a table with one
wrong cell is noticed is tested in test_matrix.py.)"""

import pathlib
import unittest

from tests.authz.mutants import mutants
from tests.authz.mutate import modules

looks_at_no_server = {"coverage", "mutants"}


class Mutants(unittest.TestCase):
    def test_GivenThePlantedHoles_WhenAppliedToTheSources_ThenEachStillTakesItsCheckOut(self):
        self.assertGreater(len(mutants()), 60)
        for mutant in mutants():
            with self.subTest(mutant.name):
                self.assertEqual(mutant.misfit(), "", "make the patch anew for what the source says now")
                self.assertTrue(mutant.says.endswith("."))

    def test_GivenTheModulesOfTests_WhenComparedWithThoseThatHolesAreShownTo_ThenNoneIsForgotten(self):
        there = {file.stem.removeprefix("test_") for file in pathlib.Path(__file__).parent.glob("test_*.py")}
        self.assertEqual(set(modules), there - looks_at_no_server)
