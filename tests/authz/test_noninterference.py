"""Whatever one organisation does, another is answered as if it were alone on the server.

What is compared, and what no two runs have in common, stands in sameness.py. Logins are whole: that there is
another organisation at all shows where one leaves the ending out."""

import os
import unittest

from tests.authz.cookies import password
from tests.authz.noise import Noise
from tests.authz.trace import Trace
from tests.kit.cases import on_both_databases
from tests.kit.database import Sqlite
from tests.kit.office import Office

seeds = [int(seed) for seed in os.environ.get("AUTHZ_SEEDS", "1 2").split()]
steps = int(os.environ.get("AUTHZ_STEPS", "100"))


def prepared(database):
    office = Office(database)
    kato = office.session_of("kato")
    kato.must(kato.put("/api/v1/me/password", {"password": password}))
    return office


@on_both_databases
class NonInterference(unittest.TestCase):
    runs_first = True
    database = Sqlite

    def alone(self, seed):
        office = prepared(self.database)
        try:
            return Trace(office, seed).run(steps).end()
        finally:
            office.close()

    def beside_another(self, seed):
        office = prepared(self.database)
        try:
            trace = Trace(office, seed)
            with Noise(office, trace, seed) as noise:
                trace.run(steps, noise.wait_for_more)
                found = trace.end()
            self.assert_only_its_own(noise, trace)
            return found
        finally:
            office.close()

    def assert_only_its_own(self, noise, trace):
        """Nor has the neighbour seen anything of the office."""
        self.assertIsNone(noise.failure)
        ours = {*trace.rooms, *trace.office.ids.values()}
        said = "\n".join([*noise.texts, *map(str, noise.heard())])
        self.assertEqual([one for one in ours if one in said], [])

    def test_GivenADayInAnOffice_WhenAnotherOrganisationIsBusyMeanwhile_ThenAnswersAndEventsAreTheSame(self):
        for seed in seeds:
            with self.subTest(seed=seed):
                answers, heard = self.alone(seed)
                again, heard_again = self.beside_another(seed)
                self.assertEqual(len(answers), len(again))
                for step, (one, other) in enumerate(zip(answers, again)):
                    self.assertEqual(one, other, f"step {step} of seed {seed}")
                self.assertEqual(heard, heard_again)
