"""Backups: made while people write, whole wherever they are brought back, and refused when they aren't whole."""

import json
import pathlib
import random
import re
import shutil
import sqlite3
import threading
import time

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client, key
from tests.kit.database import Postgres, Sqlite
from tests.kit.photos import address, chosen
from tests.kit.server import Server, fresh_folder, wait_until

japanese = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
password = "かぼちゃと自転車と灯台と金曜日"
writers = 8


class Load:
    """Eight who write until they are stopped, and remember what was acknowledged, in order, and when."""

    def __init__(self, office, room):
        self.ended = threading.Event()
        self.acknowledged = [[] for _ in range(writers)]
        people = [office.sato, office.tanaka]
        self.threads = [threading.Thread(target=self.write, args=(n, people[n % 2].again(), room))
                        for n in range(writers)]
        for thread in self.threads:
            thread.start()

    def write(self, number, client, room):
        while not self.ended.is_set():
            message = client.say(room, f"{number}の話", key())
            self.acknowledged[number].append((message, time.time() * 1000))

    def so_far(self):
        return [message for own in self.acknowledged for message, _ in list(own)]

    def before(self, moment):
        """What was acknowledged before; the server has the same clock."""
        return [message for own in self.acknowledged for message, at in list(own) if at < moment]

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


@on_both_databases
class Backup(OfficeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        office = cls.office
        cls.room = office.sato.group("打合せG", office.ids["tanaka"])
        office.sato.must(office.sato.put("/api/v1/me/password", {"password": password}))
        office.tanaka.say(cls.room, "はじめ")

    def setUp(self):
        self.folder = fresh_folder()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def back_up(self, server=None):
        code, told, complaint = (server or self.office.server).run("backup", str(self.folder / "backups"))
        self.assertEqual(code, 0, complaint)
        return json.loads(told)

    def elsewhere(self):
        """A server that hasn't been started, on an empty folder and an empty database."""
        other = Server(self.database, fresh_folder())
        other.own_folder = True
        self.addCleanup(other.close)
        return other

    def restored(self, backup, other):
        code, told, complaint = other.run("restore", backup)
        lines = [json.loads(line) for line in told.splitlines()]
        self.assertEqual(code, 0, (lines, complaint))
        self.assertTrue(all(line["ok"] for line in lines), lines)
        self.assertEqual({line["check"] for line in lines}, {"backup", "audit", "database", "files", "rooms"})
        return other

    def everything(self, client):
        kept = []
        while page := client.history(self.room, f"limit=100&after={len(kept)}"):
            kept += page
        return kept

    def back_up_under_load(self):
        """The backup's folder, and what was acknowledged before its mark."""
        load = Load(self.office, self.room)
        try:
            wait_until(lambda: len(load.so_far()) > 100, "a hundred messages")
            before, asked = load.so_far(), time.time() * 1000
            made = self.back_up()
            ended = time.time() * 1000
            there = len(load.so_far())
            wait_until(lambda: len(load.so_far()) > there + 20, "writing to go on")
        finally:
            load.end()
        mark = json.loads((pathlib.Path(made["backup"]) / "backup.json").read_text())["mark"]
        self.assertTrue(int(asked) <= mark["ms"] <= ended, (asked, mark, ended))
        self.assertEqual(made["mark"], time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(mark["ms"] // 1000)))
        acknowledged = load.before(mark["ms"])
        self.assertGreaterEqual(len(acknowledged), len(before))  # to start the command takes longer than a mark is exact
        return made["backup"], acknowledged

    def test_GivenEightWhoWrite_WhenBackedUpAndRestoredElsewhere_ThenAllAcknowledgedBeforeTheMarkIsThereAndNothingIsHalf(self):
        backup, before = self.back_up_under_load()
        other = self.restored(backup, self.elsewhere()).start()
        again = Client(other)
        again.must(again.sign_in_by_password("sato@office", password))
        kept = self.everything(again)
        self.assertEqual([message["seq"] for message in kept], list(range(1, len(kept) + 1)))
        by_key = {message["client_key"]: message for message in kept}
        for message in before:
            self.assertEqual(by_key[message["client_key"]], message)
        everything = {message["client_key"]: message for message in self.everything(self.office.sato)}
        for message in kept:
            self.assertEqual(everything[message["client_key"]], message)
        again.say(self.room, "ここから続ける")  # and life goes on there
        self.assertEqual(self.everything(again)[-1]["seq"], len(kept) + 1)
        code, told, _ = other.run("verify")
        self.assertEqual(code, 0, told)

    def test_GivenASessionAndAPassword_WhenRestored_ThenBothStillLetTheirPersonIn(self):
        other = self.restored(self.back_up()["backup"], self.elsewhere()).start()
        for client in (Client(other, self.office.sato.cookie), Client(other)):
            if not client.cookie:
                client.must(client.sign_in_by_password("sato@office", password))
            self.assertTrue(client.history(self.room))
        wrong = Client(other)
        self.assertEqual(wrong.sign_in_by_password("sato@office", password + "日").status, 401)

    def test_GivenAPhoto_WhenRestoredElsewhere_ThenItIsTheSamePicture(self):
        sato = self.office.sato
        where = address(sato.person, chosen(sato))
        other = self.restored(self.back_up()["backup"], self.elsewhere()).start()
        again = Client(other, sato.cookie)
        self.assertEqual((again.get(where).status, again.get(where).content), (200, sato.get(where).content))

    def test_GivenAStoppedServer_WhenBackedUp_ThenItIsTheSame(self):
        server = self.office.server
        running = self.back_up()
        server.stop()
        try:
            stopped = self.back_up()
        finally:
            server.start()
        self.assertNotEqual(running["backup"], stopped["backup"])
        self.assertEqual(running["files"], stopped["files"])
        for made in (running, stopped):
            code, told, complaint = server.run("verify", made["backup"])
            self.assertEqual(code, 0, (told, complaint))
        self.assertEqual([path.name for path in (self.folder / "backups").iterdir() if path.name.startswith(".")], [])

    def test_GivenABitFlippedAnywhere_WhenVerifiedOrRestored_ThenItIsFoundAndNothingIsRestored(self):
        folder = pathlib.Path(self.back_up()["backup"])
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        self.assertEqual([path.name for path in files][0], "backup.json")
        chance = random.Random(20)
        other = self.elsewhere()
        for _ in range(20):
            path = chance.choice(files)
            good = path.read_bytes()
            place, bit = chance.randrange(len(good)), 1 << chance.randrange(8)
            path.write_bytes(good[:place] + bytes([good[place] ^ bit]) + good[place + 1:])
            for words in (("verify", str(folder)), ("restore", str(folder))):
                code, told, complaint = other.run(*words)
                self.assertEqual(code, 1, (path, place, bit, told))
                self.assertRegex(complaint, japanese)
                self.assertIn(path.name, complaint)
            path.write_bytes(good)
        self.assertEqual(list(other.data.iterdir()), [])
        self.assertEqual(other.run("verify", str(folder))[0], 0)

    def test_GivenATargetInUse_WhenRestored_ThenItIsRefusedAndLeftAlone(self):
        backup = self.back_up()["backup"]
        before = len(self.everything(self.office.sato))
        code, _, complaint = self.office.server.run("restore", backup)  # it runs there
        self.assertEqual(code, 1)
        self.assertRegex(complaint, japanese)
        other = self.elsewhere()
        (other.data / "mine").write_text("mine")
        code, _, complaint = other.run("restore", backup)
        self.assertEqual(code, 1)
        self.assertRegex(complaint, japanese)
        self.assertEqual([path.name for path in other.data.iterdir()], ["mine"])
        self.assertEqual(len(self.everything(self.office.sato)), before)

    def test_GivenAFolderThatIsNoBackup_WhenRestoredOrVerified_ThenItIsSaid(self):
        for words in (("restore", str(self.folder)), ("verify", str(self.folder)), ("restore", "/nowhere")):
            code, _, complaint = self.elsewhere().run(*words)
            self.assertEqual(code, 1)
            self.assertRegex(complaint, japanese)

    def test_GivenABackup_WhenItsRightsAreLookedAt_ThenOnlyItsOwnerHasAny(self):
        folder = pathlib.Path(self.back_up()["backup"])
        for path in (folder, *folder.rglob("*")):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_GivenARoomThatLostAMessage_WhenVerified_ThenItIsNamed(self):
        server = self.office.server
        room = self.office.sato.group("記録", self.office.ids["tanaka"])
        self.office.sato.say(room, "残る")
        self.office.sato.say(room, "なくなる")
        server.stop()
        try:
            server.database.run(f"UPDATE talk_message SET org_id = -org_id WHERE room_id = {room} AND seq = 2")
            code, told, complaint = server.run("verify")
            server.database.run(f"UPDATE talk_message SET org_id = -org_id WHERE room_id = {room} AND seq = 2")
        finally:
            server.start()
        self.assertEqual(code, 1)
        self.assertRegex(complaint, japanese)
        broken = [line for line in map(json.loads, told.splitlines()) if not line["ok"]]
        self.assertEqual([line["check"] for line in broken], ["rooms"])
        self.assertIn(room, [one["room"] for one in broken[0]["broken"]])
        self.assertEqual(server.run("verify")[0], 0)


class OlderData(OfficeCase):
    """What is in the folder when a newer program comes: here a step of the schema that was never made."""

    def test_GivenDataOfAnOlderSchema_WhenStarted_ThenABackupOfThemIsKeptFirst(self):
        server = self.office.server
        server.stop()
        try:
            connection = sqlite3.connect(server.database.file)
            with connection:  # as it was before rooms had a newest message for each member
                connection.execute("ALTER TABLE talk_member DROP COLUMN joined_seq")
                connection.execute("DELETE FROM stream_head WHERE kind = 'marks'")
                connection.execute("DELETE FROM schema_migration WHERE folder = 'features/talk' AND number = 2")
            connection.close()
        finally:
            server.start()
        kept = list((server.data / "backups").iterdir())
        self.assertEqual(len(kept), 1)
        self.assertRegex(kept[0].name, "^before-features-talk-2-20")
        steps = json.loads((kept[0] / "backup.json").read_text())["schema"]
        self.assertIn("features/talk/1", steps)
        self.assertNotIn("features/talk/2", steps)
        self.assertEqual(server.run("verify", str(kept[0]))[0], 0)
        server.stop()
        server.start()
        self.assertEqual(len(list((server.data / "backups").iterdir())), 1)
