"""Clause B5: whoever is on leave doesn't use any of this."""

from tests.clauses.hours import HoursCase, always
from tests.kit.websocket import WebSocket

signed_out = 4003


class OnLeave(HoursCase):
    def setUp(self):
        self.organisation_works(always)
        self.addCleanup(self.end_leave)

    def leave(self, **days):
        aoki = self.office.aoki
        aoki.must(aoki.put(f"/api/v1/directory/people/{self.office.ids['tanaka']}/leave", days))

    def end_leave(self):
        aoki = self.office.aoki
        aoki.must(aoki.delete(f"/api/v1/directory/people/{self.office.ids['tanaka']}/leave"))

    def person(self):
        everybody = self.office.sato.must(self.office.sato.get("/api/v1/directory/people"))["people"]
        return next(one for one in everybody if one["id"] == self.office.ids["tanaka"])

    def unread(self):
        seq = self.office.sato.history(self.room)[-1]["seq"]
        path = f"/api/v1/talk/rooms/{self.room}/messages/{seq}/readers"
        return self.office.sato.must(self.office.sato.get(path))["unread"]

    def test_Clause_B5_block_GivenSomebodyOnLeave_ThenTheyAreOutAndNobodyWaitsForThemAndAfterwardsAllIsAsBefore(self):
        tanaka = self.office.session_of("tanaka")
        told = len(self.notices(tanaka)["notices"])
        with WebSocket(tanaka) as socket:
            socket.hello()
            self.leave(**{"from": "2020-04-01"})
            self.assertEqual(socket.end(), signed_out)
        self.assert_refused(tanaka.get("/api/v1/talk/rooms"), 401, "access.signed_out")
        code = self.office.card("tanaka")
        again = self.office.outsider()
        refused = self.assert_refused(again.sign_in(code), 403, "access.on_leave")
        self.assertEqual(refused.json["clause"], "B5")
        self.assertEqual(self.person()["leave"], {"from": "2020-04-01"})
        self.wait_until_closed(tanaka)
        self.assertEqual(self.send("お休みの間の件です").status, 201)
        self.assertEqual(self.unread(), [])

        self.end_leave()
        self.assertNotIn("leave", self.person())
        again.must(again.sign_in(code))
        self.assertEqual(again.history(self.room)[-1]["body"], "お休みの間の件です")
        self.assertEqual(self.unread(), [again.person])
        digest = self.wait_for_digest(again, told + 1)
        self.assertEqual(digest["waiting"], [{"place": f"room:{self.room}", "messages": 1}])
