"""Use that can't be one person's, from the desks where it happens (clause 3.3)."""

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client
from tests.kit.doubts import act, elsewhere, in_two_places, main, mine, name_places, sit, windows

iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1"
denied = "/api/v1/access/doubts"


@on_both_databases
class Doubts(OfficeCase):
    def asked(self, client):
        return client.must(client.get(mine))["doubts"]

    def denied(self):
        return self.office.keeper.must(self.office.keeper.get(denied))["doubts"]

    def answer(self, client, doubt, is_mine):
        return client.post(f"{mine}/{doubt}/answer", {"mine": is_mine})

    def test_GivenAPcAndATelephone_WhenBothAreUsedTogether_ThenNobodyIsAsked(self):
        name_places(self.office)
        desk, phone = sit(self.office, "hara", main), sit(self.office, "hara", elsewhere, iphone)
        for _ in range(4):
            act(desk)
            act(phone)
        self.assertEqual(self.asked(desk), [])

    def test_GivenTwoPlaces_WhenScreensAskByThemselves_ThenThatIsNoUse(self):
        name_places(self.office)
        desk, left_open = sit(self.office, "kato", main), sit(self.office, "kato", "127.0.12.1")
        act(desk)
        for _ in range(3):
            left_open.must(left_open.post("/api/v1/sync", {"streams": []}))
            left_open.must(left_open.get("/api/v1/talk/rooms"))
        self.assertEqual(self.asked(desk), [])

    def test_GivenTwoPlaces_WhenItWasI_ThenNobodyHearsAndItIsNotAskedAgain(self):
        here, there = in_two_places(self.office, "sato")
        doubt, = self.asked(here)
        self.assertEqual([(use["site"], use["browser"], use["here"]) for use in doubt["uses"]],
                         [("本所", "Windows Chrome", True), ("北支所", "Windows Chrome", False)])
        self.assertEqual(self.asked(there)[0]["id"], doubt["id"])
        self.assertEqual(self.answer(here, doubt["id"], True).status, 204)
        for desk in (here, there):
            act(desk)
            self.assertEqual(self.asked(desk), [])
        self.assertEqual([one for one in self.denied() if one["person"] == here.person], [])
        self.assert_refused(self.answer(there, doubt["id"], False), 404, "access.no_such_doubt")

    def test_GivenTwoPlaces_WhenItWasNotI_ThenTheOtherIsOutAndAdministratorsKnow(self):
        here, there = in_two_places(self.office, "tanaka")
        doubt = self.asked(here)[0]["id"]
        self.assertEqual(self.answer(here, doubt, False).status, 204)
        self.assertEqual(here.get("/api/v1/session").status, 200)
        self.assert_refused(there.get("/api/v1/session"), 401, "access.signed_out")
        told, = (one for one in self.denied() if one["person"] == here.person)
        self.assertEqual(told["id"], doubt)
        self.assertGreaterEqual(told["sessions"], 1)

    def test_GivenACopiedSession_WhenItWasNotI_ThenItIsOutToo(self):
        owner = sit(self.office, "ogawa", elsewhere, iphone)
        thief = Client(self.office.server, owner.cookie, elsewhere)
        for agent in [iphone, windows] * 4:  # over one connection: another loop would know it some seconds later
            owner.agent = agent
            act(owner)
        doubt, = self.asked(owner)
        self.assertEqual((doubt["kind"], {use["browser"] for use in doubt["uses"]}),
                         ("copied", {"iPhone Safari", "Windows Chrome"}))
        reply = self.answer(owner, doubt["id"], False)
        self.assertEqual((reply.status, "Max-Age=0" in reply.headers["Set-Cookie"]), (204, True))
        for client in (owner, thief):
            self.assert_refused(client.get("/api/v1/session"), 401, "access.signed_out")
