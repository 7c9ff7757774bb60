"""A node is stopped as planned while many write at it: it answers what it was asked, ends well, and they go on at
the other."""

import threading
import time

from tests.authz.figures import keep
from tests.faults.wire import Cut, Down, Wire
from tests.kit.client import key
from tests.kit.server import wait_until
from tests.nodes.cases import NodesCase

clients = 32
generous = 10_000  # milliseconds


class ExactWire(Wire):
    """Remembers when the last request was handed over whole."""

    sent = None

    def request(self, method, path, body):
        self.sent = None
        return super().request(method, path, body)

    def reply(self):
        self.sent = time.monotonic()
        return super().reply()


class Writer(threading.Thread):
    """Says one thing after the other; what got no answer it says again, at the next node, with the same key."""

    def __init__(self, addresses, cookie, room, ended):
        super().__init__(daemon=True)
        self.wire = ExactWire(addresses, cookie)
        self.path = f"/api/v1/talk/rooms/{room}/messages"
        self.ended = ended
        self.kept = []        # (key, when it was answered, by which node)
        self.refused = []     # statuses
        self.unanswered = []  # when they had been sent whole

    def run(self):
        while not self.ended.is_set():
            self.say({"body": "止める間も", "client_key": key()})
        self.wire.leave()

    def say(self, message):
        while True:
            node = self.wire.at % 2
            try:
                status, _ = self.wire.ask("POST", self.path, message)
            except Down:
                continue
            except Cut:
                if self.wire.sent:
                    self.unanswered.append(self.wire.sent)
                continue
            if status == 201:
                return self.kept.append((message["client_key"], time.monotonic(), node))
            self.refused.append(status)


class Crowd:
    """All of them in one room, beginning at the first node."""

    def __init__(self, nodes, speaker, room):
        self.nodes, self.speaker, self.room = nodes, speaker, room
        self.ended = threading.Event()
        self.writers = [Writer(nodes.addresses(), speaker.cookie, room, self.ended) for _ in range(clients)]
        for writer in self.writers:
            writer.start()

    def wait_for_each(self, node, count):
        def all_have():
            return all(sum(at == node for *_, at in list(writer.kept)) >= count for writer in self.writers)
        wait_until(all_have, f"all to write at node {node}")

    def end(self):
        self.ended.set()
        for writer in self.writers:
            writer.join()

    def unanswered(self):
        return [sent for writer in self.writers for sent in writer.unanswered]

    def refused(self):
        return [status for writer in self.writers for status in writer.refused]

    def went_on(self):
        """When the last of them had its first answer of the other node."""
        return max(min(at for _, at, node in writer.kept if node == 1) for writer in self.writers)

    def acknowledged(self):
        return sorted(one[0] for writer in self.writers for one in writer.kept)

    def stored(self):
        keys = []
        while page := self.speaker.history(self.room, f"limit=100&after={len(keys)}"):
            keys += [message["client_key"] for message in page]
        return sorted(keys)


class Drain(NodesCase):
    def test_GivenANodeUnderLoad_WhenItIsStopped_ThenItAnswersWhatItWasAskedAndAllGoOnAtTheOther(self):
        """What is sent after the node has closed a connection can't be answered any more; it is said again."""
        for _ in range(3):
            crowd, asked = self.stop_under_load()
            lost = [sent - asked for sent in crowd.unanswered() if sent < asked]
            self.assertEqual(lost, [], "sent whole before the node was asked to end, and never answered")
            self.assertEqual(crowd.refused(), [])
            self.assertEqual(crowd.stored(), crowd.acknowledged())
            slowest = (crowd.went_on() - asked) * 1000
            self.must_be_sooner(slowest, generous, "going on at the other node")
            keep("nodes_stop_resumes_after_ms", slowest, "ms", 2000, at_least=False)

    def stop_under_load(self):
        """Those who wrote, and when the first node was asked to end."""
        here, first = self.at(0, "sato"), self.nodes.servers[0]
        crowd = Crowd(self.nodes, here, here.group("止める", self.at(0, "tanaka").person))
        try:
            crowd.wait_for_each(0, 5)
            asked = time.monotonic()
            first.stop()  # wants a clean end
            crowd.wait_for_each(1, 1)
            self.must_have_few_connections()
        finally:
            crowd.end()
            if first.process is None:
                first.start()
        return crowd, asked

    def must_have_few_connections(self):
        """As many as docs/operations.md says, and no more, whatever comes."""
        names = self.nodes.database.run(
            "SELECT application_name FROM pg_stat_activity WHERE datname = current_database()")
        self.assertLessEqual(names.count(["node-1"]), 10)
        self.assertEqual(names.count(["horenso bus"]), 1)
