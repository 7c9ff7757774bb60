"""Clause 3.1: an administrator and a sub-administrator; narrower roles from permissions; all administrators know."""

from tests.clauses.cases import ClauseCase
from tests.kit.websocket import WebSocket

roles = "/api/v1/roles"


class Roles(ClauseCase):
    def appoint(self, login, role, sets=(), by=None):
        by = by or self.office.aoki
        return by.put(f"{roles}/people/{self.office.ids[login]}", {"role": role, "sets": list(sets)})

    def seen(self, by=None):
        by = by or self.office.aoki
        return by.must(by.get(roles))

    def tearDown(self):
        for one in self.seen()["people"]:
            if one["person"] in (self.office.ids["kato"], self.office.ids["ogawa"]):
                path = f"{roles}/people/{one['person']}"
                self.office.aoki.must(self.office.aoki.put(path, {"role": "member", "sets": []}))

    def test_Clause_3_1_on_GivenARoleThatIsGiven_ThenItHoldsAtOnceAndEveryAdministratorIsToldWhoGaveWhomWhat(self):
        keeper, kato = self.office.keeper, self.office.kato
        self.assertEqual(kato.get(roles).status, 403)
        with WebSocket(keeper) as socket:
            socket.hello()
            self.office.aoki.must(self.appoint("kato", "sub_administrator"))
            socket.until(lambda event: event["type"] == "notify.changed")
        told = self.seen(keeper)["changes"][0]
        self.assertEqual((told["by"], told["person"], told["role_before"], told["role_after"]),
                         (self.office.aoki.person, kato.person, "member", "sub_administrator"))
        self.assertGreater(told["id"], self.seen(keeper)["seen"])
        keeper.must(keeper.put(f"{roles}/seen", {"up_to": told["id"]}))
        self.assertEqual(self.seen(keeper)["seen"], told["id"])
        self.assertEqual(kato.get(roles).status, 200)
        self.assertEqual(kato.must(kato.get("/api/v1/session"))["person"]["role"], "sub_administrator")
        self.office.aoki.must(self.appoint("kato", "member"))
        self.assert_refused(kato.get(roles), 403, "directory.not_administrator")

    def test_Clause_3_1_on_GivenASubAdministrator_ThenTheyMayAllButActOnAnAdministratorAndMakeSets(self):
        self.office.aoki.must(self.appoint("kato", "sub_administrator"))
        kato, aoki = self.office.kato, self.office.aoki
        self.assertEqual(kato.get("/api/v1/quiz/progress").status, 200)
        self.assertEqual(kato.post(f"/api/v1/directory/people/{self.office.ids['hara']}/card").status, 201)
        self.assert_refused(kato.post(f"/api/v1/directory/people/{aoki.person}/card"), 403, "directory.higher_rank")
        self.assert_refused(self.appoint("kato", "administrator", by=kato), 403, "directory.not_oneself")
        self.assert_refused(self.appoint("ogawa", "administrator", by=kato), 403, "directory.higher_rank")
        wish = {"name": "数字の係", "permissions": ["figures"]}
        self.assert_refused(kato.post(f"{roles}/sets", wish), 403, "directory.not_administrator")

    def test_Clause_3_1_on_GivenANarrowerRole_ThenItsPeopleMayThatAndNothingElse(self):
        aoki, ogawa = self.office.aoki, self.office.ogawa
        wish = {"name": "研修担当", "permissions": ["quiz"]}
        trainer = aoki.must(aoki.post(f"{roles}/sets", wish))["id"]
        self.assert_refused(aoki.post(f"{roles}/sets", wish), 409, "directory.set_name_taken")
        aoki.must(self.appoint("ogawa", "member", [trainer]))
        self.assertEqual(ogawa.get("/api/v1/quiz/progress").status, 200)
        self.assertEqual(ogawa.must(ogawa.get("/api/v1/session"))["permissions"], ["quiz"])
        for path in ("/api/v1/directory/planned", "/api/v1/access/places", roles):
            self.assert_refused(ogawa.get(path), 403, "directory.not_administrator")
        aoki.must(aoki.put(f"{roles}/sets/{trainer}", {"name": "研修担当", "permissions": ["figures"]}))
        self.assert_refused(ogawa.get("/api/v1/quiz/progress"), 403, "directory.not_administrator")
        changed = self.seen()["changes"][0]
        self.assertEqual((changed["set"], changed["before"], changed["after"]), ("研修担当", ["quiz"], ["figures"]))
        aoki.must(aoki.delete(f"{roles}/sets/{trainer}"))
        self.assertEqual(ogawa.must(ogawa.get("/api/v1/session"))["permissions"], [])
        self.assertNotIn(ogawa.person, [one["person"] for one in self.seen()["people"]])
