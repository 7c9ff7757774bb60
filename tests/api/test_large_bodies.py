"""Whoever may not send a large body is told before it comes."""

import http.client
import json
import socket

from tests.kit.cases import OfficeCase

routes = (
    ("POST", "/api/v1/directory/imports", "text/csv", 403, "directory.not_administrator"),
    ("POST", "/api/v1/directory/imports/preview", "text/csv", 403, "directory.not_administrator"),
    ("POST", "/api/v1/contacts/imports", "text/csv", 403, "contacts.not_keeper"),
)


class LargeBodies(OfficeCase):
    def announce(self, method, path, kind, cookie=None):
        """The head of a request whose body never comes; answers the reply's status and code."""
        server = self.office.server
        head = (f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                f"Origin: http://127.0.0.1:{server.port}\r\nContent-Type: {kind}\r\nContent-Length: 900000\r\n")
        if cookie:
            head += f"Cookie: {cookie}\r\n"
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
            line.sendall(head.encode() + b"\r\n")
            reply = http.client.HTTPResponse(line)
            reply.begin()
            return reply.status, json.loads(reply.read())["code"]

    def test_GivenNobody_WhenALargeBodyIsAnnounced_ThenItIsRefusedBeforeItComes(self):
        for method, path, kind, _, _ in routes:
            with self.subTest(path):
                self.assertEqual(self.announce(method, path, kind), (401, "access.signed_out"))

    def test_GivenAMember_WhenALargeBodyOfAdministratorsIsAnnounced_ThenItIsRefusedBeforeItComes(self):
        cookie = self.office.hara.cookie
        for method, path, kind, status, code in routes:
            with self.subTest(path):
                self.assertEqual(self.announce(method, path, kind, cookie), (status, code))
