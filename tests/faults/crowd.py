"""Everybody comes back at once: the server dies under thousands of sockets, and each client returns as the
web client does, after a random part of a pause that doubles."""

import asyncio
import random
import resource
import threading
import time

from tests.faults.campaign import Campaign
from tests.kit.server import wait_until

first_pause, longest_pause = 0.5, 60.0
back_within, errors_at_most, slowest_send = 60.0, 0.05, 5.0  # R11
sources = [f"127.0.0.{n}" for n in range(1, 9)]  # one address has not ports enough for everybody


class Crowd(threading.Thread):
    """`count` sockets that hold on. One loop for all of them."""

    def __init__(self, address, cookies, count, seed):
        super().__init__(daemon=True)
        self.address, self.cookies, self.count = address, cookies, count
        self.random = random.Random(f"{seed}/crowd")
        self.back = [None] * count  # when each was in the last time; None while it is out
        self.tries = self.refused = 0
        self.failure = None

    def run(self):
        try:
            asyncio.run(self.stay())
        except Exception as error:
            self.failure = error

    async def stay(self):
        self.enough = asyncio.Event()
        self.loop = asyncio.get_running_loop()
        clients = [asyncio.create_task(self.client(n)) for n in range(self.count)]
        await self.enough.wait()
        for client in clients:
            client.cancel()
        await asyncio.gather(*clients, return_exceptions=True)

    def end(self):
        self.loop.call_soon_threadsafe(self.enough.set)
        self.join()

    async def client(self, n):
        failures = 0
        while True:
            await asyncio.sleep(self.random.uniform(0, min(longest_pause, first_pause * 2 ** failures)))
            try:
                reader, writer = await asyncio.open_connection(
                    *self.address, local_addr=(sources[n % len(sources)], 0), limit=1 << 16)
            except OSError:
                failures += 1  # nobody is there yet
                continue
            self.tries += 1
            try:
                failures = 0 if await self.listen(n, reader, writer) else failures + 1
            finally:
                writer.transport.abort()

    async def listen(self, n, reader, writer):
        """Until it ends. Whether it was let in."""
        host = f"{self.address[0]}:{self.address[1]}"
        writer.write((f"GET /api/v1/live HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
                      f"Cookie: {self.cookies[n % len(self.cookies)]}\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode())
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 101 "):
                self.refused += 1
                return False
            await reader.readuntil(b"live.hello")
            self.back[n] = time.monotonic()
            while await reader.read(1 << 16):
                pass
        except (OSError, asyncio.IncompleteReadError):
            self.refused += self.back[n] is None
        was_in, self.back[n] = self.back[n] is not None, None
        return was_in


class CrowdCampaign(Campaign):
    """`n` sockets; the server is killed under them, `rounds` times."""

    name = "all come back at once"
    rounds = 1
    turnover = False
    think = 0.02  # people who talk meanwhile, not a flood

    def __init__(self, n, seed, **how):
        super().__init__(n, seed, **how)
        self.took = []

    def least_sends(self):
        return 100

    def harm(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        files = self.n + 1000
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, files), max(hard, files)))
        self.server.kill()
        self.server.start()  # with that limit
        cookies = [client.member.cookie for client in self.driver.clients]
        crowd = Crowd(self.addresses()[0], cookies, self.n, self.seed)
        crowd.start()
        try:
            wait_until(lambda: crowd.failure or all(crowd.back), "all to be in")
            for _ in range(self.rounds):
                self.come_back(crowd)
        finally:
            crowd.end()
        self.must_be(crowd.failure is None, f"the crowd itself failed: {crowd.failure}")

    def come_back(self, crowd):
        crowd.tries = crowd.refused = 0
        self.server.kill()
        wait_until(lambda: not any(crowd.back), "all to notice")
        began = time.monotonic()
        self.server.start()
        deadline = began + 90
        while not all(crowd.back) and time.monotonic() < deadline:
            time.sleep(0.01)
        took = time.monotonic() - began
        self.must_be(all(crowd.back), f"{sum(b is None for b in crowd.back)} were not back after 90 s")
        self.must_be(took <= back_within, f"all were back after {took:.0f} s")
        self.must_be(crowd.refused <= errors_at_most * max(crowd.tries, 1), f"{crowd.refused} of {crowd.tries} refused")
        self.wait_for_sends(10)
        self.took.append(took)
        self.notes.update(all_back_s=round(max(self.took), 2), refused=crowd.refused)

    def outcome(self, verdict, seconds):
        self.notes["send_p99_s"] = round(verdict.p99, 3)
        self.must_be(verdict.p99 <= slowest_send, f"sends took {verdict.p99:.1f} s (p99)")
        return super().outcome(verdict, seconds)
