"""Side doors of reading: the time before somebody came, counts, lists of readers, people of elsewhere."""

import json

from tests.authz.scene import MatrixCase, Scene
from tests.kit.cases import on_both_databases
from tests.kit.client import key
from tests.kit.websocket import WebSocket

before, said = 3, 6  # places a newcomer may not see; places there are


def texts(messages):
    return [message["seq"] for message in messages]


@on_both_databases
class BeforeIWasThere(MatrixCase):
    """A member whose first visible place is the fourth, and whose mark stands before it: the row is set behind the
    server's back, since who comes into a group that hides its past has read all that was there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.scene = scene = Scene(cls)
        cls.room = scene.room
        for n in range(2, before + 1):
            scene.master.say(cls.room, f"{scene.said}の{n}")
        cls.late = scene.come_in("hara")
        scene.bring(cls.late)
        cls.office.server.stop()
        cls.office.server.database.run(f"UPDATE talk_member SET from_seq = {before + 1}, read_seq = 0"
                                       f" WHERE room_id = {cls.room} AND person_id = {cls.late.person}")
        cls.office.server.start()

    def setUp(self):
        self.master = self.scene.master
        last = self.history(self.master)
        for n in range(len(last) + 1, said + 1):
            self.master.say(self.room, f"今の話{n}")

    def history(self, client, query="limit=100"):
        return texts(client.history(self.room, query))

    def assert_nothing_old(self, reply):
        self.assertNotIn(self.scene.said, json.dumps(reply, ensure_ascii=False))

    def test_GivenPagesOfHistory_WhenAsked_ThenNoneGoesBeforeTheirTime(self):
        visible = list(range(before + 1, said + 1))
        for query in ("", "limit=100", f"before={said + 1}&limit=100", "after=0&limit=100",
                      f"after=0&before={said + 1}&limit=100", "after=1&limit=100"):
            self.assertEqual(self.history(self.late, query), visible, query)
        for query in (f"before={before + 1}", f"before={before}", "before=1", f"after=0&before={before + 1}"):
            self.assertEqual(self.history(self.late, query), [], query)
        self.assertEqual(self.history(self.late, f"before={before + 2}&limit=100"), [before + 1])
        self.assertEqual(self.history(self.late, "after=0&limit=1"), [before + 1])

    def test_GivenAnEarlierMessage_WhenItsReadersAreAsked_ThenItIsAMissingMessage(self):
        path = f"/api/v1/talk/rooms/{self.room}/messages/{{}}/readers"
        for seq in (*range(1, before + 1), said + 1, 0):
            self.assert_refused(self.late.get(path.format(seq)), 404, "talk.message_not_found")
        readers = self.late.must(self.late.get(path.format(before + 1)))
        self.assertIn(self.late.person, readers["unread"] + [one["person"] for one in readers["read"]])
        earlier = self.master.must(self.master.get(path.format(1)))
        self.assertNotIn(self.late.person, earlier["unread"] + [one["person"] for one in earlier["read"]])

    def test_GivenSync_WhenAskedFromAnywhere_ThenItBringsNothingOfBefore(self):
        for known in (None, {f"room:{self.room}": 0}, {f"room:{self.room}": 1}, {f"room:{self.room}": 2 ** 40}):
            reply = self.late.sync(None, known)
            self.assert_nothing_old(reply)
            state, = (s for s in reply["streams"] if s["stream"] == f"room:{self.room}")
            self.assertGreaterEqual(min(texts(state["messages"])), before + 1)
            self.assertEqual(state["room"]["unread"], said - before)

    def test_GivenTheRoomAndTheList_WhenAsked_ThenUnreadCountsOnlyTheirTime(self):
        room = self.late.must(self.late.get(f"/api/v1/talk/rooms/{self.room}"))
        listed, = (one for one in self.late.must(self.late.get("/api/v1/talk/rooms"))["rooms"]
                   if one["id"] == self.room)
        self.assertEqual(room, listed)
        self.assertEqual(room["unread"], said - before)


@on_both_databases
class OnlyOldWords(MatrixCase):
    def test_GivenNothingSaidSinceTheyCame_WhenTheRoomIsShown_ThenTheLastWordIsNotShown(self):
        scene = Scene(self)
        late = scene.come_in("hara")
        scene.bring(late)
        self.office.server.stop()
        self.office.server.database.run(f"UPDATE talk_member SET from_seq = 2 WHERE room_id = {scene.room}"
                                        f" AND person_id = {late.person}")
        self.office.server.start()
        for reply in (late.sync(), late.must(late.get("/api/v1/talk/rooms")),
                      late.must(late.get(f"/api/v1/talk/rooms/{scene.room}")), late.history(scene.room)):
            self.assertNotIn(scene.said, json.dumps(reply, ensure_ascii=False))


@on_both_databases
class Elsewhere(MatrixCase):
    def test_GivenAPersonOfAnotherOrganisationOrNone_WhenPicked_ThenTheAnswerIsOneAndNothingIsMade(self):
        scene, sato = Scene(self), self.office.sato
        kept, ours, theirs = self.kept(), self.office.ids["kato"], self.neighbour.ids["sato"]
        answers = set()
        for stranger in (theirs, "999999999"):
            for kind, members in (("direct", [stranger]), ("group", [stranger]), ("group", [ours, stranger])):
                draft = {"kind": kind, "name": "だれか", "members": members, "client_key": key()}
                answers.add(self.refusal(sato.post("/api/v1/talk/rooms", draft)))
            for people in ([stranger], [ours, stranger]):
                answers.add(self.refusal(scene.master.post(scene.members(), {"people": people})))
        self.assertEqual(len(answers), 1, answers)
        self.assertEqual(answers.pop()[:2], (422, "talk.no_such_person"))
        self.assertEqual(self.kept(), kept)

    def refusal(self, reply):
        return reply.status, reply.code, reply.content.decode().replace(reply.headers["X-Request-Id"], "")

    def test_GivenTwoDirectoriesWithTheSameLogins_WhenListed_ThenEachShowsItsOwnAndNoneOfTheOther(self):
        mine, theirs = (office.sato.get("/api/v1/directory/people").content.decode()
                        for office in (self.office, self.neighbour))
        for person in json.loads(theirs)["people"]:
            self.assertNotIn(person["id"], mine)
            self.assertNotIn(person["name"], mine)
        for person in json.loads(mine)["people"]:
            self.assertNotIn(person["id"], theirs)
            self.assertNotIn(person["name"], theirs)

    def test_GivenADirectRoomOfTwo_WhenAThirdLooksForIt_ThenItIsNotThere(self):
        sato, third = self.office.sato, self.office.hara
        draft = {"kind": "direct", "members": [self.office.ids["tanaka"]], "client_key": key()}
        room = sato.must(sato.post("/api/v1/talk/rooms", draft))["id"]
        sato.say(room, "ふたりだけの話")
        self.assertNotIn("ふたりだけの話", json.dumps(third.sync(), ensure_ascii=False))
        own = third.must(third.post("/api/v1/talk/rooms", dict(draft, client_key=key())))["id"]
        self.assertNotEqual(own, room)
        again = third.post("/api/v1/talk/rooms", draft)  # the key is sato's: it means nothing for another
        self.assertEqual(again.json["id"], own)

    def test_GivenARoomOfOthersWhoAreOutside_WhenADraftForItIsChecked_ThenNothingIsSaidOfThem(self):
        scene, never = Scene(self), {"week": []}
        for login in ("sato", "tanaka", "ogawa"):
            client = getattr(self.office, login)
            client.must(client.put("/api/v1/hours/me/week", never))
            self.addCleanup(client.put, "/api/v1/hours/me/week", {})

        def said(client, room):
            draft = {"kind": "message", "text": "明日の件です", "place": f"room:{room}"}
            return client.must(client.post("/api/v1/policy/check", draft))["findings"]

        self.assertEqual([one["clause"] for one in said(self.office.sato, scene.room)], ["B3"])
        for other in (self.office.hara, self.neighbour.sato):
            self.assertEqual(said(other, scene.room), [])

    def test_GivenTheUnreadCountOfOthers_WhenSomebodyReads_ThenOnlyMembersAreToldAndOnlyOwnMarksMove(self):
        scene = Scene(self)
        with WebSocket(self.office.sato) as inside:
            inside.hello()
            marks = self.office.sato
            marks.read(scene.room, 1)
            event = inside.until(lambda e: e["type"] == "talk.marks" and e["stream"].endswith(scene.room))[-1]
            self.assertEqual({m["person"]: m["seq"] for m in event["marks"]}.get(scene.target, 0), 0)
        for other in ({"seq": 1, "person": scene.target}, {"seq": 1, "person_id": scene.target}):
            marks.must(marks.put(f"/api/v1/talk/rooms/{scene.room}/reading", other))
        unread = self.office.ogawa.must(self.office.ogawa.get(f"/api/v1/talk/rooms/{scene.room}"))["unread"]
        self.assertEqual(unread, 1)
