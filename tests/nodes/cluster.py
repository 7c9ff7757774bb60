#!/usr/bin/env -S python3 -B
"""./dev cluster [--seconds N] [--clients N] [--synchronous] [--smoke]: two nodes with the sample office on a
PostgreSQL with a streaming standby, and people who talk; a line every few seconds, until Ctrl-C.

--synchronous: an acknowledged message is on both databases. --smoke: ten seconds, then looks whether everything
that was promised holds, at both nodes and on the standby."""

import argparse
import json
import pathlib
import random
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.faults.checker import check  # noqa: E402
from tests.faults.driver import Driver, Member  # noqa: E402
from tests.faults.history import History, entry  # noqa: E402
from tests.kit.client import Client  # noqa: E402
from tests.kit.database import psql  # noqa: E402
from tests.kit.server import Server  # noqa: E402
from tests.nodes.nodes import Reached  # noqa: E402
from tests.nodes.postgres import PostgresServer  # noqa: E402

line_every = 3  # seconds
operations = 5  # of one client in a second, about


class Meter:
    """A history that measures; it is kept only where somebody will check it."""

    def __init__(self, kept=None):
        self.kept = kept
        self.lock = threading.Lock()
        self.acknowledged = {}  # key: when
        self.sends, self.slowest = 0, 0.0

    def write(self, **record):
        if self.kept:
            self.kept.write(**record)
        with self.lock:
            if record["f"] == "send" and record["st"] == "ok":
                self.sends += 1
                self.acknowledged.setdefault(record["key"], record["t1"])
            elif record["f"] == "heard" and record["key"] in self.acknowledged:
                self.slowest = max(self.slowest, record["t1"] - self.acknowledged[record["key"]])

    def take(self):
        """(sends, slowest seconds from an acknowledgement to a listener) since the last time."""
        with self.lock:
            taken = self.sends, self.slowest
            self.sends, self.slowest = 0, 0.0
            while len(self.acknowledged) > 10_000:
                self.acknowledged.pop(next(iter(self.acknowledged)))
        return taken


class Cluster:
    """PostgreSQL, its standby, and two nodes. Ends with `close`, however far it came."""

    def __init__(self, synchronous):
        self.nodes = []
        self.postgres = PostgresServer()
        try:
            self.postgres.add_standby(synchronous)
            for options in (("--sample",), ()):
                node = Server(lambda _: Reached(self.postgres.connection), options=options)
                node.before = ("setsid",)  # Ctrl-C is for us; the nodes are ended last
                self.nodes.append(node)
                node.start()
        except BaseException:
            self.close()
            raise

    def cards(self, *whom):
        code, told, complaint = self.nodes[0].run("card", *whom)
        if code != 0:
            raise RuntimeError(complaint)
        return [json.loads(line) for line in told.splitlines()]

    def enter(self, card, node):
        person = Client(node)
        person.must(person.sign_in(card["code"]))
        return person

    def close(self):
        for node in reversed(self.nodes):
            node.close()
        self.postgres.close()


class Talk:
    """`count` people of the office talk in rooms made for it, half at each node."""

    def __init__(self, cluster, history, count):
        self.cluster = cluster
        cards = cluster.cards("--all")[:count]
        self.people = [cluster.enter(card, cluster.nodes[0]) for card in cards]
        others = [person.person for person in self.people[1:]]
        self.rooms = [self.people[0].group(f"試し {n}", *others) for n in range(1, 4)]
        addresses = [("127.0.0.1", node.port) for node in cluster.nodes]
        members = [Member(person.person, person.cookie) for person in self.people]
        self.driver = Driver(history, addresses, members, self.rooms, random.randrange(10**6),
                             listeners=4, pause=1 / operations)

    def logs(self):
        reader = self.people[0].cookie
        return {f"node {n}": {room: self.log(Client(node, reader), room) for room in self.rooms}
                for n, node in enumerate(self.cluster.nodes)}

    def log(self, reader, room):
        entries = []
        while page := reader.history(room, f"limit=100&after={len(entries)}"):
            entries += map(entry, page)
        return entries


def introduce(cluster):
    for name, node in zip(("one", "two"), cluster.nodes):
        print(f"node {name}:   {node.url}")
    print(f"PostgreSQL: {cluster.postgres.connection}\nstandby:    {cluster.postgres.standby}")
    for role in ("administrator", "member"):
        card, = cluster.cards("--role", role)
        print(f"sign in once as {role}, {card['name']}: {card['code']}  (or {card['url']})")
    print("Ctrl-C ends everything and takes it away.", flush=True)


def watch(cluster, meter, seconds):
    """A line every few seconds, until time is up or somebody has had enough."""
    end = time.monotonic() + seconds if seconds else float("inf")
    try:
        while (left := end - time.monotonic()) > 0:
            began = time.monotonic()
            time.sleep(min(line_every, left))
            sends, slowest = meter.take()
            lag = cluster.postgres.lag()
            behind = "doesn't follow" if lag is None else f"{lag} bytes behind"
            print(f"{sends / (time.monotonic() - began):6.0f} posts/s   slowest to a listener {slowest * 1000:4.0f} ms"
                  f"   standby {behind}", flush=True)
    except KeyboardInterrupt:
        print("\nEnding.")


def judge(cluster, talk, history):
    """What doesn't hold."""
    verdict = check(history, talk.logs())
    wrong = [f"{finding.rule}: {finding.what}" for finding in verdict.findings]
    cluster.postgres.catch_up()
    stored = {key for key, in psql(cluster.postgres.standby, "SELECT client_key FROM talk_message")}
    sends = [r for r in history if r["f"] == "send" and r["st"] == "ok"]
    wrong += [f"{r['key']} was acknowledged and isn't on the standby" for r in sends if not holds(stored, r["key"])]
    if not sends:
        wrong.append("nothing was sent")
    print(f"{verdict.acknowledged} posts acknowledged, slowest to a listener {verdict.slowest * 1000:.0f} ms, "
          f"{len(wrong)} findings, standby complete: {not any('standby' in what for what in wrong)}")
    return wrong


def holds(stored, key):
    """PostgreSQL shows bytes as \\x…"""
    return key in stored or "\\x" + key.replace("-", "") in stored


def run(asked, folder):
    history = History(folder / "history.jsonl") if asked.smoke else None
    meter = Meter(history)
    cluster = Cluster(asked.synchronous)
    wrong = []
    try:
        introduce(cluster)
        talk = Talk(cluster, meter, asked.clients)
        talk.driver.start()
        try:
            watch(cluster, meter, asked.seconds)
        finally:
            talk.driver.stop(20)
        if asked.smoke:
            history.close()
            wrong = judge(cluster, talk, history)
    finally:
        cluster.close()
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


def main():
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--seconds", type=int, default=0, metavar="N", help="end after so long")
    wish.add_argument("--clients", type=int, default=20, metavar="N")
    wish.add_argument("--synchronous", action="store_true")
    wish.add_argument("--smoke", action="store_true")
    asked = wish.parse_args()
    if asked.smoke:
        asked.seconds = asked.seconds or 10
    with tempfile.TemporaryDirectory(prefix="horenso-cluster-") as folder:
        return run(asked, pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(main())
