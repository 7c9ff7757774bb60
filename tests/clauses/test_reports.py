"""Clause B8: anybody can show a message to the administrators."""

from tests.clauses.cases import ClauseCase


class Reported(ClauseCase):
    def setUp(self):
        self.addCleanup(self.set, "B8", "on")

    def report(self, seq):
        path = f"/api/v1/talk/rooms/{self.room}/messages/{seq}/reports"
        return self.office.tanaka.post(path, {"reason": "私用の話が続いています"})

    def said(self, text):
        return self.send(text).json["seq"]

    def test_Clause_B8_on_GivenAMessage_WhenItIsReported_ThenAdministratorsReadItInItsContextAndCloseIt(self):
        self.set("B8", "on")
        self.said("前の話")
        seq = self.said("週末の釣りの話")
        report = self.office.tanaka.must(self.report(seq))["id"]
        aoki, path = self.office.aoki, "/api/v1/talk/reports"
        opened = aoki.must(aoki.post(f"{path}/{report}/openings"))
        self.assertIn("前の話", [one["body"] for one in opened["messages"]])
        self.assertEqual(opened["report"]["reason"], "私用の話が続いています")
        self.assert_refused(self.office.sato.post(f"{path}/{report}/openings"), 403, "directory.not_administrator")
        aoki.must(aoki.put(f"{path}/{report}/outcome", {"outcome": "本人と話しました"}))
        listed = aoki.must(aoki.get(path))["reports"]
        self.assertEqual([one["closed"]["outcome"] for one in listed if one["id"] == report], ["本人と話しました"])

    def test_Clause_B8_off_GivenAMessage_WhenItIsReported_ThenItIsRefusedAndPeopleAreAskedToTalk(self):
        self.set("B8", "off")
        refused = self.assert_refused(self.report(self.said("週末の話")), 403, "talk.reports_off")
        self.assertEqual(refused.json["clause"], "B8")
