"""Clause 3.7: a device that is lost or stolen is reported at once, and dead at once."""

import time

from tests.clauses.cases import ClauseCase
from tests.kit.client import Client
from tests.kit.websocket import Refused, WebSocket

signed_out = 4003
losses = "/api/v1/access/losses"


class Lost(ClauseCase):
    def device(self, login, device="own"):
        """A new browser of this person, with the cookie that it keeps."""
        return self.office.session_of(login, device)

    def report(self, by, person, **device):
        return by.must(by.post(losses, {"person": self.office.ids[person], **device}))

    def seen_by(self, client):
        return client.must(client.get(losses))["losses"]

    def test_Clause_3_7_on_GivenALostPhone_WhenItsOwnerReportsIt_ThenItIsDeadWithinASecondAndTheReportSaysWhatItSaw(self):
        self.send("電話で見ました")
        phone, desk = self.device("sato"), self.device("sato", "office")
        mine = desk.must(desk.get("/api/v1/me/devices"))["devices"]
        lost = next(one for one in mine if one["class"] == "own" and not one["here"] and "lost_at" not in one)
        with WebSocket(phone) as socket:
            socket.hello()
            began = time.monotonic()
            self.report(desk, "sato", device=lost["id"])
            self.assertEqual(socket.end(), signed_out)
            self.assertLess(time.monotonic() - began, 5)  # on an idle machine far below one
        for path in ("/api/v1/session", "/api/v1/talk/rooms"):
            refused = self.assert_refused(phone.get(path), 401, "access.device_lost")
            self.assertEqual(refused.headers["Clear-Site-Data"], '"cache", "storage"')
            self.assertEqual(refused.json["clause"], "3.7")
        with self.assertRaises(Refused):
            WebSocket(phone)
        loss = next(one for one in self.seen_by(desk) if one["device"] == lost["name"] and "showed_up_at" in one)
        rooms = {one["name"]: one["count"] for one in loss["seen"] if one["kind"] == "room"}
        self.assertEqual(rooms["打合せG"], self.office.sato.history(self.room)[-1]["seq"])
        self.assertEqual([one["count"] for one in loss["seen"] if one["kind"] == "people"], [len(self.office.ids)])
        self.assertIn(loss["id"], [one["id"] for one in self.seen_by(self.office.aoki)])

    def test_Clause_3_7_on_GivenAPersonWithoutAnyDeviceAtHand_WhenAColleagueReports_ThenAllPrivateOnesAreDead(self):
        phone, tablet, desk = self.device("kato"), self.device("kato"), self.device("kato", "office")
        ended = self.report(self.office.tanaka, "kato")
        self.assertGreaterEqual(ended["devices"], 2)
        for client in (phone, tablet):
            self.assert_refused(client.get("/api/v1/session"), 401, "access.device_lost")
        self.assertEqual(desk.get("/api/v1/session").status, 200)
        self.assertEqual([one for one in self.seen_by(self.office.tanaka)], [])

    def test_Clause_3_7_on_GivenAWalletCard_WhenSomebodyTypesItsNumber_ThenThePhoneIsDeadAndTheCardNamesNobody(self):
        phone = self.device("hara")
        number = phone.must(phone.post("/api/v1/me/wallet-card"))["number"]
        stranger = Client(self.office.server)
        self.assert_refused(stranger.post("/api/v1/lost", {"number": "AAAA-AAAA-AAAA-AAAA-AAAA"}), 401,
                            "access.bad_wallet_number")
        self.assertEqual(phone.get("/api/v1/session").status, 200)
        reply = stranger.post("/api/v1/lost", {"number": f" {number.lower()} "})
        self.assertEqual((reply.status, reply.content), (204, b""))
        self.assert_refused(phone.get("/api/v1/session"), 401, "access.device_lost")

    def test_Clause_3_7_on_GivenAPhoneThatWasFound_WhenItsOwnerSaysSo_ThenItCanBeUsedAgain(self):
        phone, desk = self.device("ogawa"), self.device("ogawa", "office")
        self.report(desk, "ogawa")
        again = Client(self.office.server)
        again.device = phone.device
        code = self.office.card("ogawa")
        self.assert_refused(again.sign_in(code), 403, "access.device_lost")
        loss = next(one for one in self.seen_by(desk) if "found_at" not in one)
        desk.must(desk.post(f"{losses}/{loss['id']}/found"))
        again.must(again.sign_in(code))
        self.assertNotEqual(again.device, phone.device)
