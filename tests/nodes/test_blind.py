"""A node that can't reach its database doesn't know whose access has ended: it serves nobody until it does."""

import time

from tests.authz.figures import keep
from tests.kit.server import wait_until
from tests.kit.websocket import Closed, Refused, WebSocket
from tests.nodes.cases import NodesCase
from tests.nodes.nodes import places, places_until

generous = 6000  # milliseconds; on an idle machine it takes 1,500
resync = 4001


class Blind(NodesCase):
    linked = True

    def setUp(self):
        self.here, self.there = self.at(0, "sato"), self.at(1, "tanaka")
        self.wait_for_sight()
        self.room = self.here.group("見えない", self.there.person)
        self.link = self.nodes.links[1]
        self.addCleanup(self.link.heal)

    def wait_for_sight(self):
        wait_until(lambda: self.there.get("/api/v1/session").status == 200, "node 1 to see")

    def listen_there(self):
        """On a busy machine the node may have been blind for a moment once more: then the socket is closed."""
        def look():
            try:
                return self.listen(1, "tanaka")
            except (Closed, Refused):
                return None
        return wait_until(look, "a socket at node 1")

    def blind_after(self, harm):
        """What becomes of a socket and of requests at node 1 when its line to the database is harmed."""
        socket = self.listen_there()
        seq = self.here.say(self.room, "直前")["seq"]
        self.assertEqual(places(socket, self.room, 1), [seq])
        harm()
        began = time.monotonic()
        code = socket.end()
        self.assertEqual(code, resync)
        self.must_refuse()
        refused = self.took(began)
        self.must_be_sooner(refused, generous, "refusing everybody")
        keep("nodes_blind_refuses_after_ms", refused, "ms", 3000, at_least=False)

    def must_refuse(self):
        reply = self.there.get("/api/v1/session")
        self.assertEqual((reply.status, reply.code), (503, "access.blind"))
        self.assertGreaterEqual(int(reply.headers["Retry-After"]), 1)
        with self.assertRaises(Refused) as refused:
            WebSocket(self.there)
        self.assertEqual((refused.exception.status, refused.exception.code), (503, "access.blind"))

    def must_recover(self):
        self.here.say(self.room, "その間に")
        self.link.heal()
        self.wait_for_sight()
        self.assertEqual(self.there.history(self.room)[-1]["body"], "その間に")
        socket = self.listen_there()
        seq = self.here.say(self.room, "また一緒に")["seq"]
        self.assertIn(places_until(socket, self.room, seq), ([seq], [seq - 1, seq]))  # what it missed may come, too

    def test_GivenANodeWhoseLineIsCut_WhenItHasntSeenForASecond_ThenItRefusesAndClosesAndComesBackByItself(self):
        self.blind_after(self.link.cut)
        self.must_recover()

    def test_GivenANodeWhoseDatabaseIsSilent_WhenItHasntSeenForASecond_ThenItRefusesAndClosesAndComesBack(self):
        self.blind_after(self.link.hold)
        self.must_recover()

    def test_GivenOnlyOneWayOfTheLine_WhenTheOtherIsHeld_ThenItIsTheSame(self):
        for way in ("to", "from"):
            with self.subTest(way):
                self.blind_after(lambda way=way: self.link.hold(way))
                self.must_recover()

    def test_GivenASlowLine_WhenPeopleTalk_ThenItServesSlowly(self):
        self.link.delay = 0.02
        socket = self.listen_there()
        said = [self.here.say(self.room, "遅くても")["seq"] for _ in range(5)]
        self.assertEqual(places(socket, self.room, 5), said)
        said = [self.there.say(self.room, "こちらも")["seq"] for _ in range(2)]
        self.assertEqual(places(socket, self.room, 2), said)

    def test_GivenABlindNode_WhenOthersAreHeardAgain_ThenWhatItMissedIsNeverDeliveredToOldSockets(self):
        socket = self.listen_there()
        self.link.cut()
        self.here.must(self.here.delete(f"/api/v1/talk/rooms/{self.room}/members/{self.there.person}"))
        self.here.say(self.room, "もういない人には見せない")
        heard = []
        try:
            while True:
                heard.append(socket.next())
        except Closed as closed:
            self.assertEqual(closed.code, resync)
        self.assertEqual([e for e in heard if e["type"] == "talk.message_posted"], [])
        self.link.heal()
        self.wait_for_sight()
        self.assertEqual(self.there.get(f"/api/v1/talk/rooms/{self.room}").status, 404)

    def test_GivenASilentDatabase_WhenANodeIsStopped_ThenItEndsAndCanBeStartedAgain(self):
        server, socket = self.nodes.servers[1], self.listen_there()
        self.link.hold()
        self.assertEqual(socket.end(), resync)
        self.must_refuse()
        server.stop()
        self.link.heal()
        server.start()
        self.wait_for_sight()
