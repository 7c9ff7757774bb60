"""Side doors of groups: what isn't listed shows nowhere; of what is listed, only name, purpose and people do."""

import json

from tests.authz.asking import ask
from tests.authz.scene import MatrixCase, Scene
from tests.authz.test_doors_live import heard
from tests.authz.test_missing import missing
from tests.kit.cases import on_both_databases
from tests.kit.websocket import WebSocket

groups, rooms = "/api/v1/talk/groups", "/api/v1/talk/rooms"


@on_both_databases
class GroupDoors(MatrixCase):
    def setUp(self):
        self.scene = Scene(self)
        self.room, self.master = self.scene.room, self.scene.master

    def set(self, **wish):
        edited = self.master.must(self.master.get(f"{rooms}/{self.room}"))["group"]["edited"]
        wish = {"name": self.scene.name, "edited": edited, "purpose": "花見"} | wish
        self.master.must(self.master.put(f"{rooms}/{self.room}/group", wish))

    def found(self, client):
        """The group as this person finds it, and all that the answer says."""
        reply = client.get(groups)
        listed = client.must(reply)["groups"]
        return next((one for one in listed if one["id"] == self.room), None), reply.content.decode()

    def strangers(self):
        return {"stranger": self.office.hara, "administrator": self.office.aoki,
                "taken out": self.scene.taken_out(by=self.master, client=self.office.kato),
                "elsewhere": self.neighbour.sato}

    def test_GivenAGroupThatIsNotListed_WhenStrangersLookAndAsk_ThenItIsLikeNone(self):
        for name, client in self.strangers().items():
            with self.subTest(name):
                _, told = self.found(client)
                for mark in self.scene.marks_of("room"):
                    self.assertNotIn(mark, told)
                there, nowhere = (ask("ask_to_join", client, f"{groups}/{room}/request", {"words": "入れて"})
                                  for room in (self.room, missing(self.room)))
                self.assertEqual(there, nowhere)
                self.assertEqual((there.status, there.code), (404, "talk.room_not_found"))
                there, nowhere = (ask("take_back_request", client, f"{groups}/{room}/request")
                                  for room in (self.room, missing(self.room)))
                self.assertEqual(there, nowhere)

    def test_GivenAListedGroup_WhenStrangersFindIt_ThenNothingThatWasSaidIsToBeSeen(self):
        self.scene.listed()
        strangers = self.strangers()
        elsewhere = strangers.pop("elsewhere")
        self.assertIsNone(self.found(elsewhere)[0])
        self.assertNotIn(self.scene.name, self.found(elsewhere)[1])
        for name, client in strangers.items():
            with self.subTest(name):
                one, told = self.found(client)
                self.assertEqual(set(one), {"id", "name", "purpose", "master", "members"})
                self.assertNotIn(self.scene.said, told)
                for path in ("", "/messages", "/members", "/messages/1/readers"):
                    self.assert_refused(client.get(f"{rooms}/{self.room}{path}"), 404, "talk.room_not_found")
                self.assertNotIn(self.room, json.dumps(client.sync()))

    def test_GivenARequest_WhenOthersLook_ThenOnlyThoseWhoLeadAndTheAskerSeeIt(self):
        self.scene.listed()
        self.scene.who_asked()
        deputy, member, stranger = self.office.ogawa, self.office.sato, self.office.hara
        self.master.must(self.master.put(f"{rooms}/{self.room}/deputy", {"person": deputy.person}))
        for client, sees in ((self.master, True), (deputy, True), (member, False)):
            room = client.must(client.get(f"{rooms}/{self.room}"))
            self.assertEqual("requests" in room, sees)
            self.assertEqual("入れてください" in json.dumps(client.sync(), ensure_ascii=False), sees)
        for client, sees in ((self.office.kato, True), (stranger, False), (member, False), (self.office.aoki, False)):
            self.assertEqual("request" in self.found(client)[0], sees)

    def test_GivenAStrangersSocket_WhenGroupsAreChangedAndAskedFor_ThenItHearsThatListedOnesAreOthersAndNoMore(self):
        hara = self.office.hara
        with WebSocket(hara) as socket:
            socket.hello()
            self.set(visibility="unlisted", purpose="秘密の花見")
            self.assertEqual([e for e in heard(hara, socket)[0] if e["stream"] == "groups"], [])
            self.set(visibility="listed", purpose="花見")
            self.scene.who_asked()
            told = heard(hara, socket)[0]
            self.assertEqual([e["type"] for e in told if e["stream"] == "groups"], ["talk.groups_changed"])
            self.assertEqual({key for e in told for key in e if e["stream"] == "groups"}, {"type", "stream", "version"})
            self.assertNotIn(self.room, json.dumps(told))

    def test_GivenAGroupThatHidesItsPast_WhenSomebodyComes_ThenNoWayLeadsToWhatWasSaid(self):
        self.set(shows_past=False)
        hara = self.office.hara
        self.scene.bring(hara)
        answers = [hara.must(hara.get(f"{rooms}/{self.room}")), hara.must(hara.get(rooms)), hara.sync(),
                   hara.history(self.room), hara.history(self.room, "after=0"), hara.history(self.room, "before=2")]
        self.assertNotIn(self.scene.said, json.dumps(answers, ensure_ascii=False))
        for path in ("messages/1/readers",):
            self.assert_refused(hara.get(f"{rooms}/{self.room}/{path}"), 404, "talk.message_not_found")
        report = hara.post(f"{rooms}/{self.room}/messages/1/reports", {"reason": "見たい"})
        self.assert_refused(report, 404, "talk.message_not_found")

    def test_GivenADeputy_WhenTheyReachForTheMastersPlace_ThenTheyAreRefusedAndTheMasterStays(self):
        deputy = self.office.ogawa
        self.master.must(self.master.put(f"{rooms}/{self.room}/deputy", {"person": deputy.person}))
        kept = self.kept()
        self.assert_refused(deputy.delete(self.scene.members(f"/{self.master.person}")), 403, "talk.only_master")
        for path, body in (("master", {"person": deputy.person}), ("master", {"person": self.office.ids["sato"]}),
                           ("deputy", {}), ("deputy", {"person": self.office.ids["sato"]})):
            self.assert_refused(deputy.put(f"{rooms}/{self.room}/{path}", body), 403, "talk.only_master")
        self.assertEqual(self.kept(), kept)
