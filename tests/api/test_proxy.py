"""A proxy on the same machine speaks TLS, and says by which name and for whom it asks."""

import http.client
import json
import socket

from tests.kit.client import Reply
from tests.kit.server import patience, wait_until
from tests.kit.tls import TlsCase


class InFront(TlsCase):
    def ask(self, server, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.real_port, timeout=patience)
        sent = {"Host": "minato.example", "Origin": "https://minato.example", "X-Forwarded-For": "192.0.2.7",
                "Content-Type": "application/json", **headers}
        connection.request(method, path, None if body is None else json.dumps(body), sent)
        response = connection.getresponse()
        return Reply(response, response.read())

    def setUp(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.server = self.serve("--names", "minato.example", listen=f"127.0.0.1:{port}")
        self.server.real_port = port

    def test_GivenAProxysName_WhenSignedIn_ThenAllIsAsByTls(self):
        self.assertEqual(self.server.url, "https://minato.example")
        code, told, complaint = self.server.run("card", "--role", "administrator")
        self.assertEqual(code, 0, complaint)
        self.assertTrue(json.loads(told)["url"].startswith("https://minato.example/hello#c="))
        reply = self.ask(self.server, "POST", "/api/v1/session/code", {"code": json.loads(told)["code"]})
        self.assertEqual(reply.status, 201)
        self.assertTrue(reply.headers["Set-Cookie"].startswith("__Host-horenso_session="))
        self.assertEqual(self.ask(self.server, "GET", "/healthz", Host="other.example").status, 421)
        foreign = self.ask(self.server, "POST", "/api/v1/sync", {}, Origin="http://minato.example")
        self.assertEqual((foreign.status, foreign.code), (403, "net.foreign_origin"))

    def test_GivenSomebodyWhoGuesses_WhenOneAddressIsHeldBack_ThenOthersAreNot(self):
        wrong = {"code": "ABCD-EFGH-JKMN-PQRS-TUVW"}

        def guess(address):
            return self.ask(self.server, "POST", "/api/v1/session/code", wrong, **{"X-Forwarded-For": address}).status

        wait_until(lambda: guess("192.0.2.66") == 429, "the guesser to be held back")
        self.assertEqual(guess("198.51.100.7"), 401)
