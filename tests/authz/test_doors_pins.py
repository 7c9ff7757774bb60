"""Side doors of taking over by PIN: on which devices, how often, and what may be done then."""

from tests.authz.cookies import client_with, password, pin
from tests.authz.scene import MatrixCase
from tests.kit.cases import on_both_databases
from tests.kit.client import Client
from tests.kit.websocket import WebSocket

session, mine = "/api/v1/session/pin", "/api/v1/me/pin"
wrong = "408273"


@on_both_databases
class PinDoors(MatrixCase):
    def counter(self, login, device="shared"):
        """This person signed in by card, and has a PIN."""
        client = self.office.session_of(login, device)
        client.must(client.put(mine, {"pin": pin}))
        return client

    def take(self, client, login, typed=pin):
        return client.welcome(client.post(session, {"person": self.office.ids[login], "pin": typed}))

    def at(self, client):
        """The same browser, without a session."""
        other = Client(self.office.server)
        other.device = client.device
        return other

    def test_GivenACounter_WhenSomebodyTakesOver_ThenTheFormerSessionAndItsSocketsAreOver(self):
        client = self.counter("sato")
        tanaka = self.at(client)
        tanaka.must(tanaka.sign_in(self.office.card("tanaka"), "shared"))
        former = client_with(self.office.server, tanaka.cookie)
        socket = WebSocket(tanaka).hello()
        people = tanaka.must(tanaka.get(session))["people"]
        self.assertEqual([one["name"] for one in people], ["佐藤 花子"])
        taken = tanaka.must(self.take(tanaka, "sato"))
        self.assertTrue(taken["by_pin"])
        self.assertEqual(socket.end(), 4003)
        self.assert_refused(former.get("/api/v1/session"), 401, "access.signed_out")
        self.assertEqual(tanaka.must(tanaka.get("/api/v1/session"))["person"]["id"], self.office.ids["sato"])

    def test_GivenAnyOtherBrowser_WhenTheRightPinIsTyped_ThenItIsLikeAWrongOne(self):
        counter, own = self.counter("sato"), self.counter("hara", "own")
        elsewhere = self.counter("tanaka")
        stranger = Client(self.office.server)
        forged = self.at(counter)
        forged.device = counter.device[:-2] + ("aa" if counter.device[-2:] != "aa" else "bb")
        for client, login in ((stranger, "sato"), (forged, "sato"), (elsewhere, "sato"), (own, "hara"),
                              (counter, "tanaka"), (counter, "aoki")):
            with self.subTest(login):
                self.assert_refused(self.take(client, login), 401, "access.bad_pin")
        for client in (stranger, forged, own):
            self.assertEqual(client.must(client.get(session))["people"], [])
        self.assertEqual(self.take(counter, "sato").status, 201)

    def test_GivenFiveWrongOnes_WhenTheRightOneIsTyped_ThenOnlyTheFullWayOpensItAgain(self):
        client = self.counter("kato")
        for _ in range(4):
            self.assert_refused(self.take(client, "kato", wrong), 401, "access.bad_pin")
        for typed in (wrong, pin, pin):
            self.assert_refused(self.take(client, "kato", typed), 403, "access.pin_closed")
        self.assertIn("closing", client.must(client.get(mine)))
        again = self.at(client)
        again.must(again.sign_in(self.office.card("kato"), "shared"))
        self.assertEqual(self.take(again, "kato").status, 201)

    def test_GivenWhoCameByPin_WhenTheyWantMoreThanTheirWork_ThenItIsRefused(self):
        client = self.counter("aoki")
        client.must(client.put("/api/v1/me/password", {"password": password}), 204)
        client = self.counter("aoki")
        client.must(self.take(client, "aoki"))
        not_enough = "access.pin_is_not_enough"
        asked = [client.put(mine, {"pin": wrong, "password": password}),
                 client.put("/api/v1/me/password", {"current": password, "password": password}),
                 client.put("/api/v1/session/device", {"device": "own"}),
                 client.post("/api/v1/me/second-factor/secret", {"password": password}),
                 client.delete("/api/v1/me/second-factor")]
        for reply in asked[:4]:
            self.assert_refused(reply, 403, not_enough)
        self.assertEqual(asked[4].status, 404)  # there is none to end
        card = client.post(f"/api/v1/directory/people/{self.office.ids['sato']}/card")
        self.assert_refused(card, 403, "directory.not_from_here")
        self.assertFalse(client.get("/api/v1/session").json["may"]["administration"])

    def test_GivenANewCardOrALostPhone_WhenThePinIsTyped_ThenItIsGoodNoMore(self):
        for ends in (lambda: self.office.card("ogawa"),
                     lambda: self.office.aoki.must(self.office.aoki.post(
                         "/api/v1/access/losses", {"person": self.office.ids["ogawa"]}))):
            client = self.counter("ogawa")
            ends()
            self.assert_refused(self.take(client, "ogawa"), 401, "access.bad_pin")
