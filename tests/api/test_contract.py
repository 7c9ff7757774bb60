"""Routes and contract name the same operations, for the same people; pages have the addresses that the app knows."""

import json
import pathlib
import re
import unittest

from tests.kit.client import Client
from tests.kit.contract import contract
from tests.kit.server import Server

router = (pathlib.Path(__file__).parents[2] / "web/src/platform/router.ts").read_text()
web_addresses = {"/", "/t/{room}", "/people/{person}", "/contacts/{contact}", "/guideline", "/guideline/{clause}", "/ca",
                 *re.findall(r'^  \w+: "(/[^"]+)",$', router, re.MULTILINE)}


def is_of_web(route):
    """The web app's own addresses and files, which anybody may read."""
    path = route["path"]
    return (route["method"] == "GET" and route["authz"] == "anyone" and
            (path in web_addresses or "." in path.rsplit("/", 1)[1]))


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        code, told, complaint = cls.server.run("routes")
        assert code == 0, complaint
        cls.routes = json.loads(told)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def test_GivenTheRoutes_WhenComparedWithTheContract_ThenEachOperationIsServedAsItSays(self):
        served = {(r["method"], r["path"], r["authz"]) for r in self.routes if not is_of_web(r)}
        said = {(o.method, o.path, o.authz) for o in contract().operations}
        self.assertEqual(served, said)

    def test_GivenThePagesOfTheApp_WhenTheirAddressesAreLoaded_ThenEachIsServed(self):
        self.assertEqual(web_addresses - {r["path"] for r in self.routes if is_of_web(r)}, set())

    def test_GivenNobodySignedIn_WhenEachOperationIsAsked_ThenOnlyWhatIsForAnyoneIsAnswered(self):
        with self.server.start():
            for operation in contract().operations:
                if operation.authz == "anyone":
                    continue
                with self.subTest(operation.name):
                    path = operation.path_with()
                    body = None if operation.body is None else b"{}"
                    client = Client(self.server)
                    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
                               "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
                    more = upgrade if operation.name == "live" else {}
                    reply = client.ask(operation.method, path, body, operation.body, **more)
                    nobody = "access.no_display" if operation.authz == "display" else "access.signed_out"
                    self.assertEqual((reply.status, reply.code), (401, nobody))
