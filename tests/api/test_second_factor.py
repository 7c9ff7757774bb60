"""The second step behind a password, over HTTP: an app's code, codes on paper, and what a refusal tells."""

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.totp import code_of

me = "/api/v1/me/second-factor"
passphrase = "あさごはん なっとう みそしる"


@on_both_databases
class SecondFactor(OfficeCase):
    def set_up(self, login):
        """Somebody with a password and an app; the secret and the codes on paper."""
        own = self.office.session_of(login)
        own.must(own.put("/api/v1/me/password", {"password": passphrase}))
        secret = own.must(own.post(f"{me}/secret", {}))["secret"]
        return own, secret, own.must(own.post(me, {"code": code_of(secret)}))["codes"]

    def sign_in(self, login, **second):
        somebody = self.office.outsider()
        return somebody.welcome(somebody.post("/api/v1/session/password",
                                              {"login": login, "password": passphrase, **second}))

    def test_GivenAnApp_WhenSigningIn_ThenItsCodeIsAskedBehindThePassword(self):
        _, secret, _ = self.set_up("sato")
        self.assert_refused(self.sign_in("sato"), 401, "access.second_needed")
        self.assert_refused(self.sign_in("sato", second=code_of(secret)), 401, "access.bad_second")  # it confirmed
        signed_in = self.sign_in("sato", second=code_of(secret, ahead=1))
        self.assertEqual((signed_in.status, signed_in.json["has_second_factor"]), (201, True))

    def test_GivenCodesOnPaper_WhenOneIsTypedInSmallLetters_ThenItLetsInOnceAndIsCounted(self):
        own, _, codes = self.set_up("tanaka")
        self.assertEqual(self.sign_in("tanaka", second=codes[0].lower()).status, 201)
        self.assert_refused(self.sign_in("tanaka", second=codes[0]), 401, "access.bad_second")
        self.assertEqual(own.must(own.get(me))["recovery_codes"], 9)

    def test_GivenAnAdministrator_WhenAnythingIsReadOfSomebody_ThenNoSecretAndNoCodeStandsInIt(self):
        _, secret, codes = self.set_up("hara")
        aoki = self.office.aoki
        told = b"".join(aoki.get(path).content for path in ("/api/v1/directory/people", "/api/v1/session", me))
        for word in (secret, *codes):
            self.assertNotIn(word.encode(), told)

    def test_GivenALostPhoneAndPaper_WhenAnAdministratorMakesACard_ThenItLetsInAndTheSecondStepEnds(self):
        self.set_up("ogawa")
        again = self.office.outsider()
        again.must(again.sign_in(self.office.card("ogawa")))
        again.must(again.delete(me))
        self.assertEqual(self.sign_in("ogawa").status, 201)
        self.assert_refused(again.delete(me), 404, "access.no_second")
