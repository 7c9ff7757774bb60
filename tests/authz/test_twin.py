"""No statement forgets the organisation: a day beside a twin with the same ids is as a day alone."""

import re
import unittest

from tests.authz import twin
from tests.authz.rows import Rows
from tests.authz.sameness import Names
from tests.authz.test_noninterference import prepared
from tests.authz.trace import Trace
from tests.kit.cases import on_both_databases
from tests.kit.database import Sqlite
from tests.kit.websocket import WebSocket

steps = 120
# As long as any that the server makes, and smaller: so it can come first where nothing says an order.
twin_org = 100_000_000_000_000_007


def with_org(cookie, org):
    return re.sub(r"=\d+-", f"={org}-", cookie)


@on_both_databases
class Twin(unittest.TestCase):
    database = Sqlite

    def morning(self, seed):
        """An office in which much has been done, stopped at noon."""
        office = prepared(self.database)
        trace = Trace(office, seed).run(steps)
        trace.answers, trace.names = [], Names()
        for socket in trace.sockets.values():
            socket.close()
        self.rows = Rows(office.server)
        self.org = office.sato.must(office.sato.get("/api/v1/session"))["org"]["id"]
        office.server.stop()
        return office, trace

    def afternoon(self, office, trace):
        trace.sockets = {login: WebSocket(client).hello() for login, client in trace.people.items()}
        return trace.run(steps).end()

    def alone(self, seed):
        office, trace = self.morning(seed)
        try:
            office.server.start()
            return self.afternoon(office, trace)
        finally:
            office.close()

    def beside_its_twin(self, seed, lives_in):
        """`lives_in`: the one of the two in which the afternoon is spent; the other says something else."""
        office, trace = self.morning(seed)
        try:
            database = office.server.database
            twin.copy(self.rows, database, self.org, twin_org)
            here, there = (self.org, twin_org) if lives_in == "first" else (twin_org, self.org)
            twin.estrange(database, here, there)
            office.server.start()
            cookie_there = with_org(office.tanaka.cookie, there)
            for client in {*office.people.values(), office.keeper}:
                client.cookie = with_org(client.cookie, here)
            listening = office.outsider()
            listening.cookie = cookie_there
            with WebSocket(listening) as socket:
                socket.hello()
                kept = self.rows.of(there)
                found = self.afternoon(office, trace)
                office.hara.must(office.hara.delete("/api/v1/session"))  # begun before there were two
                self.assertEqual(self.rows.of(there), kept, "rows of the other are others now")
                self.assert_heard_nothing(listening, socket)
            return found
        finally:
            office.close()

    def assert_heard_nothing(self, client, socket):
        settings = client.must(client.get("/api/v1/session"))["settings"]
        theme = "light" if settings["theme"] == "dark" else "dark"  # what changes nothing tells nothing
        client.must(client.put("/api/v1/me/settings", dict(settings, theme=theme)))
        self.assertEqual(socket.next()["type"], "access.settings_changed")

    def test_GivenATwinWithTheSameIds_WhenTheDayGoesOn_ThenAnswersAndEventsAreTheSameAndItsRowsStay(self):
        answers, heard = self.alone(3)
        for lives_in in ("first", "second"):
            with self.subTest(lives_in=lives_in):
                again, heard_again = self.beside_its_twin(3, lives_in)
                for step, (one, other) in enumerate(zip(answers, again, strict=True)):
                    self.assertEqual(one, other, f"step {step}")
                self.assertEqual(heard, heard_again)
