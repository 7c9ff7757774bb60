"""What the tests of clauses begin with: an office whose administrator sets modes."""

from tests.kit.cases import OfficeCase
from tests.kit.client import key

policy = "/api/v1/policy"


class ClauseCase(OfficeCase):
    """佐藤 writes to 田中 in a room of both, at any hour; 青木 sets what holds."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office.work_always()
        cls.room = cls.office.sato.group("打合せG", cls.office.tanaka.person)

    def set(self, clause, mode, measure="main"):
        path = f"{policy}/clauses/{clause}/settings/{measure}"
        self.office.aoki.must(self.office.aoki.put(path, {"value": mode}))

    def clause(self, clause, client=None):
        client = client or self.office.sato
        clauses = client.must(client.get(f"{policy}/clauses"))["clauses"]
        return next(one for one in clauses if one["id"] == clause)

    def findings(self, text, client=None):
        """clause → mode, as whoever writes the text is told; and the acknowledgement if one is given."""
        client = client or self.office.sato
        said = client.must(client.post(f"{policy}/check", {"kind": "message", "text": text,
                                                           "place": f"room:{self.room}"}))
        return {one["clause"]: one["mode"] for one in said["findings"]}, said.get("acknowledgement")

    def send(self, text, acknowledgement=None, client=None, client_key=None):
        body = {"body": text, "client_key": client_key or key()}
        if acknowledgement:
            body["acknowledgement"] = acknowledgement
        return (client or self.office.sato).post(f"/api/v1/talk/rooms/{self.room}/messages", body)

    def assert_heard(self, text):
        self.assertIn(text, [one["body"] for one in self.office.tanaka.history(self.room)])

    def assert_not_heard(self, text):
        self.assertNotIn(text, [one["body"] for one in self.office.tanaka.history(self.room)])
