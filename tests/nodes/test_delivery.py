"""What is done at one node is seen at the other, with news and without."""

import itertools
import threading
import time

from tests.nodes.cases import NodesCase, with_and_without_bus
from tests.nodes.nodes import events_of, places


@with_and_without_bus
class Delivery(NodesCase):
    def setUp(self):
        self.here, self.there = self.at(0, "sato"), self.at(1, "tanaka")
        self.room = self.here.group("二台", self.there.person)

    def test_GivenAListenerAtTheOtherNode_WhenSomebodyPosts_ThenItHearsEachInOrderAndOnce(self):
        socket = self.listen(1, "tanaka")
        said = [self.here.say(self.room, f"{n}つめ")["seq"] for n in range(20)]
        self.assertEqual(places(socket, self.room, 20), said)

    def test_GivenTwoWhoPostAtTwoNodes_WhenBothAreHeardAtBoth_ThenAllHearOneOrder(self):
        sockets = [self.listen(node, login) for node in (0, 1) for login in ("sato", "tanaka")]
        each = 50
        speakers = [threading.Thread(target=lambda who=who: [who.say(self.room, "同時に") for _ in range(each)])
                    for who in (self.here, self.there)]
        for speaker in speakers:
            speaker.start()
        for speaker in speakers:
            speaker.join()
        for socket in sockets:
            self.assertEqual(places(socket, self.room, 2 * each), list(range(1, 2 * each + 1)))

    def test_GivenAMessageTooLongForANote_WhenItIsPosted_ThenTheOtherNodeHearsAllOfIt(self):
        socket = self.listen(1, "tanaka")
        body = "長" * 4000
        self.here.say(self.room, body)
        self.here.say(self.room, "短")
        heard = itertools.islice(events_of(socket, "talk.message_posted"), 2)
        self.assertEqual([event["message"]["body"] for event in heard], [body, "短"])

    def test_GivenAMarkSetAtOneNode_WhenTheOtherListens_ThenItIsShownThere(self):
        self.here.say(self.room, "読みましたか")
        socket = self.listen(0, "sato")
        self.there.read(self.room, 1)
        event = socket.until(lambda e: e["type"] == "talk.marks" and e["stream"] == f"marks:{self.room}")[-1]
        self.assertIn((self.there.person, 1), [(m["person"], m["seq"]) for m in event["marks"]])

    def test_GivenSomebodyBroughtInAtOneNode_WhenItListensAtTheOther_ThenItHearsTheRoomOnTheSameSocket(self):
        socket = self.listen(1, "hara")
        self.here.must(self.here.post(f"/api/v1/talk/rooms/{self.room}/members",
                                      {"people": [self.at(0, "hara").person]}))
        socket.until(lambda e: e["type"] == "access.changed")
        said = [self.here.say(self.room, f"ようこそ{n}")["seq"] for n in range(3)]
        self.assertEqual(places(socket, self.room, 3), said)

    def test_GivenAMemberTakenOutAtOneNode_WhenOthersGoOn_ThenItsSocketAtTheOtherHearsNothingMore(self):
        """Clause C9: what stands after the removal never comes; before it, everything may."""
        other = self.here.group("別室", self.there.person)
        victim, kept = self.listen(1, "tanaka"), self.listen(1, "sato")
        self.here.say(self.room, "まだ二人")
        place = self.take_out_while_others_talk()
        heard = places(kept, self.room, place + 20)
        self.assertEqual(heard, list(range(1, place + 21)))
        end = self.here.say(other, "終わり")
        events = victim.until(lambda e: e["type"] == "talk.message_posted" and e["message"]["room"] == other)
        late = [e["message"]["seq"] for e in events
                if e["type"] == "talk.message_posted" and e["message"]["room"] == self.room]
        self.assertEqual([seq for seq in late if seq > place], [], f"taken out at {place}")
        self.assertEqual(events[-1]["message"], end)

    def take_out_while_others_talk(self):
        """The room's last place when the removal was acknowledged at node 0; 20 more follow from both nodes."""
        for _ in range(10):
            self.here.say(self.room, "まだ二人")
        self.here.must(self.here.delete(f"/api/v1/talk/rooms/{self.room}/members/{self.there.person}"))
        place = self.here.must(self.here.get(f"/api/v1/talk/rooms/{self.room}"))["last_seq"]
        master_there = self.at(1, "sato")
        for _ in range(10):
            self.here.say(self.room, "一人こちら")
            master_there.say(self.room, "一人あちら")
        return place


class ThreeNodes(NodesCase):
    count = 3

    def test_GivenThreeNodes_WhenEachIsWrittenTo_ThenEachHearsAllInOneOrder(self):
        room = self.at(0, "sato").group("三台", self.nodes.office.tanaka.person, self.nodes.office.hara.person)
        sockets = [self.listen(node, login) for node, login in enumerate(("sato", "tanaka", "hara"))]
        for _ in range(10):
            for node, login in enumerate(("tanaka", "hara", "sato")):
                self.at(node, login).say(room, "回る")
        for socket in sockets:
            self.assertEqual(places(socket, room, 30), list(range(1, 31)))

    def test_GivenANodeThatCameLater_WhenSomebodyListensThere_ThenItHearsTheOthers(self):
        room = self.at(0, "sato").group("後から", self.nodes.office.tanaka.person)
        self.nodes.servers[2].stop()
        self.at(0, "sato").say(room, "留守の間")
        self.nodes.servers[2].start()
        socket = self.listen(2, "tanaka")
        began = time.monotonic()
        self.at(1, "sato").say(room, "戻った後")
        self.assertEqual(places(socket, room, 1), [2])
        self.must_be_sooner(self.took(began), 5000, "hearing the others")
