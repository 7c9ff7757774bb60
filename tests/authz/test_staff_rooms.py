"""A room that follows the directory (clause 5.4): only the directory says who is in."""

from tests.authz.scene import MatrixCase
from tests.kit.cases import on_both_databases
from tests.kit.office import names, sheet
from tests.kit.screen import Screen
from tests.kit.websocket import WebSocket


@on_both_databases
class StaffRooms(MatrixCase):
    def rooms_of(self, client):
        """Those that are there by themselves: name → id."""
        listed = client.must(client.get("/api/v1/talk/rooms"))["rooms"]
        return {one["name"]: one["id"] for one in listed if "origin" in one}

    def led(self, client, room):
        """What a master would do to a group."""
        path, hara = f"/api/v1/talk/rooms/{room}", self.office.hara.person
        wish = {"name": "わたしたちの課", "edited": 0, "visibility": "listed", "purpose": "課の話"}
        return (client.put(f"{path}/group", wish), client.put(f"{path}/master", {"person": hara}),
                client.put(f"{path}/deputy", {"person": hara}),
                client.put(f"{path}/requests/{hara}", {"answer": "yes"}))

    def transfer(self, client, **values):
        aoki, path = self.office.aoki, f"/api/v1/directory/people/{client.person}/transfer"
        aoki.must(aoki.post(path, {"day": "2026-01-01"} | values))

    def import_people(self, people):
        aoki = self.office.aoki
        aoki.must(aoki.ask("POST", "/api/v1/directory/imports", sheet(people), kind="text/csv"))

    def test_GivenAMember_WhenSomebodyIsBroughtInOrTakenOutByHand_ThenRefusedAndNothingIsAnother(self):
        sato, hara = self.office.sato, self.office.hara
        room = self.rooms_of(sato)["地域福祉課"]
        told = sato.must(sato.get(f"/api/v1/talk/rooms/{room}"))
        self.assertEqual(told["origin"], {"kind": "department", "name": "地域福祉課"})
        self.assertNotIn("master", told)
        aoki, tanaka = self.office.aoki, self.office.tanaka
        members, kept = f"/api/v1/talk/rooms/{room}/members", self.kept()
        for reply in (sato.post(members, {"people": [hara.person]}), sato.delete(f"{members}/{sato.person}"),
                      sato.delete(f"{members}/{tanaka.person}"), *self.led(sato, room)):
            self.assert_refused(reply, 409, "talk.automatic_room")
        for reply in (hara.post(members, {"people": [hara.person]}), hara.get(members.removesuffix("/members")),
                      hara.put(f"/api/v1/talk/groups/{room}/request", {"words": "入れてください"}), *self.led(hara, room),
                      hara.delete(f"{members}/{hara.person}"), aoki.delete(f"{members}/{sato.person}")):
            self.assert_refused(reply, 404, "talk.room_not_found")
        self.assertEqual(self.kept(), kept)

    def test_GivenATransfer_ThenTheOldRoomIsShutAtOnceOnEveryWayAndTheNewOneHeard(self):
        kato, hara = self.office.kato, self.office.hara
        old = self.rooms_of(kato)["生活支援課"]
        with WebSocket(kato) as socket:
            socket.hello()
            self.transfer(kato, department="地域福祉課")
            hara.say(old, "引き継ぎの話")
            new = self.rooms_of(kato)["地域福祉課"]
            said = self.office.sato.say(new, "ようこそ")
            heard = socket.until(lambda event: event["type"] == "talk.message_posted")
            self.assertEqual(heard[-1]["message"], said)
            self.assertNotIn("引き継ぎの話", str(heard))
        self.assertNotIn("生活支援課", self.rooms_of(kato))
        self.assertNotIn(f"room:{old}", kato.sync()["visible"])
        for reply in (kato.get(f"/api/v1/talk/rooms/{old}/messages"), kato.send(old, "まだいます")):
            self.assert_refused(reply, 404, "talk.room_not_found")
        self.transfer(kato, department="生活支援課")

    def test_GivenSomebodyWhoIsMovedAbout_WhenEventsAreFollowed_ThenTheScreenIsAsASnapshot(self):
        ogawa = self.office.ogawa
        screen = Screen(ogawa)
        try:
            post = {"department": "地域福祉課", "position": "主任"}
            for values in ({"department": "生活支援課"}, {"posts": [post]}, {"employment": "臨時職員"},
                           {"department": "総務課", "posts": [], "employment": "正職員"}):
                self.transfer(ogawa, **values)
                screen.catch_up()
            self.assertEqual(set(self.rooms_of(ogawa)), {"総務課", "正職員G"})
            name, kana, _ = names["ogawa"]
            for department in ("地域福祉課", "総務課"):
                self.import_people({"ogawa": (name, kana, department)})
                screen.catch_up()
                self.assertEqual(set(self.rooms_of(ogawa)), {department, "正職員G"})
        finally:
            screen.close()

    def test_GivenTheOtherOrganisationsOfficeOfTheSameName_ThenItsRoomIsAnother(self):
        here, there = self.rooms_of(self.office.sato), self.rooms_of(self.neighbour.sato)
        self.assertEqual(set(there), {"正職員G", "訪問係"})
        self.assertNotEqual(here["正職員G"], there["正職員G"])
        self.assert_refused(self.neighbour.sato.get(f"/api/v1/talk/rooms/{here['正職員G']}"), 404, "talk.room_not_found")
        members = self.office.sato.must(self.office.sato.get(f"/api/v1/talk/rooms/{here['正職員G']}"))["members"]
        self.assertFalse(set(members) & set(self.neighbour.ids.values()))
