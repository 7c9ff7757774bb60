"""The planted holes of mutate.py fit the sources. (Planting them all takes an hour; that a table with one
wrong cell is noticed is tested in test_matrix.py.)"""

import unittest

from tests.authz.mutants import mutants


class Mutants(unittest.TestCase):
    def test_GivenThePlantedHoles_WhenAppliedToTheSources_ThenEachStillTakesItsCheckOut(self):
        self.assertGreater(len(mutants()), 60)
        for mutant in mutants():
            with self.subTest(mutant.name):
                self.assertEqual(mutant.misfit(), "", "make the patch anew for what the source says now")
                self.assertTrue(mutant.says.endswith("."))
