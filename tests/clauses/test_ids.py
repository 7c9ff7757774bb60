"""Clause 7.1: IDs by a pattern or by staff number; cards instead of passwords that others guess. Clause 7.2: IDs stay."""

from tests.clauses.cases import ClauseCase
from tests.kit.contract import contract
from tests.kit.retirement import everybody

imports, rules = "/api/v1/directory/imports", "/api/v1/access/sign-in-rules"
own = "みかんばたけのじてんしゃと夕やけ"
preset = {"password_days": 0, "second_for_administrators": False, "login_form": "name", "pattern_passwords": False}


class Ids(ClauseCase):
    def take_in(self, *rows, heading="氏名,フリガナ,生年(西暦)"):
        """The logins of whoever is new."""
        before = {one["login"] for one in everybody(self.office)}
        aoki, csv = self.office.aoki, "\n".join((heading, *rows)).encode()
        aoki.must(aoki.post(imports, csv, kind="text/csv"))
        return sorted({one["login"] for one in everybody(self.office)} - before)

    def decide(self, **some):
        self.office.aoki.must(self.office.aoki.put(rules, preset | some))
        self.addCleanup(self.office.aoki.put, rules, preset)

    def person(self, login):
        return next(one["id"] for one in everybody(self.office) if one["login"] == login)

    def test_Clause_7_1_on_GivenPeopleWithoutIds_WhenImported_ThenTheirIdsFollowThePatternAndAreNumbered(self):
        logins = self.take_in("井上 恵,イノウエ メグミ,1975", "井上 実,イノウエ ミノル,1975", "林 翔,ハヤシ ショウ,1990")
        self.assertEqual(logins, ["m.inoue1975-2@office", "m.inoue1975@office", "s.hayashi1990@office"])
        self.decide(login_form="number")
        self.assertEqual(self.take_in("小野 薫,オノ カオル,1024", heading="氏名,フリガナ,職員番号"), ["1024@office"])

    def test_Clause_7_1_on_GivenSomebodyNew_WhenTheyComeByCard_ThenItLetsInOnceAndTheyChooseAPasswordNobodyGuesses(self):
        login, = self.take_in("川口 渚,カワグチ ナギサ,1982")
        aoki = self.office.aoki
        code = aoki.must(aoki.post(f"/api/v1/directory/people/{self.person(login)}/card"))["code"]
        newcomer = self.office.outsider()
        newcomer.must(newcomer.sign_in(code))
        self.assert_refused(self.office.outsider().sign_in(code), 401, "access.bad_code")
        for guessed in ("office1982", "1982office"):
            self.assertEqual(newcomer.put("/api/v1/me/password", {"password": guessed}).status, 422)
        newcomer.must(newcomer.put("/api/v1/me/password", {"password": own}))
        newcomer.must(self.office.outsider().sign_in_by_password(login, own))

    def test_Clause_7_1_on_GivenTheOldPattern_WhenAnOrganisationInsists_ThenItLetsInOnceWithAnotherPasswordAlong(self):
        login, = self.take_in("北 進,キタ ススム,1969")
        aoki, path = self.office.aoki, f"/api/v1/directory/people/{self.person(login)}/first-password"
        self.assert_refused(aoki.post(path), 409, "access.no_patterns")
        self.decide(pattern_passwords=True)
        first = aoki.must(aoki.post(path))["password"]
        self.assertEqual(first, "office1969")
        come = lambda **more: self.office.outsider().post(
            "/api/v1/session/password", {"login": login, "password": first, **more})
        self.assert_refused(come(), 401, "access.first_password")
        self.assert_refused(come(next="1969office"), 422, "access.weak_password")
        self.assertEqual(come(next=own).status, 201)
        self.assert_refused(come(next=own), 401, "access.bad_password")
        self.assertEqual(self.office.outsider().sign_in_by_password(login, own).status, 201)

    def test_Clause_7_2_on_GivenAllThatCanBeAsked_WhenALoginStandsInIt_ThenItIsThatOfSigningIn(self):
        says = {operation.name for operation in contract().operations if "login" in self.fields(operation)}
        self.assertEqual(says, {"sign_in_by_password"})

    def fields(self, operation):
        content = operation.said.get("requestBody", {}).get("content", {})
        schema = contract().checker.resolve(content.get("application/json", {}).get("schema", {}))
        return schema.get("properties", {})

    def test_Clause_7_2_on_GivenAnId_WhenItsRowComesWithAnother_ThenThePersonKeepsIt(self):
        login, = self.take_in("南 誠,ミナミ マコト,1977")
        whose = self.person(login)
        self.assertEqual(self.take_in("南 誠,ミナミ マコト,1978"), [])
        self.assertEqual(self.person("m.minami1977@office"), whose)
