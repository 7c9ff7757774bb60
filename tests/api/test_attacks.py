"""Guessing, on and on, from outside: it gets nowhere, and is in nobody's way."""

import threading
import time

from tests.api.test_sign_in import at_once, passphrase
from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client

a_minute = 60
guesses_a_minute = 1_000
lasts = 8  # seconds, at that pace; longer where the machine is too busy for it
guesses = guesses_a_minute * lasts // a_minute
patience = 300  # seconds


class Guesser(threading.Thread):
    """Tries one wrong password after the other at a steady pace, from a network of its own."""

    def __init__(self, server, login, number, pace):
        super().__init__(daemon=True)
        self.client = Client(server, address=f"127.0.{100 + number}.1")
        self.login, self.pace, self.over, self.answers = login, pace, threading.Event(), []

    def run(self):
        due = time.monotonic()
        while not self.over.is_set():
            self.answers.append(self.client.sign_in_by_password(self.login, f"まちがい{len(self.answers)}").status)
            due += self.pace
            time.sleep(max(0, due - time.monotonic()))


@on_both_databases
class Guessing(OfficeCase):
    runs_alone = True
    guessers = 10

    def owner(self, address="127.0.100.9"):
        """佐藤's PC, on which she was before; she is in the guessers' neighbourhood as well."""
        own = Client(self.office.server, address=address)
        own.must(own.sign_in(self.office.card("sato")))
        own.must(own.put("/api/v1/me/password", {"password": passphrase}))
        own.must(own.delete("/api/v1/session"))
        own.cookie = ""
        return own

    def test_GivenAThousandWrongPasswordsAMinute_WhenTheOwnerSignsInOnAKnownDevice_ThenItAlwaysWorks(self):
        owner = self.owner()
        pace = self.guessers * a_minute / guesses_a_minute
        guessers = [Guesser(self.office.server, "sato", n, pace) for n in range(self.guessers)]
        for guesser in guessers:
            guesser.start()
        made = lambda: [status for guesser in guessers for status in guesser.answers]
        came_in = []
        until = time.monotonic() + patience
        while len(made()) < guesses and time.monotonic() < until:
            reply = owner.sign_in_by_password("sato", passphrase)
            came_in.append(reply.status)
            owner.must(owner.delete("/api/v1/session"))
            owner.cookie = ""
            time.sleep(1)
        for guesser in guessers:
            guesser.over.set()
        for guesser in guessers:
            guesser.join()
        self.assertGreaterEqual(len(made()), guesses)
        self.assertLessEqual(set(made()), {401, 429})
        self.assertGreater(len(came_in), lasts / 3)
        self.assertEqual(set(came_in), {201})

    def tried_from(self, network, failures):
        """As if so many passwords had just been tried from there."""
        self.office.server.stop()
        self.office.server.database.run(
            "INSERT INTO access_attempt (org_id, subject, network, failures, wait_until) "
            f"VALUES (0, 'password', '{network}', {failures}, {int(time.time() * 1000)})")
        self.office.server.start()

    def test_GivenAFloodOfInventedIds_WhenItGoesOn_ThenItsNetworkWaitsAndAnOwnerOnAKnownDeviceThereDoesNot(self):
        owner = self.owner("127.0.90.9")
        self.tried_from("127.0.90.0/24", 246)  # so the next one has ten seconds to wait
        flood, elsewhere = (Client(self.office.server, address=f"127.0.{n}.1") for n in (90, 91))
        self.assert_refused(flood.sign_in_by_password("invented1", "まちがい"), 401, "access.bad_password")
        refused = self.assert_refused(flood.sign_in_by_password("invented2", "まちがい"), 429, "access.wait")
        self.assertGreaterEqual(int(refused.headers["Retry-After"]), 1)
        # Nor does it tell which IDs there are.
        self.assert_refused(flood.sign_in_by_password("sato", passphrase), 429, "access.wait")
        self.assertEqual(owner.sign_in_by_password("sato", passphrase).status, 201)
        self.assert_refused(elsewhere.sign_in_by_password("invented2", "まちがい"), 401, "access.bad_password")
        self.assertEqual(flood.sign_in(self.office.card("hara")).status, 201)

    def test_GivenOneCard_WhenAHundredUseItAtOnce_ThenExactlyOneIsIn(self):
        code = self.office.card("hara")
        clients = [Client(self.office.server, address="127.0.120.1") for _ in range(100)]
        statuses = at_once(100, lambda n: clients[n].sign_in(code).status)
        self.assertEqual(statuses.count(201), 1)
        self.assertLessEqual(set(statuses), {201, 401, 429})
