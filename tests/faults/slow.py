"""Readers that stop reading: they are let go, the program stays small, and the others go on hearing."""

import os
import threading
import time
from socket import SO_RCVBUF, SOL_SOCKET

from tests.faults.campaign import Campaign
from tests.faults.listener import Caller
from tests.kit.server import wait_until
from tests.kit.websocket import Closed, WebSocket

resync = 4001
growth = 64 << 20  # bytes that may be held for them
visits = 2.0  # seconds between two looks of a slow reader; the server waits 5 for a close to be read


class Memory(threading.Thread):
    """The greatest resident size of a process."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.most, self.enough = process, 0, threading.Event()
        self.first = self.size()

    def size(self):
        with open(f"/proc/{self.process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def run(self):
        while not self.enough.wait(0.02):
            self.most = max(self.most, self.size())

    def growth(self):
        self.enough.set()
        self.join()
        return self.most - self.first


class SlowReader(threading.Thread):
    """Takes what there is for a moment, then looks away for a while; until it is told to come back later."""

    def __init__(self, socket, first):
        super().__init__(daemon=True)
        self.socket, self.first, self.code = socket, first, "open"

    def run(self):
        deadline = time.monotonic() + 60
        time.sleep(self.first)
        while self.code == "open" and time.monotonic() < deadline:
            time.sleep(visits)
            self.code = end_of(self.socket, 0.6)
        self.socket.close()


class SlowCampaign(Campaign):
    """`n` times: `stuck` sockets never read, `slow` ones read too seldom."""

    name = "stuck and slow readers"
    mix = {"send": 95, "read": 1, "look": 2, "mark": 2}
    words = (3000, 4900)
    stuck, slow = 500, 20
    turnover = False

    def __init__(self, n, seed, **how):
        super().__init__(n, seed, clients=8, **how)
        self.grown = 0

    def harm(self):
        for _ in range(self.n):
            self.get_stuck()
            self.be_slow()
        self.notes.update(sockets=self.stuck, rss_growth_mb=round(self.grown / (1 << 20), 1))
        self.must_be(self.grown <= growth, f"the program grew by {self.grown >> 20} MiB")

    def open(self, count):
        """Sockets that take in as little as the system allows."""
        members = [client.member for client in self.driver.clients]
        return [WebSocket(Caller(self.addresses()[0], members[n % len(members)].cookie), receive_buffer=4096)
                for n in range(count)]

    def get_stuck(self):
        sockets = self.open(self.stuck)
        ports = {socket.socket.getsockname()[1] for socket in sockets}
        memory = Memory(self.server.process.pid)
        memory.start()
        self.must_be(self.held(ports) > self.stuck // 2, "hardly anybody got stuck")
        wait_until(lambda: not self.held(ports), "all who are stuck to be let go", patience=120)
        self.grown = max(self.grown, memory.growth())
        for socket in sockets:
            socket.socket.setsockopt(SOL_SOCKET, SO_RCVBUF, 1 << 20)  # megabytes are on their way
            code = end_of(socket)
            self.must_be(code in (resync, None), f"a stuck reader was closed with {code}")
            socket.close()
        self.wait_for_sends(10)

    def be_slow(self):
        # One after the other: all at once, each had too little of the processor to come to its close in time.
        readers = [SlowReader(socket, visits * n / self.slow) for n, socket in enumerate(self.open(self.slow))]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
            self.must_be(reader.code == resync, f"a slow reader was closed with {reader.code}")

    def held(self, ports):
        """How many connections from these ports the server still has. What nobody has any more stands there without
        an inode, while the rest of it is sent; what others open and close meanwhile doesn't count."""
        with open(f"/proc/{self.server.process.pid}/net/tcp") as file:
            rows = [line.split() for line in file][1:]
        return sum(row[9] != "0" and port_of(row[1]) == self.server.port and port_of(row[2]) in ports for row in rows)


def port_of(address):
    """Of /proc/net/tcp: 0100007F:1F90."""
    return int(address.split(":")[1], 16)


def end_of(socket, seconds=3):
    """Takes what there is now, not longer than that: the close code, None for an end without one, "open" if it
    goes on."""
    socket.socket.settimeout(0.2)
    over = time.monotonic() + seconds
    try:
        while time.monotonic() < over:
            socket.receive()
            while len(socket.unread) > 2 and (taken := whole_frame(socket.unread)):
                if socket.unread[0] & 0x0F == 8:
                    return int.from_bytes(socket.unread[2:4], "big")
                socket.unread = socket.unread[taken:]
    except TimeoutError:
        pass
    except Closed:
        return None
    return "open"


def whole_frame(unread):
    """Length of the first frame if it is all there, else 0."""
    size, head = unread[1] & 0x7F, 2
    if size >= 126:
        head = 4 if size == 126 else 10
        size = int.from_bytes(unread[2:head], "big")
    return head + size if len(unread) >= head + size else 0
