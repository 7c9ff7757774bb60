"""Whoever sits down at an open screen doesn't become somebody else: what decides who gets in asks for a proof."""

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client
from tests.kit.totp import code_of

passphrase = "あさごはん なっとう みそしる"
ten_minutes = 10 * 60 * 1000
rules = {"password_days": 0, "second_for_administrators": False, "login_form": "name", "pattern_passwords": True}


@on_both_databases
class OpenScreens(OfficeCase):
    def screen(self, *, second=False):
        """青木's, who has a password, and signed in eleven minutes ago; the secret of the app, if there is to be one."""
        aoki = self.office.session_of("aoki")
        aoki.must(aoki.put("/api/v1/me/password", {"password": passphrase}))
        secret = None
        if second:
            secret = aoki.must(aoki.post("/api/v1/me/second-factor/secret", {}))["secret"]
            aoki.must(aoki.post("/api/v1/me/second-factor", {"code": code_of(secret)}))
        self.leave_alone(aoki)
        return aoki, secret

    def leave_alone(self, client):
        session = client.cookie.split("-")[1]
        self.office.server.stop()
        self.office.server.database.run(
            f"UPDATE access_session SET created_at = created_at - {ten_minutes} WHERE session_id = {session}")
        self.office.server.start()

    def card(self, client, body=None, login="sato"):
        return client.post(f"/api/v1/directory/people/{self.office.ids[login]}/card", body)

    def somebody_with_a_year(self):
        keeper = self.office.keeper
        csv = "氏名,フリガナ,生年(西暦)\n東 進,ヒガシ ススム,1969\n".encode()
        keeper.must(keeper.post("/api/v1/directory/imports", csv, kind="text/csv"))
        people = keeper.must(keeper.get("/api/v1/directory/people"))["people"]
        return next(one["id"] for one in people if one["login"] == "s.higashi1969@office")

    def test_GivenAnOpenScreen_WhenACardIsWanted_ThenItIsRefusedAndTheCardBeforeStaysGood(self):
        aoki, _ = self.screen()
        before = self.office.card("sato")
        for body in (None, {}, {"code": "123456"}):
            self.assert_refused(self.card(aoki, body), 403, "access.sign_in_again")
        self.assert_refused(self.card(aoki, {"password": "ちがうことば"}), 403, "access.bad_current_password")
        self.assertEqual(Client(self.office.server).sign_in(before).status, 201)

    def test_GivenAProof_WhenCardsAreMadeOneAfterTheOther_ThenItIsAskedOnceInTenMinutes(self):
        aoki, _ = self.screen()
        self.assertEqual(self.card(aoki, {"password": passphrase}).status, 201)
        for login in ("tanaka", "hara", "kato"):
            self.assertEqual(self.card(aoki, login=login).status, 201)
        self.leave_alone(aoki)
        self.assert_refused(self.card(aoki), 403, "access.sign_in_again")

    def test_GivenASecondFactor_WhenAProofIsGiven_ThenThePasswordAloneIsNoneAndACodeIsGoodOnce(self):
        aoki, secret = self.screen(second=True)
        self.addCleanup(lambda: aoki.must(aoki.delete("/api/v1/me/second-factor")))
        self.assert_refused(self.card(aoki, {"password": passphrase}), 403, "access.second_needed")
        self.assert_refused(self.card(aoki, {"password": passphrase, "code": "000000"}), 403, "access.bad_second")
        proof = {"password": passphrase, "code": code_of(secret, ahead=1)}
        self.assertEqual(self.card(aoki, proof).status, 201)
        self.assertEqual(self.card(aoki).status, 201)
        self.leave_alone(aoki)
        self.assert_refused(self.card(aoki, proof), 403, "access.bad_second")
        self.leave_alone(aoki)
        pin = {"pin": "739184", "password": passphrase}
        self.assert_refused(aoki.put("/api/v1/me/pin", pin), 403, "access.second_needed")
        codes = aoki.post("/api/v1/me/second-factor/codes", {"password": passphrase})
        self.assert_refused(codes, 403, "access.second_needed")
        aoki.must(aoki.sign_in(self.office.card("aoki")))  # who may end it

    def test_GivenAnOpenScreen_WhenAFirstPasswordIsWanted_ThenItAsksForAProof(self):
        keeper, whose = self.office.keeper, self.somebody_with_a_year()
        keeper.must(keeper.put("/api/v1/access/sign-in-rules", rules))
        self.addCleanup(lambda: keeper.must(
            keeper.put("/api/v1/access/sign-in-rules", rules | {"pattern_passwords": False})))
        aoki, _ = self.screen()
        path = f"/api/v1/directory/people/{whose}/first-password"
        self.assert_refused(aoki.post(path), 403, "access.sign_in_again")
        self.assertEqual(aoki.post(path, {"password": passphrase}).status, 201)

    def test_GivenNoPassword_WhenTenMinutesAreOver_ThenOneThatIsChosenOpensTheWay(self):
        self.office.command("role", "ogawa", "administrator")
        self.addCleanup(self.office.command, "role", "ogawa", "member")
        ogawa = self.office.session_of("ogawa")
        self.leave_alone(ogawa)
        self.assert_refused(self.card(ogawa, {"password": ""}), 403, "access.sign_in_again")
        ogawa.must(ogawa.put("/api/v1/me/password", {"password": passphrase}))
        self.assert_refused(self.card(ogawa), 403, "access.sign_in_again")
        self.assertEqual(self.card(ogawa, {"password": passphrase}).status, 201)

    def test_GivenWhoRunsTheServer_WhenTheyMakeACard_ThenNobodyIsAsked(self):
        code = self.office.command("card", "sato@office")[0]["code"]
        self.assertEqual(Client(self.office.server).sign_in(code).status, 201)
