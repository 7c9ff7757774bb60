"""Who comes into a room and who leaves it, and what they hear from then on."""

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.websocket import WebSocket


@on_both_databases
class Membership(OfficeCase):
    def setUp(self):
        self.master, self.member, self.guest = self.office.tanaka, self.office.sato, self.office.hara
        self.room = self.master.group("係", self.member.person)
        self.stream = f"room:{self.room}"
        self.marks = f"marks:{self.room}"

    def add(self, by, *people):
        return by.must(by.post(f"/api/v1/talk/rooms/{self.room}/members",
                               {"people": [one.person for one in people]}))

    def remove(self, by, who):
        return by.must(by.delete(f"/api/v1/talk/rooms/{self.room}/members/{who.person}"))

    def touch(self, who):
        """One event that reaches this person's sockets after all that was before."""
        settings = who.must(who.get("/api/v1/session"))["settings"]
        size = "small" if settings["text_size"] == "large" else "large"
        who.must(who.put("/api/v1/me/settings", dict(settings, text_size=size)))

    def heard_until_touched(self, who, socket, *streams):
        self.touch(who)
        events = socket.until(lambda event: event["type"] == "access.settings_changed")
        return [event for event in events if event["stream"] in streams]

    def next_of_room(self, socket):
        return socket.until(lambda event: event["stream"] == self.stream)[-1]

    def test_GivenAMemberTakenOut_WhenTheOthersGoOn_ThenTheirSocketHearsNothingAndSyncDropsTheRoom(self):
        self.master.say(self.room, "まだ三人")
        known = self.member.sync()
        with WebSocket(self.member) as socket, WebSocket(self.master) as other:
            socket.hello(), other.hello()
            self.remove(self.master, self.member)
            said = [self.master.say(self.room, f"{n}") for n in range(20)]
            self.master.read(self.room, 21)
            self.assertEqual(self.heard_until_touched(self.member, socket, self.stream, self.marks), [])
            self.next_of_room(other)  # that a member has gone
            self.assertEqual([self.next_of_room(other)["message"] for _ in said], said)
        after = self.member.sync(known["access_version"],
                                 {s["stream"]: s["version"] for s in known["streams"]})
        self.assertGreater(after["access_version"], known["access_version"])
        self.assertNotIn(self.stream, after["visible"])
        self.assertNotIn(self.stream, [s["stream"] for s in after["streams"]])
        for reply in (self.member.send(self.room, "まだいます"),
                      self.member.get(f"/api/v1/talk/rooms/{self.room}/messages")):
            self.assert_refused(reply, 404, "talk.room_not_found")

    def test_GivenARepeatedSend_WhenTheAuthorWasTakenOutMeanwhile_ThenItIsRefusedLikeEverything(self):
        kept = self.member.say(self.room, "届きましたか")
        self.remove(self.master, self.member)
        self.assert_refused(self.member.send(self.room, "届きましたか", kept["client_key"]),
                            404, "talk.room_not_found")
        self.assertEqual(self.master.history(self.room), [kept])

    def test_GivenASocketThatIsOpen_WhenItsOwnerIsBroughtIn_ThenItHearsTheRoomFromThenOn(self):
        before = [self.master.say(self.room, "前の話") for _ in range(3)]
        with WebSocket(self.guest) as socket:
            socket.hello()
            self.add(self.master, self.guest)
            heard = {}
            while not heard.keys() >= {"access.changed", "talk.room_changed"}:  # two streams: in either order
                event = socket.next()
                heard[event["type"]] = event
            brought = self.guest.sync(heard["access.changed"]["access_version"] - 1)
            self.assertIn(self.stream, brought["visible"])
            new, = (s for s in brought["streams"] if s["stream"] == self.stream)
            self.assertEqual((new["messages"], new["room"]["unread"]), (before, 0))
            message = self.member.say(self.room, "ようこそ")
            self.assertEqual(self.next_of_room(socket)["message"], message)
        self.assertEqual(self.guest.history(self.room), [*before, message])
        self.assertEqual(self.guest.must(self.guest.get(f"/api/v1/talk/rooms/{self.room}"))["unread"], 1)

    def test_GivenSomebodyTakenOutAndBroughtBack_WhenOthersSpeak_ThenEachMessageComesOnce(self):
        with WebSocket(self.member) as socket:
            socket.hello()
            for _ in range(5):
                self.remove(self.master, self.member)
                self.master.say(self.room, "いないあいだ")
                self.add(self.master, self.member)
                message = self.master.say(self.room, "おかえり")
                events = self.heard_until_touched(self.member, socket, self.stream)
                self.assertEqual([e["type"] for e in events], ["talk.room_changed", "talk.message_posted"])
                self.assertEqual(events[1]["message"], message)

    def test_GivenTheMasterLeaves_WhenOthersStay_ThenTheOneWhomTheyNameIsMaster(self):
        self.add(self.master, self.guest)
        path = f"/api/v1/talk/rooms/{self.room}"
        self.assert_refused(self.master.delete(f"{path}/members/{self.master.person}"), 409, "talk.needs_successor")
        self.master.must(self.master.put(f"{path}/master", {"person": self.member.person, "leaving": True}))
        room = self.guest.must(self.guest.get(f"/api/v1/talk/rooms/{self.room}"))
        self.assertEqual((room["master"], room["members"]), (self.member.person,
                                                             [self.member.person, self.guest.person]))
        self.assert_refused(self.guest.delete(f"/api/v1/talk/rooms/{self.room}/members/{self.member.person}"),
                            403, "talk.not_master")
        self.remove(self.member, self.guest)
        self.remove(self.member, self.member)
        self.assert_refused(self.member.get(f"/api/v1/talk/rooms/{self.room}"), 404, "talk.room_not_found")

    def test_GivenADirectRoom_WhenItsPeopleAreChanged_ThenRefused(self):
        draft = {"kind": "direct", "members": [self.guest.person],
                 "client_key": "11111111-1111-4111-8111-111111111111"}
        room = self.master.must(self.master.post("/api/v1/talk/rooms", draft))["id"]
        path = f"/api/v1/talk/rooms/{room}/members"
        self.assert_refused(self.master.post(path, {"people": [self.member.person]}),
                            409, "talk.direct_is_for_two")
        self.assert_refused(self.master.delete(f"{path}/{self.master.person}"), 409, "talk.direct_is_for_two")

    def test_GivenANewcomer_WhenReadersAreAsked_ThenOldMessagesAreNoConcernOfHers(self):
        self.master.say(self.room, "前の話")
        self.add(self.master, self.guest)
        self.master.say(self.room, "あとの話")
        path = f"/api/v1/talk/rooms/{self.room}/messages/{{}}/readers"
        for seq, waiting in ((1, [self.member]), (2, [self.member, self.guest])):
            readers = self.guest.must(self.guest.get(path.format(seq)))
            self.assertEqual((readers["read"], sorted(readers["unread"])),
                             ([], sorted(one.person for one in waiting)))
        marks, = (s["marks"] for s in self.master.sync()["streams"] if s["stream"] == self.marks)
        self.assertEqual(marks, [{"person": self.guest.person, "seq": 1, "joined_seq": 1}])

    def test_GivenReadersAndOthers_WhenAsked_ThenNamesAndTimesAreThoseOfTheFirstReading(self):
        self.office.work_always()
        self.add(self.master, self.guest)
        first = self.master.say(self.room, "読みましたか")
        second = self.master.say(self.room, "これも")
        self.member.read(self.room, 1)
        path = f"/api/v1/talk/rooms/{self.room}/messages/{{}}/readers"
        readers = self.guest.must(self.guest.get(path.format(1)))
        self.assertEqual([r["person"] for r in readers["read"]], [self.member.person])
        self.assertGreaterEqual(readers["read"][0]["at"], first["posted_at"])
        self.assertEqual(readers["unread"], [self.guest.person])
        later = self.guest.must(self.guest.get(path.format(second["seq"])))
        self.assertEqual((later["read"], sorted(later["unread"])),
                         ([], sorted([self.member.person, self.guest.person])))
        self.member.read(self.room, 2)
        self.assertEqual(self.guest.must(self.guest.get(path.format(1)))["read"], readers["read"])
        self.assert_refused(self.guest.get(path.format(3)), 404, "talk.message_not_found")
