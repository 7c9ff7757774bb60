"""Passkeys over HTTP: under which names there are any, what is refused, what a listing tells."""

from tests.kit import passkey
from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client

me, session = passkey.me, passkey.session


@on_both_databases
class Passkeys(OfficeCase):
    def setUp(self):
        self.sato = self.office.session_of("sato")
        self.device, self.added = passkey.register(self.sato, "佐藤の電話")
        self.addCleanup(lambda: self.sato.delete(f"{me}/{self.added['id']}"))

    def listed(self, client=None):
        client = client or self.sato
        return client.must(client.get(me))["passkeys"]

    def test_GivenAPasskey_WhenItSigns_ThenItsPersonIsInOnTheDeviceThatWasSaid(self):
        for device in ("own", "shared"):
            somebody = self.office.outsider()
            self.assertEqual(passkey.sign_in(somebody, self.device, {"device": device}).status, 201)
            told = somebody.must(somebody.get("/api/v1/session"))
            self.assertEqual((told["person"]["login"], told["device"], told["has_passkey"]), ("sato@office", device, True))
        self.assertIn("used_at", self.listed()[0])

    def test_GivenPasskeys_WhenListed_ThenNothingOfThemCouldBeUsed(self):
        self.assertEqual(set(self.listed()[0]), {"id", "name", "server", "created_at"})
        self.assertEqual((self.added["name"], self.added["server"]), ("佐藤の電話", "localhost"))
        for administrator in (self.office.aoki, self.office.session_of("tanaka")):
            self.assertEqual(self.listed(administrator), [])
            everything = administrator.get("/api/v1/directory/people").content + administrator.get("/api/v1/session").content
            self.assertNotIn(self.device.handle.encode(), everything)
            self.assertNotIn(passkey.to_text(self.device.credential).encode(), everything)

    def test_GivenAnAddressWithoutAName_WhenPasskeysAreWanted_ThenThereAreNone(self):
        for path, body in ((f"{session}/challenge", None), (f"{me}/challenge", {}), (session, self.device.sign(passkey.asked(self.sato)))):
            with self.subTest(path):
                self.assert_refused(self.sato.post(path, body), 409, "access.no_passkeys_here")

    def test_GivenAnOriginThatIsNotOurs_WhenAnythingIsSigned_ThenItIsRefusedBeforeAnyoneLooks(self):
        answer = self.device.sign(passkey.asked(self.sato))
        evil = "http://localhost.example"
        self.assert_refused(self.office.outsider().post(session, answer, Origin=evil), 403, "net.foreign_origin")
        elsewhere = passkey.Device(evil)
        elsewhere.key, elsewhere.credential, elsewhere.handle = (
            self.device.key, self.device.credential, self.device.handle)
        self.assert_refused(passkey.sign_in(self.office.outsider(), elsewhere), 401, "access.bad_passkey")

    def test_GivenAnAnswer_WhenSentTwice_ThenOnlyTheFirstIsIn(self):
        answer = self.device.sign(passkey.asked(self.sato))
        send = lambda: self.office.outsider().post(session, answer, Origin=passkey.named(self.sato))
        self.assertEqual(send().status, 201)
        self.assert_refused(send(), 401, "access.challenge_over")

    def test_GivenTextsThatAreNoBytes_WhenSent_ThenEachIsNamed(self):
        answer = self.device.sign(passkey.asked(self.sato)) | {"signature": "==", "handle": "あ"}
        refused = self.office.outsider().post(session, answer, Origin=passkey.named(self.sato))
        self.assert_refused(refused, 422, "json.bad_fields")
        self.assertEqual(refused.fields(), {"signature": "access.no_base64url", "handle": "access.no_base64url"})

    def test_GivenAPasskey_WhenRenamedAndDeleted_ThenItIsCalledSoAndLetsNobodyIn(self):
        path = f"{me}/{self.added['id']}"
        self.sato.must(self.sato.put(path, {"name": "窓口のパソコン"}))
        self.assertEqual(self.listed()[0]["name"], "窓口のパソコン")
        self.assert_refused(self.sato.put(path, {"name": " "}), 422, "json.bad_fields")
        self.sato.must(self.sato.delete(path))
        self.assertEqual(self.listed(), [])
        self.assert_refused(self.sato.delete(path), 404, "access.no_such_passkey")
        self.assert_refused(passkey.sign_in(self.office.outsider(), self.device), 401, "access.bad_passkey")
        self.assertFalse(self.sato.must(self.sato.get("/api/v1/session"))["has_passkey"])

    def test_GivenWrongPasswordsFromTheSameNetwork_WhenThePasskeySigns_ThenItNeverWaits(self):
        guesser = Client(self.office.server, address="127.0.31.1")
        while guesser.sign_in_by_password("sato", "ちがう").status != 429:
            pass
        owner = Client(self.office.server, address="127.0.31.2")
        self.assertEqual(passkey.sign_in(owner, self.device).status, 201)
