"""Asking by TLS, plainly where TLS is expected, and certificates that somebody else gave."""

import hashlib
import http.client
import json
import os
import socket
import ssl
import subprocess
import unittest

from tests.kit.client import Reply
from tests.kit.server import Server, patience
from tests.kit.websocket import WebSocket

every_address = "0.0.0.0:0"


def believing(authority):
    """What a device does that has this authority's certificate (PEM)."""
    return ssl.create_default_context(cadata=authority)


def anybody():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Https(http.client.HTTPSConnection):
    """To the server, under a name of its own choice."""

    def __init__(self, server, context, name="localhost"):
        super().__init__(name, server.port, context=context, timeout=patience)
        self.name = name

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=patience)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.name)

    def ask(self, method, path, body=None, **headers):
        content = None if body is None else json.dumps(body)
        sent = {"Origin": f"https://{self.name}:{self.port}", "Content-Type": "application/json", **headers}
        self.request(method, path, content, sent)
        response = self.getresponse()
        return Reply(response, response.read())

    @property
    def serial(self):
        if self.sock is None:
            self.connect()
        return ssl.DER_cert_to_PEM_cert(self.sock.getpeercert(binary_form=True))


def ask_plainly(server, path, host=None, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=patience)
    try:
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{server.port}"})
        response = connection.getresponse()
        return Reply(response, response.read())
    finally:
        connection.close()


class SecureSocket(WebSocket):
    """The same client over TLS."""

    def __init__(self, server, cookie, context):
        plain = socket.create_connection(("127.0.0.1", server.port), timeout=patience)
        self.socket = context.wrap_socket(plain, server_hostname="localhost")
        self.unread = b""
        origin = f"https://localhost:{server.port}"
        asker = type("Asker", (), {"server": server, "origin": origin, "cookie": cookie})
        self.shake_hands(asker, "/api/v1/live", {"Host": f"localhost:{server.port}"})


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


class Given:
    """A certificate as somebody else would give it."""

    def __init__(self, folder):
        self.certificate, self.key = folder / "given.pem", folder / "given.key"

    def make(self, name="localhost"):
        new_key, new = (path.with_name(f"new-{path.name}") for path in (self.key, self.certificate))
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 30, "-subj",
                f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", new_key, "-out", new)
        os.replace(new_key, self.key)
        os.replace(new, self.certificate)
        return self.certificate.read_text()

    @property
    def options(self):
        return ("--tls-certificate", str(self.certificate), "--tls-key", str(self.key))


class TlsCase(unittest.TestCase):
    def serve(self, *options, listen=every_address, folder=None):
        server = Server(folder=folder, options=options)
        self.addCleanup(server.close)
        return server.start(listen)

    def authority(self, server):
        reply = ask_plainly(server, "/horenso-ca.crt")
        self.assertEqual((reply.status, reply.headers["Content-Type"]), (200, "application/x-x509-ca-cert"))
        self.assertEqual(hashlib.sha256(reply.content).hexdigest(), server.ready["authority_sha256"].replace(":", "").lower())
        return ssl.DER_cert_to_PEM_cert(reply.content)

    def sign_in(self, server, connection):
        code, told, complaint = server.run("card", "--role", "administrator")
        self.assertEqual(code, 0, complaint)
        self.url = json.loads(told)["url"]
        return connection.ask("POST", "/api/v1/session/code", {"code": json.loads(told)["code"]})
