"""Whose device somebody signs in on: what the cookie says, what the session says."""

from tests.api.test_sign_in import passphrase
from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client

ninety_days = "Max-Age=7776000"


def life(reply):
    """What the cookie says of its end."""
    return [part for part in reply.headers["Set-Cookie"].split("; ") if part.startswith(("Max-Age", "Expires"))]


@on_both_databases
class Devices(OfficeCase):
    def client(self):
        return Client(self.office.server)

    def ways_in(self):
        """Each way in, as a function of whose device it is said to be."""
        own = self.office.session_of("kato")
        own.must(own.put("/api/v1/me/password", {"password": passphrase}), 204, 403)
        return (lambda client, device: client.sign_in(self.office.card("sato"), device),
                lambda client, device: client.sign_in_by_password("kato", passphrase, device))

    def test_GivenASharedDevice_WhenSignedIn_ThenTheCookieEndsWithTheBrowser(self):
        for way_in in self.ways_in():
            client = self.client()
            reply = way_in(client, "shared")
            self.assertEqual((reply.status, reply.json["device"], life(reply)), (201, "shared", []))
            self.assertEqual(client.get("/api/v1/session").json["device"], "shared")

    def test_GivenOnesOwnDeviceOrAClientThatSaysNothing_WhenSignedIn_ThenTheCookieStays(self):
        for way_in in self.ways_in():
            for said in ("own", None):
                client = self.client()
                reply = way_in(client, said)
                self.assertEqual((reply.status, reply.json["device"], life(reply)), (201, "own", [ninety_days]))
                self.assertEqual(client.get("/api/v1/session").json["device"], "own")

    def test_GivenAnotherWord_WhenSaid_ThenTheFieldIsNamedAndTheCodeIsStillGood(self):
        sato, code = self.office.session_of("sato"), self.office.card("hara")
        for word in ("home", "", "SHARED", "own "):
            for reply in (self.client().sign_in(code, word),
                          self.client().sign_in_by_password("kato", passphrase, word),
                          sato.put("/api/v1/session/device", {"device": word})):
                self.assert_refused(reply, 422, "json.bad_fields")
                self.assertEqual(reply.fields(), {"device": "access.unknown_device"})
                self.assertIsNone(reply.headers["Set-Cookie"])
        self.assertEqual(self.client().sign_in(code, "shared").status, 201)

    def test_GivenASession_WhenItsDeviceIsSaidAnew_ThenTheSameCookieLivesAsLongAsThat(self):
        client = self.office.session_of("sato")
        for device, expected in (("shared", []), ("shared", []), ("own", [ninety_days])):
            reply = client.put("/api/v1/session/device", {"device": device})
            self.assertEqual((reply.status, life(reply)), (204, expected))
            self.assertEqual(reply.headers["Set-Cookie"].split(";")[0], client.cookie)
            self.assertLessEqual({"Path=/", "HttpOnly", "SameSite=Lax"}, set(reply.headers["Set-Cookie"].split("; ")))
            for connection in (client, client.again()):
                self.assertEqual(connection.get("/api/v1/session").json["device"], device)
