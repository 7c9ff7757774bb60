"""A full disk: writes are refused with 507, reading goes on, and with space all goes on by itself."""

import unittest

from tests.faults import needs
from tests.faults.small import SmallDisk
from tests.kit.client import key
from tests.kit.database import Sqlite
from tests.kit.office import Office
from tests.kit.server import wait_until
from tests.kit.websocket import WebSocket

class FullDisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        needs.mounts()

    def setUp(self):
        self.disk = SmallDisk()
        self.addCleanup(self.disk.close)
        self.office = Office(Sqlite, folder=self.disk.folder)
        self.addCleanup(self.office.close)
        self.sato, self.hara = self.office.sato, self.office.hara
        self.room = self.sato.group("係", self.hara.person)

    def writes(self):
        """Everything that would have to be kept."""
        sato, room = self.sato, f"/api/v1/talk/rooms/{self.room}"
        draft = {"kind": "group", "name": "もう一つ", "members": [], "client_key": key()}
        return (sato.send(self.room, "入りますか"), sato.post("/api/v1/talk/rooms", draft),
                sato.post(f"{room}/members", {"people": [self.office.ids["kato"]]}),
                self.hara.put(f"{room}/reading", {"seq": 1}),
                sato.put("/api/v1/me/settings", {"text_size": "large", "theme": "dark", "enter_key": "send"}))

    def reads(self):
        return (self.sato.sync(), self.sato.history(self.room), self.sato.must(self.sato.get("/api/v1/session")),
                self.hara.must(self.hara.get("/api/v1/talk/rooms")), self.hara.get("/healthz").status)

    def test_GivenAFullDisk_WhenWritten_ThenRefusedAndReadAndAfterwardsItGoesOnWithoutRestart(self):
        first = self.sato.say(self.room, "はじめ")
        process = self.office.server.process.pid
        for leave in (32 << 20, 0, 4096):
            with self.subTest(leave=leave):
                before = self.reads()
                self.disk.fill(leave)
                for reply in self.writes():
                    self.assertEqual((reply.status, reply.json["code"]), (507, "store.disk_full"))
                self.assertEqual(self.reads(), before)
                with WebSocket(self.hara) as socket:
                    socket.hello()
                    self.disk.empty()
                    again = key()
                    kept = wait_until(lambda: self.sato.send(self.room, f"{leave}", again).status == 201, "space")
                    self.assertTrue(kept)
                    self.assertEqual(socket.next()["message"]["client_key"], again)
        self.assertEqual(self.office.server.process.pid, process)
        self.assertIsNone(self.office.server.process.poll())
        kept = self.sato.history(self.room)
        self.assertEqual(kept[0], first)
        self.assertEqual([m["seq"] for m in kept], [1, 2, 3, 4])

    def test_GivenADiskThatFillsWhileManyWrite_WhenItIsFull_ThenNothingAcknowledgedIsLost(self):
        kept = []
        self.disk.fill(80 << 20)
        long = "話" * 4990
        while True:
            reply = self.sato.send(self.room, f"{len(kept)} {long}")
            if reply.status == 507:
                break
            kept.append(self.sato.must(reply)["seq"])
            self.assertLess(len(kept), 5000, "it never got full")
        self.disk.fill(0)
        self.assertEqual(self.sato.send(self.room, "まだ").status, 507)
        self.office.server.kill()
        self.office.server.start()  # on a disk with nothing left
        self.assertEqual(self.sato.send(self.room, "まだ").status, 507)
        self.disk.empty()
        wait_until(lambda: self.sato.send(self.room, "入った").status == 201, "space")
        seqs, after = [], 0
        while page := self.sato.history(self.room, f"limit=100&after={after}"):
            seqs += [m["seq"] for m in page]
            after = seqs[-1]
        self.assertEqual(seqs, list(range(1, len(kept) + 2)))
