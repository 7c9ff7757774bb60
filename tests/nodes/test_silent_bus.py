"""The line for news stays open and says nothing any more: nobody is told, and nothing breaks. What is looked for in
the database comes all the same, and what the line held back comes twice to nobody."""

import time

from tests.authz.figures import keep
from tests.nodes.cases import RevocationCase
from tests.nodes.nodes import places

silence = 6  # seconds; each node asks a quiet line after five
generous = 10_000  # milliseconds
bus = "horenso bus"


class SilentBus(RevocationCase):
    linked = True
    figure = "nodes_revocation_bus_silent_ms"

    def setUp(self):
        self.here, self.there = self.at(0, "sato"), self.at(1, "tanaka")
        self.room = self.here.group("静かな線", self.there.person)
        self.link = self.nodes.links[1]
        self.addCleanup(self.link.heal)

    def lines(self):
        """What PostgreSQL has of them: the same while none breaks."""
        return self.nodes.database.run(
            f"SELECT pid FROM pg_stat_activity WHERE application_name = '{bus}' AND datname = current_database()"
            " ORDER BY pid")

    def hold(self):
        self.link.kept_back = 0
        self.link.hold_named(bus)
        return self.lines()

    def release(self, lines):
        self.assertGreater(self.link.kept_back, 0, "nothing was held back")
        self.link.heal()
        self.assertEqual(self.lines(), lines)
        self.assertEqual(len(lines), 2)

    def talk(self, sockets, *people):
        """One after the other, heard by all in that order; milliseconds from before the first."""
        began = time.monotonic()
        said = [who.say(self.room, "だれも知らせない")["seq"] for who in people]
        for socket in sockets:
            self.assertEqual(places(socket, self.room, len(said)), said)
        return self.took(began)

    def test_GivenASilentBus_WhenPeopleTalkAtBothNodes_ThenAllIsHeardInTimeAndOnceAndInOneOrder(self):
        sockets = [self.listen(node, login) for node in (0, 1) for login in ("sato", "tanaka")]
        lines = self.hold()
        began, slowest = time.monotonic(), 0
        while self.took(began) < silence * 1000:
            for people in ((self.here,), (self.there,), (self.here, self.there) * 2):
                slowest = max(slowest, self.talk(sockets, *people))
                self.must_be_sooner(slowest, generous, "hearing what was said")
        self.release(lines)
        keep("nodes_bus_silent_max_delay_ms", slowest, "ms", 3000, at_least=False)
        for _ in range(5):  # beside what the line brings now
            self.talk(sockets, self.here, self.there)
        end = self.here.say(self.room, "終わり")["seq"]
        for socket in sockets:
            self.assertEqual(places(socket, self.room, 1), [end])
        told = [message["seq"] for message in self.there.history(self.room, f"limit=100&before={end + 1}")]
        self.assertEqual(told, list(range(end - len(told) + 1, end + 1)))

    def test_GivenASilentBus_WhenASessionEndsAtEitherNode_ThenItHasEndedAtTheOther(self):
        lines = self.hold()
        for login, node in (("hara", 0), ("kato", 1)) * 3:
            here, there, socket = self.new_session(login, node)
            here.must(here.delete("/api/v1/session"))
            self.must_end(there, socket, time.monotonic())
        self.release(lines)
