"""Clause 3.9: on the day after the last one the account ends by itself."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import key
from tests.kit.retirement import everybody, retire_now, today

people = "/api/v1/directory/people"


class Retirement(ClauseCase):
    def direct(self, one, other):
        draft = {"kind": "direct", "name": "", "members": [other.person], "client_key": key()}
        return one.must(one.post("/api/v1/talk/rooms", draft))["id"]

    def test_Clause_3_9_on_GivenTheLastDayIsOver_ThenNoWayInIsLeftAndWordsStayWithoutAName(self):
        sato, hara = self.office.sato, self.office.session_of("hara")
        group, direct = sato.group("引き継ぎG", hara.person), self.direct(sato, hara)
        hara.say(group, "鍵は受付にあります")
        code = self.office.card("hara")
        retire_now(self.office, hara.person)
        self.assert_refused(hara.get("/api/v1/session"), 401, "access.signed_out")
        self.assert_refused(self.office.outsider().sign_in(code), 401, "access.bad_code")

        seen = next(one for one in everybody(self.office) if one["id"] == hara.person)
        self.assertRegex(seen.pop("name"), r"^退職者 \d+$")
        self.assertNotIn("原", str(seen))
        self.assertNotIn("ハラ", str(seen))
        room = sato.must(sato.get(f"/api/v1/talk/rooms/{group}"))
        self.assertEqual(room["members"], [sato.person])
        self.assertEqual(sato.history(group)[-1]["author"], hara.person)
        message = {"body": "お元気で", "client_key": key()}
        refused = sato.post(f"/api/v1/talk/rooms/{direct}/messages", message)
        self.assert_refused(refused, 409, "talk.other_retired")

        aoki = self.office.aoki
        proof = aoki.must(aoki.get("/api/v1/directory/retired"))["retired"][0]
        counts = {one["what"]: one["count"] for one in proof["erased"]}
        # The group, and the rooms of the department and of the employment type (clause 5.4).
        self.assertEqual((proof["person"], counts["rooms"], counts["cards"]), (hara.person, 3, 1))
        self.assertGreaterEqual(counts["sessions"], 1)

    def test_GivenALastDayThatHasNotCome_ThenItCanBeCalledOff(self):
        aoki, path = self.office.aoki, f"{people}/{self.office.ids['kato']}/retirement"
        aoki.must(aoki.put(path, {"day": today()}))
        planned = aoki.must(aoki.get("/api/v1/directory/planned"))["planned"]
        self.assertEqual([one["kind"] for one in planned], ["retirement"])
        aoki.must(aoki.delete(f"/api/v1/directory/planned/{planned[0]['id']}"))
        self.assertEqual(aoki.must(aoki.get("/api/v1/directory/planned"))["planned"], [])
        self.office.session_of("kato")
