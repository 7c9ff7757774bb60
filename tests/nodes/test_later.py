"""A message for later on two nodes: one of them sends it, once, and its author hears that it is gone."""

import time

from tests.kit.client import key
from tests.kit.server import wait_until
from tests.nodes.cases import NodesCase


class Later(NodesCase):
    def later(self, client):
        return client.must(client.get("/api/v1/talk/later"))["later"]

    def test_GivenAMessageForLater_WhenItsTimeComes_ThenOneNodeSendsItOnce(self):
        sato, tanaka = self.at(0, "sato"), self.at(1, "tanaka")
        room = sato.group("予約の部屋", tanaka.person)
        message = {"body": "朝になりました", "client_key": key(), "due_at": int(time.time() * 1000) + 3_600_000}
        sato.must(sato.post(f"/api/v1/talk/rooms/{room}/later", message))
        self.assertEqual([one["body"] for one in self.later(sato)], ["朝になりました"])
        self.assertEqual(tanaka.history(room), [])
        self.nodes.database.run("UPDATE job SET due_at = 1 WHERE kind = 'talk.send_later'")
        wait_until(lambda: tanaka.history(room), "the message")
        wait_until(lambda: not self.later(sato), "the author to be told")
        self.assertEqual([one["body"] for one in tanaka.history(room)], ["朝になりました"])
        sato.say(room, "そのあと")
        self.assertEqual(len(tanaka.history(room)), 2)

    def test_GivenAMessageForLater_WhenItsAuthorTakesItBackAtTheOtherNode_ThenItIsNotSent(self):
        sato, tanaka = self.at(0, "sato"), self.at(1, "tanaka")
        room = sato.group("予約の部屋", tanaka.person)
        message = {"body": "やめておきます", "client_key": key(), "due_at": int(time.time() * 1000) + 3_600_000}
        kept = sato.must(sato.post(f"/api/v1/talk/rooms/{room}/later", message))
        path = f"/api/v1/talk/later/{kept['id']}"
        self.assertEqual(tanaka.delete(path).status, 404)
        self.assertEqual(self.at(1, "sato").delete(path).status, 204)
        self.assertEqual((self.later(sato), tanaka.history(room)), ([], []))
        (jobs,), = self.nodes.database.run("SELECT COUNT(*) FROM job WHERE kind = 'talk.send_later'")
        self.assertEqual(jobs, "0")
