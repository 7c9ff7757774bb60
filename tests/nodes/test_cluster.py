"""./dev cluster, in small."""

import subprocess
import unittest

from tests.kit.server import root
from tests.nodes.cases import needs_postgres


class Smoke(unittest.TestCase):
    def test_GivenTwoNodesAndAStandby_WhenPeopleTalk_ThenAllHoldsAndTheStandbyHasEachAcknowledgedMessage(self):
        needs_postgres()
        told = subprocess.run([root / "tests/nodes/cluster.py", "--smoke", "--seconds", "5"],
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)
        self.assertIn("0 findings, standby complete: True", told.stdout)
