"""HTTP as the driver's clients speak it: fast, and exact about what is known when a connection breaks."""

import json
import socket


class Down(Exception):
    """Nobody took the connection: nothing was asked."""


class Cut(Exception):
    """Something was sent and no whole answer came: nobody knows what became of it."""


class Wire:
    """One session's requests, over one connection at a time. It stays with an address while that works,
    and goes to the next one when it breaks."""

    def __init__(self, addresses, cookie, timeout=10):
        self.addresses = addresses  # [(host, port), …]
        self.cookie = cookie
        self.timeout = timeout
        self.at = 0
        self.socket = None

    @property
    def address(self):
        return self.addresses[self.at % len(self.addresses)]

    def ask(self, method, path, body=None):
        """(status, what the reply says or None). Raises Down or Cut."""
        if self.socket is None:
            self.connect()
        try:
            self.socket.sendall(self.request(method, path, body))
            return self.reply()
        except OSError as error:
            self.leave()
            raise Cut(str(error)) from error

    def connect(self):
        try:
            self.socket = socket.create_connection(self.address, timeout=self.timeout)
        except OSError as error:
            self.at += 1
            raise Down(str(error)) from error
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def leave(self):
        if self.socket:
            self.socket.close()
            self.at += 1
        self.socket = None

    def request(self, method, path, body):
        host, port = self.address
        content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        kind = f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if content else ""
        return (f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
                f"Cookie: {self.cookie}\r\n{kind}\r\n").encode() + content

    def reply(self):
        told = b""
        while b"\r\n\r\n" not in told:
            told += self.receive()
        head, body = told.split(b"\r\n\r\n", 1)
        fields = head.lower()
        at = fields.find(b"content-length: ")
        size = int(fields[at + 16:].split(b"\r\n", 1)[0]) if at >= 0 else 0
        while len(body) < size:
            body += self.receive()
        if b"\r\nconnection: close" in fields:
            self.socket.close()
            self.socket = None
        return int(head[9:12]), json.loads(body) if body else None

    def receive(self):
        got = self.socket.recv(65536)
        if not got:
            raise ConnectionError("the other side ended it")
        return got
