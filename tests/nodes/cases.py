"""What the tests of nodes begin with."""

import sys
import time
import unittest

from tests.authz.figures import keep
from tests.kit.client import Client
from tests.kit.database import postgres
from tests.kit.websocket import WebSocket
from tests.nodes.nodes import Nodes

signed_out = 4003


def needs_postgres():
    if not postgres():
        raise unittest.SkipTest("no PostgreSQL: HORENSO_TEST_PG is empty")


def with_and_without_bus(case):
    """Puts two classes into the module instead of this one."""
    module = sys.modules[case.__module__]
    for bus, name in (("notify", "WithBus"), ("none", "WithoutBus")):
        name = case.__name__ + name
        setattr(module, name, type(name, (case,), {"bus": bus, "__module__": case.__module__, "__qualname__": name}))


class NodesCase(unittest.TestCase):
    """Two nodes for all tests of a class: each test makes rooms of its own."""

    bus = "notify"
    count = 2
    linked = False

    @classmethod
    def setUpClass(cls):
        needs_postgres()
        cls.nodes = Nodes(cls.count, bus=cls.bus, linked=cls.linked)

    @classmethod
    def tearDownClass(cls):
        cls.nodes.close()

    def at(self, node, login):
        return self.nodes.at(node, login)

    def listen(self, node, login):
        socket = self.nodes.listen(node, login)
        self.addCleanup(socket.close)
        return socket

    def took(self, since):
        """Milliseconds."""
        return (time.monotonic() - since) * 1000

    def must_be_sooner(self, milliseconds, most, what):
        """`most` is what only a broken program needs; the figures say what was measured."""
        self.assertLess(milliseconds, most, f"{what} took {milliseconds:.0f} ms")


class RevocationCase(NodesCase):
    """Sessions that end at one node, and how soon they have ended at another."""

    generous = 5000  # milliseconds
    figure = ""

    def new_session(self, login, node=0):
        """One person's new session: at this node, and at the other with a socket."""
        known = self.nodes.office.session_of(login)
        here, there = (Client(self.nodes.servers[n], known.cookie) for n in (node, 1 - node))
        there.must(there.get("/api/v1/session"))  # now that node remembers it
        socket = WebSocket(there).hello()
        self.addCleanup(socket.close)
        return here, there, socket

    def must_end(self, there, socket, since):
        """The socket at the other node is closed, and requests are refused."""
        self.assertEqual(socket.end(), signed_out)
        closed = self.took(since)
        while there.get("/api/v1/session").status != 401:
            self.must_be_sooner(self.took(since), self.generous, "a session that still lives")
        refused = self.took(since)
        self.must_be_sooner(closed, self.generous, "closing a socket")
        self.must_be_sooner(refused, self.generous, "refusing requests")
        keep(self.figure, max(closed, refused), "ms", 1000, at_least=False)
