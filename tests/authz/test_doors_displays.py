"""Side doors of a screen on a wall: a secret that isn't its own, a code once more, and what was ended."""

from tests.authz.cookies import wrong_secret
from tests.authz.scene import MatrixCase
from tests.kit.cases import on_both_databases
from tests.kit.client import Client
from tests.kit.displays import display_of, displays, open_display

board = "/api/v1/display"


@on_both_databases
class DisplayDoors(MatrixCase):
    def assert_dark(self, client):
        self.assert_refused(client.get(board), 401, "access.no_display")

    def with_cookie(self, cookie):
        return Client(self.office.server, cookie)

    def test_GivenADisplay_WhenAnotherSecretOrAnothersNumbersAreShown_ThenItIsNone(self):
        own, theirs = open_display(self.office), open_display(self.neighbour)
        org, number, secret = own.cookie.removeprefix("horenso_display=").split("-", 2)
        elsewhere, foreign, _ = theirs.cookie.removeprefix("horenso_display=").split("-", 2)
        for parts in ((org, number, wrong_secret(secret)), (org, number, ""), (elsewhere, number, secret),
                      (elsewhere, foreign, secret), (org, foreign, secret)):
            self.assert_dark(self.with_cookie(f"horenso_display={'-'.join(parts)}"))
        self.assertEqual(own.get(board).status, 200)

    def test_GivenASessionAndADisplay_WhenTheirCookiesChangeNames_ThenNeitherIsTheOther(self):
        session, display = self.office.session_of("sato").cookie, open_display(self.office).cookie
        self.assert_dark(self.with_cookie(session.replace("horenso_session", "horenso_display")))
        as_session = self.with_cookie(display.replace("horenso_display", "horenso_session"))
        self.assert_refused(as_session.get("/api/v1/session"), 401, "access.signed_out")

    def test_GivenACode_WhenItIsUsedOnceMore_ThenItOpensNothing(self):
        code = display_of(self.office)["code"]
        first, second = self.office.outsider(), self.office.outsider()
        self.assertEqual(first.open_display(code).status, 201)
        self.assert_refused(second.open_display(code), 401, "access.bad_display_code")
        self.assertEqual(first.get(board).status, 200)

    def test_GivenAnOpenDisplay_WhenItIsRenewedOrEnded_ThenItIsDark(self):
        keeper = self.office.keeper
        for end in (lambda path: keeper.post(f"{path}/code"), lambda path: keeper.delete(path)):
            code = display_of(self.office)
            client = self.office.outsider()
            client.must(client.open_display(code["code"]))
            keeper.must(end(f"{displays}/{code['id']}"))
            self.assert_dark(client)
