"""Side doors of roles (clause 3.1): nobody raises themselves, acts on a higher rank, or keeps what was taken away."""

import concurrent.futures

from tests.authz.appointing import appoint, dismiss, give, roles
from tests.authz.scene import MatrixCase
from tests.authz.scene_access import device_of, owner_of_a_phone
from tests.kit.cases import on_both_databases
from tests.kit.client import Client
from tests.kit.office import sheet

people, directory = "/api/v1/directory/people", "/api/v1/directory"
higher, oneself = (403, "directory.higher_rank"), (403, "directory.not_oneself")


@on_both_databases
class RoleDoors(MatrixCase):
    def setUp(self):
        dismiss(self.office)
        self.hara = self.office.hara

    def put(self, client, login, role, sets=()):
        reply = client.put(f"{roles}/people/{self.office.ids[login]}", {"role": role, "sets": list(sets)})
        return reply.status, reply.code if reply.status >= 400 else None

    def session(self, client):
        return client.must(client.get("/api/v1/session"))

    def test_GivenASubAdministrator_WhenTheyGiveRoles_ThenUpToTheirOwnAndNeverToThemselves(self):
        appoint(self.office, "hara", "sub_administrator")
        kept = self.kept()
        self.assertEqual(self.put(self.hara, "hara", "administrator"), oneself)
        self.assertEqual(self.put(self.hara, "hara", "member"), oneself)
        self.assertEqual(self.put(self.hara, "kato", "administrator"), higher)
        self.assertEqual(self.put(self.hara, "aoki", "member"), higher)
        self.assertEqual(self.put(self.office.aoki, "aoki", "sub_administrator"), oneself)
        self.assertEqual(self.kept(), kept)
        self.assertEqual(self.put(self.hara, "kato", "sub_administrator"), (204, None))
        self.assertEqual(self.put(self.hara, "kato", "member"), (204, None))

    def test_GivenWhoIsEntrustedWithEverything_WhenTheyGiveAnything_ThenRefused(self):
        made = self.office.aoki.post(f"{roles}/sets", {"name": "なんでも係", "permissions": ["staff", "sign_in"]})
        every = self.office.aoki.must(made)["id"]
        give(self.office, "hara", {"role": "member", "sets": [every]})
        self.addCleanup(give, self.office, "hara", {"role": "member", "sets": []})
        for login in ("hara", "kato"):
            self.assertEqual(self.put(self.hara, login, "member", [every]), (403, "directory.not_administrator"))

    def test_GivenWhoIsEntrustedWithStaff_WhenTheyNameHeads_ThenNotThemselvesAndNobodyAboveThem(self):
        appoint(self.office, "hara", "member", ["staff"])
        heads = f"{directory}/heads"
        def name(client, login):
            department = {"hara": "生活支援課", "kato": "生活支援課", "aoki": "総務課"}[login]
            return client.put(heads, {"department": department, "person": self.office.ids[login]})

        kept = self.kept()
        self.assert_refused(name(self.hara, "hara"), *oneself)
        self.assert_refused(name(self.hara, "aoki"), *higher)
        self.assertEqual(self.kept(), kept)
        self.assertEqual(name(self.hara, "kato").status, 204)
        self.assertEqual(name(self.office.aoki, "aoki").status, 204)
        self.assert_refused(self.hara.put(heads, {"department": "総務課"}), *higher)
        self.assertEqual(self.office.aoki.put(heads, {"department": "総務課"}).status, 204)

    def test_GivenARowThatChangesSomebodyAbove_WhenASheetIsImported_ThenItIsABadRowAndNothingChanges(self):
        appoint(self.office, "hara", "member", ["staff"])
        wish = sheet({"aoki": ("青木 実", "アオキ ミノル", "生活支援課"), "kato": ("加藤 恵", "カトウ メグミ", "総務課")})
        kept = self.kept()
        for path in ("imports", "imports/preview"):
            reply = self.hara.post(f"{directory}/{path}", wish, kind="text/csv")
            self.assert_refused(reply, 422, "directory.bad_sheet")
            said = [(one["path"], one["code"]) for one in reply.json["fields"]]
            self.assertEqual(said, [("行 2", "directory.row_of_higher_rank")])
        self.assertEqual(self.kept(), kept)
        unchanged = sheet({"aoki": ("青木 実", "アオキ ミノル", "総務課")})
        self.assertEqual(self.hara.post(f"{directory}/imports", unchanged, kind="text/csv").status, 200)

    def test_GivenACardThatWasMadeBefore_WhenItsPersonMayDoMore_ThenItLetsNobodyIn(self):
        appoint(self.office, "hara", "member", ["sign_in"])
        for role, permissions in (("sub_administrator", ()), ("member", ("quiz",))):
            with self.subTest(role):
                dismissed = {"role": "member", "sets": []}
                give(self.office, "kato", dismissed)
                card = self.hara.must(self.hara.post(f"{people}/{self.office.ids['kato']}/card"))["code"]
                appoint(self.office, "kato", role, permissions)
                self.assert_refused(Client(self.office.server).sign_in(card), 401, "access.bad_code")
                self.assert_refused(self.hara.post(f"{people}/{self.office.ids['kato']}/card"), *higher)

    def test_GivenASetOfSomebody_WhenItPermitsMore_ThenTheirCardFromBeforeLetsNobodyIn(self):
        appoint(self.office, "hara", "member", ["sign_in", "figures"])
        appoint(self.office, "kato", "member", ["figures"])
        card = self.hara.must(self.hara.post(f"{people}/{self.office.ids['kato']}/card"))["code"]
        aoki = self.office.aoki
        of_kato, = (one["sets"] for one in aoki.must(aoki.get(roles))["people"]
                    if one["person"] == self.office.ids["kato"])
        more = {"name": "数字と通報", "permissions": ["figures", "reports"]}
        aoki.must(aoki.put(f"{roles}/sets/{of_kato[0]}", more))
        self.addCleanup(lambda: aoki.must(aoki.delete(f"{roles}/sets/{of_kato[0]}")))
        self.assert_refused(Client(self.office.server).sign_in(card), 401, "access.bad_code")

    def test_GivenTheDeviceOfAnAdministrator_WhenWhoIsEntrustedAgreesToItOrRemovesIt_ThenRefused(self):
        owner = owner_of_a_phone(self.office)
        login, = (login for login, number in self.office.ids.items() if number == owner.person)
        appoint(self.office, login, "administrator")
        appoint(self.office, "hara", "member", ["sign_in"])
        device = device_of(self.office, owner.person)
        for reply in (self.hara.post(f"/api/v1/access/devices/{device}/approval"),
                      self.hara.delete(f"/api/v1/access/devices/{device}")):
            self.assert_refused(reply, *higher)

    def test_GivenSomebodyAtWork_WhenTheirRoleBecomesAnother_ThenItHoldsFromTheNextRequestInTheSameSession(self):
        planned = f"{directory}/planned"
        self.assert_refused(self.hara.get(planned), 403, "directory.not_administrator")
        appoint(self.office, "hara", "member", ["staff"])
        self.assertEqual(self.session(self.hara)["permissions"], ["staff"])
        self.assertEqual(self.hara.get(planned).status, 200)
        appoint(self.office, "hara", "sub_administrator")
        self.assertEqual(self.hara.get(roles).status, 200)
        dismiss(self.office)
        self.assertEqual(self.session(self.hara)["permissions"], [])
        for path in (planned, roles):
            self.assert_refused(self.hara.get(path), 403, "directory.not_administrator")

    def test_GivenTwoAdministrators_WhenEachLowersTheOtherAtOnce_ThenOneIsLeft(self):
        ogawa, kato = self.office.ogawa, self.office.kato
        for _ in range(5):
            appoint(self.office, "ogawa", "administrator")
            appoint(self.office, "kato", "administrator")
            with concurrent.futures.ThreadPoolExecutor() as at_once:
                lowered = [at_once.submit(self.put, who, whom, "member")
                           for who, whom in ((ogawa, "kato"), (kato, "ogawa"))]
            self.assertEqual(sorted(one.result()[0] for one in lowered), [204, 403])

    def test_GivenOnlyOneAdministrator_WhenTheyLeaveOrAreLowered_ThenTheyStay(self):
        aoki, keeper = self.office.aoki, self.session(self.office.keeper)["person"]["id"]
        self.office.command("role", "admin@office", "member", "--org", "office")
        try:
            person = f"{people}/{aoki.person}"
            for reply in (aoki.put(f"{person}/retirement", {"day": "2099-03-31"}),
                          aoki.put(f"{person}/leave", {"from": "2099-04-01"})):
                self.assert_refused(reply, 409, "directory.last_administrator")
            appoint(self.office, "hara", "sub_administrator")
            self.assertEqual(self.put(self.hara, "aoki", "member"), higher)
        finally:
            aoki.must(aoki.put(f"{roles}/people/{keeper}", {"role": "administrator", "sets": []}))
