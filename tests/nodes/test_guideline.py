"""What is set at one node holds at the other with the next request, and whoever has a screen open there is told."""

from tests.kit.client import key
from tests.kit.websocket import WebSocket
from tests.nodes.cases import NodesCase, with_and_without_bus

application = "明日の午後、年休を申請します"


@with_and_without_bus
class Guideline(NodesCase):
    def set(self, mode):
        aoki = self.at(0, "aoki")
        aoki.must(aoki.put("/api/v1/policy/clauses/B6/settings/main", {"value": mode}))

    def test_GivenAModeThatIsSetAtOneNode_WhenSomebodyWritesAtTheOther_ThenItHolds(self):
        sato = self.at(1, "sato")
        room = sato.group("決まりの部屋", self.at(1, "tanaka").person)

        def send():
            reply = sato.post(f"/api/v1/talk/rooms/{room}/messages", {"body": application, "client_key": key()})
            return reply.status, reply.code if reply.status >= 400 else None

        for mode, answer in (("block", (422, "policy.refused")), ("off", (201, None)),
                             ("confirm", (422, "policy.confirm_first"))):
            with WebSocket(sato) as socket:
                socket.hello()
                self.set(mode)
                self.assertEqual(send(), answer)
                socket.until(lambda event: event["type"] == "policy.guideline_changed")
