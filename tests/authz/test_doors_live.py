"""Side doors of the live socket and of catching up: who was let in once, and who names what isn't theirs."""

import json

from tests.authz.cookies import password
from tests.authz.scene import MatrixCase, Scene
from tests.kit.cases import on_both_databases
from tests.kit.websocket import TEXT, Refused, WebSocket


def of_streams(events, number):
    """Those of streams with this id: "room:ID" and what may stand beside it."""
    return [event for event in events if event.get("stream", "").endswith(f":{number}")]


def heard(client, *sockets):
    """What each socket of this person has heard by now: an event of their own is sent after it all."""
    settings = client.must(client.get("/api/v1/session"))["settings"]
    theme = "dark" if settings["theme"] != "dark" else "light"
    client.must(client.put("/api/v1/me/settings", dict(settings, theme=theme)))
    return [socket.until(lambda event: event["type"] == "access.settings_changed") for socket in sockets]


@on_both_databases
class LiveDoors(MatrixCase):
    def setUp(self):
        self.scene = Scene(self)
        self.room, self.master = self.scene.room, self.scene.master

    def talk_on(self, words=5):
        """Messages, marks and a change of members in the room."""
        for n in range(words):
            self.master.say(self.room, f"続き{n}")
        self.office.sato.read(self.room, words)
        kato = self.office.ids["kato"]
        self.master.must(self.master.post(self.scene.members(), {"people": [kato]}))
        self.master.must(self.master.delete(self.scene.members(f"/{kato}")))

    def taken_out(self):
        return self.scene.taken_out(by=self.master)

    def wait_for_marks(self, socket):
        """Marks are told a little later than they are kept; a member's socket says when."""
        socket.until(lambda event: event["type"] == "talk.marks")

    def test_GivenSocketsOpenWhenTheirOwnerWasTakenOut_WhenOthersGoOn_ThenNothingOfTheRoomComes(self):
        hara = self.scene.come_in("hara")
        with WebSocket(self.master) as watching, WebSocket(hara) as one, WebSocket(hara.again()) as two:
            for socket in (watching, one, two):
                socket.hello()
            self.scene.bring(hara)
            self.wait_for_marks(watching)
            heard(hara, one, two)  # what came while it was theirs to hear
            self.master.must(self.master.delete(self.scene.members(f"/{hara.person}")))
            self.talk_on()
            self.wait_for_marks(watching)
            for events in heard(hara, one, two):
                self.assertEqual(of_streams(events, self.room), [])

    def test_GivenSomebodyTakenOut_WhenTheyConnectAnew_ThenNothingOfTheRoomComes(self):
        hara = self.taken_out()
        with WebSocket(hara) as socket, WebSocket(self.master) as watching:
            socket.hello(), watching.hello()
            self.talk_on()
            self.wait_for_marks(watching)
            events, = heard(hara, socket)
            self.assertEqual(of_streams(events, self.room), [])

    def test_GivenAStranger_WhenTheirSocketAsksForARoomInManyWays_ThenNothingOfItComes(self):
        hara = self.scene.come_in("hara")
        for query in ("", f"?room={self.room}", f"?stream=room:{self.room}", f"?person={self.master.person}"):
            with WebSocket(hara, path=f"/api/v1/live{query}") as socket:
                socket.hello()
                for wish in ({"type": "subscribe", "stream": f"room:{self.room}"},
                             {"subscribe": [f"room:{self.room}"]}, {"streams": [f"room:{self.room}"]}):
                    socket.send(TEXT, json.dumps(wish).encode())
                self.talk_on(2)
                events, = heard(hara, socket)
                self.assertEqual(of_streams(events, self.room), [])

    def test_GivenAMessageSentOnASocket_WhenItNamesSomebodyElse_ThenNothingIsKept(self):
        kept = self.kept()
        with WebSocket(self.scene.come_in("sato")) as socket:
            socket.hello()
            socket.send(TEXT, json.dumps({"type": "talk.marks", "stream": f"room:{self.room}",
                                          "marks": [{"person": self.scene.target, "seq": 1}]}).encode())
            with WebSocket(self.office.ogawa) as other:
                heard(self.office.ogawa, other.hello())
        after = self.kept()
        self.assertEqual({table: kept[table] for table in kept if table.startswith("talk_")},
                         {table: after[table] for table in kept if table.startswith("talk_")})

    def test_GivenSomebodyOfAnotherOrganisation_WhenTheOfficeTalksAndImports_ThenTheirSocketHearsNothing(self):
        foreign = self.neighbour.session_of("sato")
        with WebSocket(foreign) as socket, WebSocket(self.master) as watching:
            socket.hello(), watching.hello()
            self.talk_on()
            aoki = self.office.aoki
            sheet = "氏名,フリガナ\r\n先 来,サキ ライ\r\n".encode("cp932")
            aoki.must(aoki.post("/api/v1/directory/imports", sheet, kind="text/csv"))
            self.wait_for_marks(watching)
            events, = heard(foreign, socket)
            self.assertEqual([event["type"] for event in events], ["access.settings_changed"])
            self.assertEqual(events[0]["stream"], f"person:{foreign.person}")

    def test_GivenDeadCookies_WhenASocketIsOpened_ThenRefused(self):
        client = self.scene.come_in("sato")
        for name, cookie in self.dead.items():
            with self.subTest(name), self.assertRaises(Refused) as refused:
                WebSocket(client, Cookie=cookie)
            self.assertEqual(refused.exception.code, "access.signed_out")

    def test_GivenSocketsOfAMember_WhenTheirSessionEnds_ThenTheyCloseAndOthersStay(self):
        ends = {"signed out": lambda own, _: own.must(own.delete("/api/v1/session")),
                "by a new password": lambda _, other: other.must(other.put("/api/v1/me/password",
                                                                           {"password": password}))}
        for name, end in ends.items():
            own, other = self.scene.come_in("ogawa"), self.scene.come_in("ogawa")
            with self.subTest(name), WebSocket(own, timeout=10) as one, WebSocket(other, timeout=10) as stays:
                one.hello(), stays.hello()
                end(own, other)
                self.assertEqual(one.end(), 4003)
                said = self.master.say(self.room, name)
                self.assertEqual(stays.until(lambda event: "message" in event)[-1]["message"], said)

    def synced(self, client, *names, version=0, access_version=None):
        return client.sync(access_version, {name: version for name in names})

    def test_GivenSomebodyTakenOut_WhenTheySyncWithWhatTheyHad_ThenNothingOfTheRoomComes(self):
        hara = self.scene.come_in("hara")
        self.scene.bring(hara)
        had = hara.sync()
        self.assertIn(f"room:{self.room}", [state["stream"] for state in had["streams"]])
        self.master.must(self.master.delete(self.scene.members(f"/{hara.person}")))
        self.talk_on()
        for access_version in (None, 0, had["access_version"], had["access_version"] + 1, 2 ** 62):
            for change in (0, -1, 1, 2 ** 40):
                versions = {s["stream"]: max(0, s["version"] + change) for s in had["streams"]}
                reply = hara.sync(access_version, versions)
                self.assert_nothing_of_the_room(reply)

    def assert_nothing_of_the_room(self, reply):
        text = json.dumps(reply, ensure_ascii=False)
        for secret in self.scene.marks_of("room"):
            self.assertNotIn(secret, text)

    def test_GivenNamesOfOthersStreams_WhenTheySync_ThenTheAnswerIsAsIfTheyHadNotBeenNamed(self):
        foreign = self.neighbour.sato
        names = [f"room:{self.room}", f"marks:{self.room}", f"person:{self.master.person}", "directory:1", "person:0",
                 f"room:{self.room}:0", f"ROOM:{self.room}", f" room:{self.room}", "room:", ":", "", "*", "room:*",
                 f"person:{self.neighbour.tanaka.person}", "org:1", "access"]
        for asker in (self.scene.come_in("hara"), foreign, self.scene.come_in("aoki")):
            plain = self.synced(asker)
            for version in (0, 1, -1, 2 ** 62):
                self.assertEqual(self.synced(asker, *names, version=version), plain)
            self.assert_nothing_of_the_room(plain)

    def test_GivenTheDirectorysName_WhenSynced_ThenEachOrganisationGetsItsOwn(self):
        for office in (self.office, self.neighbour):
            reply = office.sato.sync()
            directory, = (s for s in reply["streams"] if s["stream"] == "directory")
            people = office.sato.must(office.sato.get("/api/v1/directory/people"))["people"]
            self.assertEqual(directory["people"], people)
        theirs = {person["id"] for person in people}
        self.assertFalse(theirs & set(self.office.ids.values()))
