"""Clause 3.4: in principle from office PCs on the office network; elsewhere less may be done."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import Client

places = "/api/v1/access/places"
office, home = "127.0.0.1", "127.7.0.1"


class Places(ClauseCase):
    """The office is 127.0.0.1; whoever comes from 127.7.0.1 is at home."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.desk = cls.office.session_of("aoki", "office")
        preset = cls.desk.must(cls.desk.get(places))
        wish = {"networks": [{"name": "本所", "addresses": "127.0.0.0/24", "kind": "office"}],
                "allowances": preset["allowances"]}
        cls.desk.must(cls.desk.put(places, wish))

    def set_mode(self, mode):
        self.desk.must(self.desk.put("/api/v1/policy/clauses/3.4/settings/main", {"value": mode}))
        self.addCleanup(lambda: self.desk.must(
            self.desk.put("/api/v1/policy/clauses/3.4/settings/main", {"value": "on"})))

    def come(self, login, device, address):
        client = Client(self.office.server, address=address)
        path = f"/api/v1/directory/people/{self.office.ids[login]}/card"
        client.must(client.sign_in(self.desk.must(self.desk.post(path))["code"], device))
        return client

    def may(self, client):
        said = client.must(client.get("/api/v1/session"))["may"]
        return said["download"], said["administration"]

    def assert_administers(self, client, expected):
        reply = client.get(places)
        export = client.post("/api/v1/directory/exports", {"format": "csv"})
        self.assertEqual(client.post("/api/v1/contacts/exports", {"format": "csv"}).status, export.status)
        if expected:
            self.assertEqual((reply.status, export.status), (200, 200))
        else:
            refused = self.assert_refused(reply, 403, "directory.not_from_here")
            self.assertEqual(refused.json["clause"], "3.4")
            self.assert_refused(export, 403, "directory.not_from_here")

    def test_Clause_3_4_on_GivenOfficeAndPrivateDevices_WhenUsedHereAndElsewhere_ThenEachMayWhatTheTableSays(self):
        self.assertTrue(self.desk.must(self.desk.get(places))["holds"])
        for device, address, may in (("office", office, (True, True)), ("shared", office, (True, True)),
                                     ("own", office, (False, False)), ("own", home, (False, False))):
            with self.subTest(device, at=address):
                client = self.come("aoki", device, address)
                self.assertEqual(self.may(client), may)
                self.assert_administers(client, may[1])
                room = client.group("どこでも書ける", self.office.ids["sato"])
                client.must(client.send(room, "どこからでも読み書きはできます"))

    def test_Clause_3_4_on_GivenTheHeadOfADepartmentOnTheirPhone_WhenTakingContactsAway_ThenTheyStayInTheOffice(self):
        kato = self.come("kato", "office", office)
        heads = {"department": "生活支援課", "person": kato.person}
        self.desk.must(self.desk.put("/api/v1/directory/heads", heads))
        phone = self.come("kato", "own", home)
        wanted = {"format": "csv"}
        self.assert_refused(phone.post("/api/v1/contacts/exports", wanted), 403, "directory.not_downloaded_here")
        self.assertEqual(kato.post("/api/v1/contacts/exports", wanted).status, 200)

    def test_Clause_3_4_on_GivenADeskPc_WhenTakenHome_ThenItAdministersNothingUntilItIsBack(self):
        desk = self.come("aoki", "office", office)
        taken = Client(self.office.server, desk.cookie, address=home)
        self.assertEqual(self.may(taken), (True, False))
        self.assert_administers(taken, False)
        self.assertEqual(self.may(desk), (True, True))

    def test_Clause_3_4_off_GivenTheClauseIsOff_ThenNothingIsNarrowed(self):
        self.set_mode("off")
        self.assertFalse(self.desk.must(self.desk.get(places))["holds"])
        client = self.come("aoki", "own", home)
        self.assertEqual(self.may(client), (True, True))
        self.assert_administers(client, True)
