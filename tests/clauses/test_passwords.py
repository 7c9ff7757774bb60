"""Clause 7.2: IDs stay as they are; whether passwords may be changed is the organisation's choice."""

from tests.clauses.cases import ClauseCase
from tests.kit.office import sheet

first, second = "みかんばたけのじてんしゃと夕やけ", "ゆきだるまとはりねずみの引っこし"
mine = "/api/v1/me/password"


class Passwords(ClauseCase):
    def with_password(self, login):
        """Somebody who chose one on another day: the session is one of ID and password."""
        own = self.office.outsider()
        own.must(own.sign_in(self.office.card(login)))
        own.must(own.put(mine, {"password": first}))
        typed = self.office.outsider()
        typed.must(typed.sign_in_by_password(f"{login}@office", first))
        return typed

    def test_Clause_7_2_on_GivenAForgottenPassword_ThenANewCardLetsInUnderTheSameId(self):
        typed = self.with_password("hara")
        login = typed.must(typed.get("/api/v1/session"))["person"]["login"]
        renamed = sheet({"hara2": ("原 葵", "ハラ アオイ", "総務課")})
        self.assert_refused(typed.post("/api/v1/directory/imports", renamed, kind="text/csv"), 403,
                            "directory.not_administrator")
        again = self.office.outsider()
        again.must(again.sign_in(self.office.card("hara")))
        again.must(again.put(mine, {"password": second}))
        session = self.office.outsider().sign_in_by_password(login, second)
        self.assertEqual(session.json["person"]["login"], login)

    def test_Clause_7_2_password_on_GivenSomebody_ThenTheyChangeTheirPasswordThemselves(self):
        self.set("7.2", "on", "password")
        typed = self.with_password("kato")
        self.assertTrue(typed.must(typed.get("/api/v1/session"))["may_change_password"])
        self.assert_refused(typed.put(mine, {"password": second}), 403, "access.bad_current_password")
        typed.must(typed.put(mine, {"current": first, "password": second}))
        typed.must(self.office.outsider().sign_in_by_password("kato@office", second))

    def test_Clause_7_2_password_off_GivenSomebody_ThenOnlyANewCardBringsAnotherPassword(self):
        typed = self.with_password("ogawa")
        self.set("7.2", "off", "password")
        self.addCleanup(self.set, "7.2", "on", "password")
        self.assertFalse(typed.must(typed.get("/api/v1/session"))["may_change_password"])
        refused = self.assert_refused(typed.put(mine, {"current": first, "password": second}), 403,
                                      "access.password_stays")
        self.assertEqual(refused.json["clause"], "7.2")
        typed.must(self.office.outsider().sign_in_by_password("ogawa@office", first))
        again = self.office.outsider()
        again.must(again.sign_in(self.office.card("ogawa")))
        again.must(again.put(mine, {"password": second}))
        again.must(self.office.outsider().sign_in_by_password("ogawa@office", second))
