"""Clauses that look at what people write: B6, 5.1, 5.2, 5.3."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import key

application = "明日の午後、年休を申請します"
greeting = "お疲れ様です。会議は14時です"
answer = "了解しました"
two_matters = "会議は14時です。別件ですが、鍵を返してください"


class Service(ClauseCase):
    """Clause B6."""

    def test_Clause_B6_off_GivenAnApplication_ThenNothingIsSaidAndItIsSent(self):
        self.set("B6", "off")
        self.assertEqual(self.findings(application), ({}, None))
        self.assertEqual(self.send(application).status, 201)

    def test_Clause_B6_hint_GivenAnApplication_ThenItIsSaidAndSentAllTheSame(self):
        self.set("B6", "hint")
        self.assertEqual(self.findings(application), ({"B6": "hint"}, None))
        self.assertEqual(self.send(application).status, 201)

    def test_Clause_B6_confirm_GivenAnApplication_ThenTheServerWantsAYesToTheseWords(self):
        self.set("B6", "confirm")
        text = f"{application}、10時から"
        found, yes = self.findings(text)
        self.assertEqual(found, {"B6": "confirm"})
        refused = self.assert_refused(self.send(text), 422, "policy.confirm_first")
        self.assertEqual(refused.json["clause"], "B6")
        self.assert_refused(self.send(text + "。", yes), 422, "policy.confirm_first")
        self.assert_refused(self.send(text, yes, self.office.tanaka), 422, "policy.confirm_first")
        self.assert_not_heard(text)
        before = self.clause("B6")["figures"]["acknowledged"]
        self.assertEqual(self.send(text, yes).status, 201)
        self.assert_heard(text)
        self.assertEqual(self.clause("B6")["figures"]["acknowledged"], before + 1)

    def test_Clause_B6_confirm_GivenAYes_WhenTheAnswerIsLost_ThenARepeatIsKeptOnce(self):
        self.set("B6", "confirm")
        _, yes = self.findings(application)
        once = key()
        first = self.send(application, yes, client_key=once)
        again = self.send(application, yes, client_key=once)
        self.assertEqual((first.status, first.json["seq"]), (again.status, again.json["seq"]))

    def test_Clause_B6_block_GivenAnApplication_ThenItIsRefusedWhateverTheClientSays(self):
        self.set("B6", "confirm")
        _, yes = self.findings(application)
        self.set("B6", "block")
        self.assertEqual(self.findings(application), ({"B6": "block"}, None))
        text = application + "!"
        refused = self.assert_refused(self.send(text, yes), 422, "policy.refused")
        self.assertEqual(refused.json["clause"], "B6")
        self.assertTrue(refused.json["instead"])
        self.assert_not_heard(text)

    def test_Clause_B6_block_GivenANoticeOfAbsence_ThenItIsNotCaught(self):
        self.set("B6", "block")
        self.assertEqual(self.send("熱があるので、今日は休みます").status, 201)


class Manners(ClauseCase):
    """Clauses 5.1 to 5.3: hints, which are never in the way."""

    def hinted(self, clause, text):
        self.set(clause, "hint")
        found, yes = self.findings(text)
        self.assertEqual((found.get(clause), yes), ("hint", None))
        self.assertEqual(self.send(text).status, 201)
        self.assert_heard(text)

    def silent(self, clause, text):
        self.set(clause, "off")
        self.assertNotIn(clause, self.findings(text)[0])
        self.assertEqual(self.send(text).status, 201)

    def test_Clause_5_1_hint_GivenAGreeting_ThenItMayBeDropped(self):
        self.hinted("5.1", greeting)
        said = self.office.sato.must(self.office.sato.post(
            "/api/v1/policy/check", {"kind": "message", "text": greeting}))["findings"][0]
        self.assertEqual(said["drop"], [{"begin": 0, "end": len("お疲れ様です。")}])

    def test_Clause_5_1_off_GivenAGreeting_ThenNothingIsSaid(self):
        self.silent("5.1", greeting)

    def test_Clause_5_2_hint_GivenABareAnswer_ThenReadingIsSaidToBeEnough(self):
        self.hinted("5.2", answer)

    def test_Clause_5_2_off_GivenABareAnswer_ThenNothingIsSaid(self):
        self.silent("5.2", answer)

    def test_Clause_5_3_hint_GivenTwoMattersOrMoreThanTheCharactersSet_ThenItIsSaid(self):
        self.hinted("5.3", two_matters)
        self.hinted("5.3", "あ" * 201)
        self.set("5.3", "60", "characters")
        self.hinted("5.3", "あ" * 61)

    def test_Clause_5_3_off_GivenTwoMatters_ThenNothingIsSaid(self):
        self.silent("5.3", two_matters)


class Flexible(ClauseCase):
    """Clause 0: departments, whose heads choose within limits."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        aoki, sato = cls.office.aoki, cls.office.sato
        aoki.must(aoki.put("/api/v1/directory/heads", {"department": "地域福祉課", "person": sato.person}))

    def choose(self, mode):
        return self.office.sato.put("/api/v1/policy/clauses/B6/department-settings/main", {"value": mode})

    def test_Clause_0_on_GivenAHeadsChoice_ThenItHoldsForTheDepartmentAndThePageSaysWhoseItIs(self):
        self.set("0", "on")
        self.assertEqual(self.choose("block").status, 204)
        self.assert_refused(self.send(application, client=self.office.tanaka), 422, "policy.refused")
        self.assertEqual(self.findings(application, self.office.hara)[0], {"B6": "confirm"})
        measure = self.clause("B6", self.office.tanaka)["measures"][0]
        self.assertEqual((measure["mode"], measure["level"], measure["organisation_mode"], measure["set_by"]),
                         ("block", "department", "confirm", self.office.sato.person))
        self.assert_refused(self.choose("off"), 403, "policy.may_not_choose")

    def test_Clause_0_off_GivenAHeadsChoice_ThenItHoldsForNobody(self):
        self.set("0", "on")
        self.assertEqual(self.choose("block").status, 204)
        self.set("0", "off")
        self.assertEqual(self.findings(application, self.office.tanaka)[0], {"B6": "confirm"})
        self.assert_refused(self.choose("block"), 403, "policy.may_not_choose")
