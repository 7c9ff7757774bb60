"""Nodes that start at the same moment on an empty database: one prepares it, the others wait and serve."""

import concurrent.futures
import json
import unittest

from tests.kit.client import Client
from tests.kit.database import Postgres
from tests.kit.server import Server
from tests.nodes.cases import needs_postgres
from tests.nodes.nodes import Reached

nodes = 3


class StartTogether(unittest.TestCase):
    def setUp(self):
        needs_postgres()

    def start_together(self, *options):
        """The servers, all ready."""
        database = Postgres(None)
        self.addCleanup(database.drop)
        self.database = database
        servers = [Server(lambda _: Reached(database.connection), options=options) for _ in range(nodes)]
        for server in servers:
            self.addCleanup(server.close)
        with concurrent.futures.ThreadPoolExecutor(nodes) as threads:
            return list(threads.map(lambda server: server.start(), servers))

    def test_GivenAnEmptyDatabase_WhenNodesStartAtOnce_ThenAllServeTheOneOrganisation(self):
        for _ in range(3):
            servers = self.start_together()
            self.assertEqual(self.database.run("SELECT slug FROM directory_org"), [["office"]])
            logins = self.database.run("SELECT login FROM directory_person")
            self.assertEqual(logins, [["admin@office"]])
            self.sign_in_everywhere(servers, "admin@office")

    def test_GivenAnEmptyDatabase_WhenNodesStartAtOnceWithTheSampleOffice_ThenItIsThereOnce(self):
        servers = self.start_together("--sample")
        self.assertEqual(self.database.run("SELECT count(*) FROM directory_org"), [["1"]])
        self.assertEqual(self.database.run("SELECT login FROM directory_person GROUP BY login HAVING count(*) > 1"), [])
        with servers[0] as one:
            card = one.run("card", "--role", "member")
        self.assertEqual(card[0], 0, card)

    def sign_in_everywhere(self, servers, login):
        for server in servers:
            code, told, complaint = server.run("card", login)
            self.assertEqual(code, 0, complaint)
            client = Client(server)
            client.must(client.sign_in(json.loads(told)["code"]))
