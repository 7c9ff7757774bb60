"""kill -9 while 32 people send: nothing acknowledged is lost, nothing is doubled (tests/faults/kill.py)."""

import random
import unittest

from tests.faults.kill import Campaign
from tests.kit.database import Postgres, Sqlite, postgres


class Kill(unittest.TestCase):
    def survive(self, database, cycles):
        campaign = Campaign(database, cycles, clients=32, seed=random.randrange(10**6))
        try:
            self.assertEqual(campaign.run(), [], f"seed {campaign.seed}")
        finally:
            print(campaign.summary(), flush=True)
        self.assertGreater(campaign.acknowledged, cycles, "hardly anything was sent")

    def test_GivenThirtyTwoWhoSend_WhenTheServerIsKilled300Times_ThenNothingIsLostOrDoubled(self):
        self.survive(Sqlite, 300)

    @unittest.skipUnless(postgres(), "no PostgreSQL: HORENSO_TEST_PG is empty")
    def test_GivenPostgres_WhenTheServerIsKilled40Times_ThenNothingIsLostOrDoubled(self):
        self.survive(Postgres, 40)
