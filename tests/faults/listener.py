"""Who listens on a WebSocket and comes back when it breaks. A part of the driver."""

import json
import select
import socket
import struct
import threading
import time

from tests.faults.history import digest, now
from tests.kit.websocket import CLOSE, PING, PONG, TEXT, Closed, Refused, WebSocket


most_told = 200  # changes of a room that a server tells one by one to whoever missed them


stamps = getattr(socket, "SO_TIMESTAMPNS", 35)  # of <asm-generic/socket.h>


class Node:
    """What tests.kit.websocket wants to know of a server."""

    def __init__(self, address):
        self.port = address[1]


class Caller:
    def __init__(self, address, cookie):
        self.server = Node(address)
        self.origin = f"http://{address[0]}:{address[1]}"
        self.cookie = cookie


class Stamped(WebSocket):
    """Knows when the newest bytes arrived, as the kernel has it: a thread of ours may get to run much later."""

    def shake_hands(self, *how):
        self.socket.setsockopt(socket.SOL_SOCKET, stamps, 1)
        super().shake_hands(*how)

    def receive(self):
        try:
            got, beside, _, _ = self.socket.recvmsg(65536, 64)
        except ConnectionResetError:
            got = b""
        if not got:
            raise Closed(None)
        self.arrived = arrival(beside)
        self.unread += got


def arrival(beside):
    """On the monotonic clock; the stamp is of the other one, which is compared now."""
    for _, kind, content in beside:
        if kind == stamps:
            seconds, nanoseconds = struct.unpack("qq", content)
            return seconds + nanoseconds / 1e9 - min(ahead() for _ in range(3))[1]
    return now()


def ahead():
    """(how unsure that is, what the wall clock shows more than the monotonic one)."""
    before, wall, after = now(), time.time(), now()
    return after - before, wall - (before + after) / 2


class Listener(threading.Thread):
    """One stay after the other; each place heard is a record, and so are its beginning and end."""

    def __init__(self, driver, p, member, marks):
        super().__init__(name=f"listener {p}", daemon=True)
        self.driver, self.p, self.member, self.marks = driver, p, member, marks
        self.stay = 0
        self.turn = p
        self.last = {}
        self.versions = {}  # by stream, in this stay
        self.ended = threading.Event()
        self.open = False
        driver.history.write(f="is", p=p, person=member.person, t0=now(), t1=now())

    def run(self):
        try:
            while not self.ended.is_set():
                self.stay_once()
        except Exception as error:  # who dies quietly hears nothing, and nobody would know
            self.driver.broken.append(f"{self.name}: {type(error).__name__} {error}")
            raise

    def stay_once(self):
        try:
            self.listen()
        except (Refused, OSError):
            time.sleep(0.02)
        except Closed as closed:
            self.note("close", stay=self.stay, code=closed.code)
        self.open = False
        self.turn += 1

    def listen(self):
        self.stay += 1
        self.last = {}
        self.versions = {}
        address = self.driver.addresses[self.turn % len(self.driver.addresses)]
        with Stamped(Caller(address, self.member.cookie), timeout=30) as live:
            coming = select.poll()  # select() knows no descriptor above 1023, and crowds have more
            coming.register(live.socket, select.POLLIN)
            while not self.ended.is_set():
                if not live.unread and not coming.poll(200):
                    continue
                opcode, payload = live.next_frame()
                if opcode == TEXT:
                    self.hear(json.loads(payload), live.arrived)
                elif opcode == PING:
                    live.send(PONG, payload)
                elif opcode == CLOSE:
                    raise Closed(int.from_bytes(payload[:2], "big"))

    def hear(self, event, at):
        if event["type"] == "live.hello":
            self.note("open", at, stay=self.stay)
            self.open = True
            return
        stream, version = event["stream"], event["version"]
        if event["type"] == "talk.room_changed" and version - self.versions.get(stream, version) > most_told:
            self.begin_anew(at)
        self.versions[stream] = version
        if event["type"] == "talk.message_posted":
            m = event["message"]
            self.last[m["room"]] = m["seq"]
            self.note("heard", at, stay=self.stay, room=m["room"], seq=m["seq"], version=version,
                      key=m["client_key"], h=digest(m["body"]), by=m["author"])
        else:
            self.note("told", at, stay=self.stay, stream=stream, version=version)

    def begin_anew(self, at):
        """The server said that so much was missed that a client has to ask."""
        self.note("close", at, stay=self.stay, code=0)
        self.stay += 1
        self.last = {}
        self.versions = {}
        self.note("open", at, stay=self.stay)

    def note(self, f, at=None, **more):
        at = now() if at is None else at
        self.driver.history.write(p=self.p, t0=at, t1=at, f=f, **more, **self.marks)

    def has_heard(self, places):
        return not self.open or all(self.last.get(room, 0) >= seq for room, seq in places.items())

    def settle(self, rooms):
        """What was said until now should have been heard; the checker looks."""
        if self.open:
            self.note("settled", stay=self.stay, rooms=rooms)
