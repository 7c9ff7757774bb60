"""A small WebSocket client (RFC 6455): enough to listen, to send any frame, and to see how it ends."""

import base64
import json
import os
import socket
import struct

from tests.kit.contract import contract

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA


class Refused(Exception):
    """The server answered with an HTTP reply instead."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body!r}")
        self.status = status
        self.code = json.loads(body)["code"]


class Closed(Exception):
    """The socket is over; `code` is None if nobody said goodbye."""

    def __init__(self, code):
        super().__init__(f"closed with {code}")
        self.code = code


def frame(opcode, payload=b"", first_bits=0x80, mask=b"\1\2\3\4"):
    """Masked as a client must, unless `mask` is None. `first_bits`: FIN and the reserved bits."""
    size = len(payload)
    flag = 0x80 if mask else 0
    length = (bytes([flag | size]) if size < 126 else
              bytes([flag | 126]) + struct.pack("!H", size) if size < 65536 else
              bytes([flag | 127]) + struct.pack("!Q", size))
    if mask:
        stream = (mask * (size // 4 + 1))[:size]
        payload = mask + (int.from_bytes(payload, "big") ^ int.from_bytes(stream, "big")).to_bytes(size, "big")
    return bytes([first_bits | opcode]) + length + payload


class WebSocket:
    """Open when made: the handshake is done, the hello is not read yet."""

    def __init__(self, client, path="/api/v1/live", timeout=30, receive_buffer=None, **headers):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(timeout)
        self.socket.connect(("127.0.0.1", client.server.port))
        self.unread = b""
        try:
            self.shake_hands(client, path, headers)
        except Exception:
            self.socket.close()
            raise

    def shake_hands(self, client, path, headers):
        sent = {"Host": f"127.0.0.1:{client.server.port}", "Origin": client.origin, "Cookie": client.cookie,
                "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode()}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        lines = [f"{name}: {value}\r\n" for name, value in sent.items() if value is not None]
        self.socket.sendall(f"GET {path} HTTP/1.1\r\n{''.join(lines)}\r\n".encode())
        while b"\r\n\r\n" not in self.unread:
            self.receive()
        head, self.unread = self.unread.split(b"\r\n\r\n", 1)
        status = int(head.split(b" ")[1])
        if status != 101:
            self.take(int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]), keep=True)
            raise Refused(status, self.unread)

    def receive(self):
        try:
            got = self.socket.recv(65536)
        except ConnectionResetError:
            got = b""
        if not got:
            raise Closed(None)
        self.unread += got

    def take(self, size, keep=False):
        while len(self.unread) < size:
            self.receive()
        taken = self.unread[:size]
        if not keep:
            self.unread = self.unread[size:]
        return taken

    def next_frame(self):
        first, second = self.take(2)
        size = second & 0x7F
        if size >= 126:
            size = int.from_bytes(self.take(2 if size == 126 else 8), "big")
        assert first & 0x70 == 0 and second & 0x80 == 0, "a server masks nothing and reserves nothing"
        return first & 0x0F, self.take(size)

    def send(self, *what, **how):
        self.socket.sendall(frame(*what, **how))

    def next(self):
        """The next event. Pings are answered; a close raises Closed."""
        while True:
            opcode, payload = self.next_frame()
            if opcode == TEXT:
                event = json.loads(payload)
                contract().check_event(event)
                return event
            if opcode == CLOSE:
                raise Closed(int.from_bytes(payload[:2], "big") if payload else None)
            if opcode == PING:
                self.send(PONG, payload)

    def until(self, fits):
        """Events up to and with the first that fits."""
        events = [self.next()]
        while not fits(events[-1]):
            events.append(self.next())
        return events

    def hello(self):
        event = self.next()
        assert event["type"] == "live.hello", event
        return self

    def end(self):
        """Reads to the end; gives the close code."""
        try:
            while True:
                self.next()
        except Closed as closed:
            return closed.code

    def close(self):
        self.socket.close()

    def __del__(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
