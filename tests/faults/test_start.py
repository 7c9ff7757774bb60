"""A server that can't or mustn't start says why, and leaves everything as it is."""

import shutil
import socket
import subprocess
import unittest

from tests.kit.client import Client
from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.database import Sqlite
from tests.kit.server import Server, fresh_folder, program, wait_until
from tests.kit.websocket import WebSocket


def try_to_serve(server, *options):
    """Exit code and complaint of a start that must fail."""
    told = subprocess.run(server.command("serve", *options), capture_output=True, text=True, timeout=30)
    assert told.stdout == "", "it said ready"
    return told.returncode, told.stderr


class TwoOnOneFolder(OfficeCase):
    def test_GivenAServerOnAFolder_WhenAnotherIsStarted_ThenItNamesTheHolderAndTheFirstGoesOn(self):
        server = self.office.server
        for options in (("--listen", "127.0.0.1:0"), ("--listen", "127.0.0.1:0", "--sample")):
            code, complaint = try_to_serve(server, *options)
            self.assertEqual(code, 1, complaint)
            self.assertIn(f"is in use by process {server.process.pid}", complaint)
        self.assertEqual(self.office.sato.get("/api/v1/session").status, 200)
        self.assertEqual(self.office.command("card", "sato@office")[0]["login"], "sato@office")

    def test_GivenAHolderThatWasKilled_WhenAnotherIsStarted_ThenItStarts(self):
        self.office.server.kill()
        self.assertTrue((self.office.server.data / "control.sock").exists())
        self.office.server.start()
        self.assertEqual(self.office.command("card", "sato@office")[0]["login"], "sato@office")


@on_both_databases
class NewerData(OfficeCase):
    def test_GivenDataOfANewerVersion_WhenStarted_ThenItIsRefusedAndUntouched(self):
        server = self.office.server
        session = self.office.sato.must(self.office.sato.get("/api/v1/session"))
        server.stop()
        server.database.run("INSERT INTO schema_migration VALUES ('features/talk', 9999, 'later', 'x')")
        before = self.contents(server)
        code, complaint = try_to_serve(server, "--listen", "127.0.0.1:0")
        self.assertEqual(code, 1, complaint)
        self.assertIn("written by a newer version", complaint)
        self.assertIn("features/talk/9999", complaint)
        code, _, complaint = server.run("card", "sato@office")
        self.assertEqual(code, 1, complaint)
        self.assertEqual(self.contents(server), before)
        server.database.run("DELETE FROM schema_migration WHERE number = 9999")
        server.start()
        self.assertEqual(self.office.sato.must(self.office.sato.get("/api/v1/session")), session)

    def contents(self, server):
        if self.database is not Sqlite:
            return server.database.run("SELECT * FROM schema_migration ORDER BY 1, 2")
        return [server.database.run(f"SELECT * FROM {name}") for name in ("schema_migration", "talk_room")]


class Addresses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def refused(self, address, *said):
        code, complaint = try_to_serve(self.server, "--listen", address)
        self.assertEqual(code, 1, complaint)
        for word in (address, *said):
            self.assertIn(word, complaint)

    def test_GivenATakenPort_WhenStarted_ThenItSaysSo(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self.refused(f"127.0.0.1:{taken.getsockname()[1]}", "in use")

    def test_GivenAnAddressOfAnotherMachine_WhenStarted_ThenItIsRefused(self):
        for address in ("192.0.2.1:0", "8.8.8.8:80"):
            with self.subTest(address):
                self.refused(address)

    def test_GivenAnAddressOthersCanReach_WhenStarted_ThenPlainHttpIsOnlyLedToTls(self):
        server = Server()
        self.addCleanup(server.close)
        server.start("0.0.0.0:0")
        self.assertTrue(server.url.startswith("https://"))
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 308 "))

    def test_GivenWhatIsNoAddress_WhenStarted_ThenItIsRefused(self):
        for address in ("127.0.0.1", ":8080", "localhost:0", "127.0.0.1:x", "127.0.0.1:99999", "nonsense"):
            with self.subTest(address):
                self.refused(address)

    def test_GivenTheOtherLoopbackAddress_WhenStarted_ThenItServesThere(self):
        server = Server()
        with server.start("127.0.0.2:0"):
            self.assertTrue(server.url.startswith("http://127.0.0.2:"))
            with socket.create_connection(("127.0.0.2", server.port)) as connection:
                connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.2:{server.port}\r\n\r\n".encode())
                self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200 "))


class Folders(unittest.TestCase):
    def setUp(self):
        self.folder = fresh_folder()
        self.addCleanup(shutil.rmtree, self.folder)

    def run_on(self, data, *options):
        return subprocess.run([program, "serve", "--listen", "127.0.0.1:0", *options, "--data", data],
                              capture_output=True, text=True, timeout=30)

    def test_GivenAFileInstead_WhenStarted_ThenItIsNamed(self):
        file = self.folder / "file"
        file.write_text("x")
        told = self.run_on(file)
        self.assertEqual((told.returncode, told.stdout), (1, ""))
        self.assertIn(str(file), told.stderr)

    def test_GivenADatabaseThatIsNone_WhenStarted_ThenItIsRefusedAndNotOverwritten(self):
        (self.folder / "horenso.db").write_bytes(b"this is my diary " * 1000)
        told = self.run_on(self.folder)
        self.assertEqual((told.returncode, told.stdout), (1, ""), told.stderr)
        self.assertEqual((self.folder / "horenso.db").read_bytes(), b"this is my diary " * 1000)

    def test_GivenAPostgresThatIsNotThere_WhenStarted_ThenItSaysSoWithoutThePassword(self):
        told = self.run_on(self.folder, "--database", "postgresql://me:secret-word@127.0.0.1:1/none")
        self.assertEqual((told.returncode, told.stdout), (1, ""))
        self.assertIn("127.0.0.1", told.stderr)
        self.assertNotIn("secret-word", told.stderr)


class Ends(OfficeCase):
    def test_GivenRequestsUnderWay_WhenAskedToEnd_ThenSocketsAreToldAndTheEndIsClean(self):
        live = WebSocket(self.office.sato).hello()
        idle = Client(self.office.server)
        idle.get("/healthz")
        self.office.server.process.terminate()
        self.assertEqual(live.end(), 1001)
        wait_until(lambda: self.office.server.process.poll() is not None, "the end")
        self.office.server.end(expected=0)
        self.assertFalse((self.office.server.data / "control.sock").exists())
        self.office.server.start()
