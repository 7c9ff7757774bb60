"""Clause 3.6: private devices are let in, once their owners have registered them. 省データ and the meter of what a device
receives are the browser's own: tests/e2e/photos.test.mjs."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import Client

devices = "/api/v1/access/devices"


class PrivateDevices(ClauseCase):
    def come(self, login, device):
        client = Client(self.office.server)
        return client, client.sign_in(self.office.card(login), device)

    def told(self, login):
        """What administrators are told of this person's new devices."""
        said = self.office.aoki.must(self.office.aoki.get(devices))["devices"]
        return [one["device"] for one in said if one.get("person") == self.office.ids[login]]

    def test_Clause_3_6_on_GivenAPrivateDevice_WhenItsOwnerSignsIn_ThenItIsRegisteredAndAdministratorsAreTold(self):
        self.set("3.6", "on")
        client, reply = self.come("hara", "own")
        self.assertEqual(reply.status, 201)
        self.assertEqual(client.get("/api/v1/talk/rooms").status, 200)
        mine, = client.must(client.get("/api/v1/me/devices"))["devices"]
        self.assertEqual((mine["class"], mine["approved"]), ("own", True))
        self.assertIn(mine["id"], [one["id"] for one in self.told("hara")])

    def test_Clause_3_6_confirm_GivenAPrivateDevice_WhenItsOwnerSignsIn_ThenItWaitsForAnAdministrator(self):
        self.set("3.6", "confirm")
        self.addCleanup(self.set, "3.6", "on")
        client, _ = self.come("kato", "own")
        refused = self.assert_refused(client.get("/api/v1/talk/rooms"), 403, "access.device_waits")
        self.assertEqual(refused.json["clause"], "3.6")
        waiting, = (one["id"] for one in self.told("kato") if not one["approved"])
        self.office.aoki.must(self.office.aoki.post(f"{devices}/{waiting}/approval"))
        self.assertEqual(client.get("/api/v1/talk/rooms").status, 200)

    def test_Clause_3_6_confirm_GivenADeviceThatCameAsTheOffices_WhenItIsSaidToBeOnesOwn_ThenItWaitsToo(self):
        self.set("3.6", "confirm")
        self.addCleanup(self.set, "3.6", "on")
        client, _ = self.come("ogawa", "office")
        self.assertEqual(client.get("/api/v1/talk/rooms").status, 200)
        client.must(client.put("/api/v1/session/device", {"device": "own"}))
        self.assert_refused(client.get("/api/v1/talk/rooms"), 403, "access.device_waits")
        waiting, = (one["id"] for one in self.told("ogawa") if not one["approved"])
        self.office.aoki.must(self.office.aoki.post(f"{devices}/{waiting}/approval"))
        self.assertEqual(client.get("/api/v1/talk/rooms").status, 200)
