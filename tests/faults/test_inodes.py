"""A disk without inodes: no file can be made any more. What has its files goes on; what needs new ones says so."""

import unittest

from tests.faults import needs
from tests.faults.small import SmallTable
from tests.kit.database import Sqlite
from tests.kit.office import Office

class NoInodes(unittest.TestCase):
    def setUp(self):
        needs.mounts()
        self.disk = SmallTable()
        self.addCleanup(self.disk.close)
        self.office = Office(Sqlite, folder=self.disk.folder)
        self.addCleanup(self.office.close)
        self.sato = self.office.sato
        self.room = self.sato.group("係", self.office.hara.person)

    def test_GivenNoInodes_WhenWrittenAndRead_ThenAllGoesOnWithTheFilesThatAreThere(self):
        self.disk.fill()
        said = [self.sato.say(self.room, f"{n}") for n in range(300)]
        self.assertEqual(self.sato.history(self.room), said[-100:])
        self.disk.empty()
        said.append(self.sato.say(self.room, "あと"))
        self.assertEqual(self.sato.history(self.room, "limit=1"), said[-1:])

    def test_GivenNoInodes_WhenKilledAndStarted_ThenNothingAcknowledgedIsLost(self):
        kept = [self.sato.say(self.room, f"{n}") for n in range(20)]
        self.disk.fill()
        self.office.server.kill()
        try:
            self.office.server.start()
        except AssertionError:  # it may need a file; then it says so, and starts when there is room
            self.assertIn("horenso", self.office.server.complaints())
            self.disk.empty()
            self.office.server.start()
        self.assertEqual(self.sato.history(self.room), kept)
        self.disk.empty()
        self.assertEqual(self.sato.say(self.room, "あと")["seq"], len(kept) + 1)
