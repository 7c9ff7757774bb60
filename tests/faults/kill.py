#!/usr/bin/env -S python3 -B
"""Kills the server again and again while many people send, and looks whether a promise was broken.

    tests/faults/kill.py [--cycles 300] [--clients 32] [--seed N] [--database sqlite|postgres]

Each cycle: start on the same data, everybody sends, one message after the other, over a connection of
their own; some listen. After 20 to 300 ms the server gets SIGKILL. Whoever doesn't know what became of a
send repeats it with the same key in the next cycle. The delays, rooms and repeats come from the seed."""

import argparse
import json
import pathlib
import random
import socket
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.faults.checker import Checker, Send, rules  # noqa: E402
from tests.kit.database import Postgres, Sqlite  # noqa: E402
from tests.kit.office import Office  # noqa: E402
from tests.kit.websocket import TEXT, Closed, WebSocket  # noqa: E402

rooms_made = 4
listeners = 3


class Sender:
    """One person who says one thing after the other, over all cycles."""

    def __init__(self, number, person, rooms, seed):
        self.number = number
        self.person = person
        self.rooms = rooms
        self.random = random.Random(f"{seed}/{number}")
        self.sends = []
        self.repeated = 0
        self.faults = []

    def run(self, port):
        """Until the server is gone."""
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
                self.repeat_something_known(connection)
                while True:
                    if not self.sends or self.sends[-1].seq is not None:
                        self.sends.append(self.next_send())
                    self.post(connection, self.sends[-1])
        except (ConnectionError, EOFError):
            pass

    def next_send(self):
        number = len(self.sends)
        key = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        return Send(self.number, number, self.random.choice(self.rooms), key,
                    f"{self.number}の{number}、" + "お" * self.random.randint(0, 200), time.monotonic())

    def repeat_something_known(self, connection):
        """Its answer must be the one that was given."""
        known = [send for send in self.sends[-20:] if send.seq is not None]
        if known and self.random.random() < 0.2:
            send = self.random.choice(known)
            said = self.ask(connection, send)["seq"]
            self.repeated += 1
            if said != send.seq:
                self.faults.append((rules[1], f"{send} was repeated and got {said}"))

    def post(self, connection, send):
        seq = self.ask(connection, send)["seq"]
        send.ended = time.monotonic()
        send.seq = seq

    def ask(self, connection, send):
        body = json.dumps({"body": send.body, "client_key": send.key}, ensure_ascii=False).encode()
        head = (f"POST /api/v1/talk/rooms/{send.room}/messages HTTP/1.1\r\n"
                f"Host: 127.0.0.1:{self.person.server.port}\r\nOrigin: {self.person.origin}\r\n"
                f"Cookie: {self.person.cookie}\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        connection.sendall(head.encode() + body)
        told = b""
        while b"\r\n\r\n" not in told:
            told += received(connection)
        head, body = told.split(b"\r\n\r\n", 1)
        size = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        while len(body) < size:
            body += received(connection)
        if not head.startswith(b"HTTP/1.1 201 "):
            self.faults.append((rules[0], f"{send} was refused: {body.decode()}"))
            raise EOFError
        return json.loads(body)


def received(connection):
    got = connection.recv(65536)
    if not got:
        raise EOFError
    return got


class Listener:
    """Hears every message of its person's rooms; one list for each cycle."""

    def __init__(self, person):
        self.person = person
        self.stays = []

    def open(self):
        self.socket = WebSocket(self.person)
        self.stays.append([])

    def run(self):
        try:
            while True:
                opcode, payload = self.socket.next_frame()
                event = json.loads(payload) if opcode == TEXT else {}
                if event.get("type") == "talk.message_posted":
                    self.stays[-1].append(event["message"])
        except (Closed, ConnectionError):
            self.socket.close()


class Campaign:
    def __init__(self, database, cycles, clients, seed):
        self.database, self.cycles, self.seed = database, cycles, seed
        self.random = random.Random(seed)
        people = {f"p{n:02}": (f"人 {n}", "ヒト", "総務課") for n in range(clients)}
        people["aoki"] = ("青木 実", "アオキ ミノル", "総務課")
        self.office = Office(database, people)
        self.server = self.office.server
        persons = [getattr(self.office, login) for login in people]
        ids = [person.person for person in persons]
        self.rooms = [persons[0].group(f"部屋{n}", *ids[1:]) for n in range(rooms_made)]
        self.senders = [Sender(n, person, self.rooms, seed) for n, person in enumerate(persons[:clients])]
        self.listeners = [Listener(person) for person in persons[:listeners]]
        self.reader = persons[-1]
        self.logs = {room: [] for room in self.rooms}
        self.faults = []
        self.took = self.acknowledged = self.heard = 0

    def run(self):
        """The faults that were found, each with its rule."""
        began = time.monotonic()
        try:
            for _ in range(self.cycles):
                self.cycle()
            if {room: self.whole(room) for room in self.rooms} != self.logs:
                self.faults.append((rules[0], "the logs read at the end aren't those read on the way"))
        finally:
            self.office.close()
        self.took = time.monotonic() - began
        sends = [send for sender in self.senders for send in sender.sends]
        stays = [stay for listener in self.listeners for stay in listener.stays]
        self.faults += [fault for sender in self.senders for fault in sender.faults]
        self.faults += Checker(sends, self.logs, stays).check()
        self.acknowledged = sum(send.seq is not None for send in sends)
        self.heard = sum(map(len, stays))
        return self.faults

    def cycle(self):
        for listener in self.listeners:
            listener.open()
        work = [threading.Thread(target=sender.run, args=(self.server.port,)) for sender in self.senders]
        work += [threading.Thread(target=listener.run) for listener in self.listeners]
        for thread in work:
            thread.start()
        time.sleep(self.random.uniform(0.02, 0.3))
        self.server.kill()
        for thread in work:
            thread.join()
        self.server.start()
        self.read_on()

    def read_on(self):
        for room, log in self.logs.items():
            log += self.whole(room, log[-1]["seq"] if log else 0)

    def whole(self, room, after=0):
        messages = []
        while page := self.reader.history(room, f"limit=100&after={after}"):
            messages += page
            after = page[-1]["seq"]
        return messages

    def summary(self):
        repeated = sum(sender.repeated for sender in self.senders)
        return (f"kill -9 on {self.database.name}, seed {self.seed}: n = {self.cycles} kills, "
                f"{self.acknowledged} sends acknowledged, {repeated} repeated, {self.heard} heard; "
                f"{len(self.faults)} faults, so at most {300 / self.cycles:.2g} % of kills can harm (3/n); "
                f"{self.took:.0f} s")


def main():
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--cycles", type=int, default=300)
    wish.add_argument("--clients", type=int, default=32)
    wish.add_argument("--seed", type=int, default=random.randrange(10**6))
    wish.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    asked = wish.parse_args()
    print(f"seed {asked.seed}", flush=True)
    campaign = Campaign(Sqlite if asked.database == "sqlite" else Postgres, asked.cycles, asked.clients, asked.seed)
    faults = campaign.run()
    for rule, what in faults[:20]:
        print(f"{rule}: {what}")
    print(campaign.summary())
    broken = {rule for rule, _ in faults}
    print(f"{len(rules) - len(broken)} passed, {len(broken)} failed, 0 skipped")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
