"""Access that ends at one node has ended at the other: within a second on an idle machine, and the figures say
how soon. What is asserted is looser, because tests share their machine."""

import time

from tests.kit.websocket import Refused, WebSocket
from tests.nodes.cases import RevocationCase, with_and_without_bus

passphrase = "ひらがなでならべたながいことば"


@with_and_without_bus
class Revocation(RevocationCase):
    def setUp(self):
        self.figure = f"nodes_revocation_{'bus' if self.bus == 'notify' else 'bus_dead'}_ms"

    def test_GivenASessionUsedAtTwoNodes_WhenItSignsOutAtOne_ThenItHasEndedAtTheOther(self):
        for _ in range(10):
            here, there, socket = self.new_session("sato")
            here.must(here.delete("/api/v1/session"))
            self.must_end(there, socket, time.monotonic())

    def test_GivenSeveralSessions_WhenOneChoosesAPasswordAtOneNode_ThenTheOthersEndAtTheOther(self):
        others = [self.new_session("tanaka") for _ in range(3)]
        own, own_there, own_socket = self.new_session("tanaka")
        own.must(own.put("/api/v1/me/password", {"password": passphrase}))
        began = time.monotonic()
        for _, there, socket in others:
            self.must_end(there, socket, began)
        self.assertEqual(own_there.get("/api/v1/session").status, 200)
        own.must(own.put("/api/v1/me/settings", dict(own.must(own.get("/api/v1/session"))["settings"], text_size="large")))
        own_socket.until(lambda e: e["type"] in ("access.settings_changed", "access.changed"))  # without news: ask

    def test_GivenSomebodyAtTheOtherNode_WhenTheirLeaveBegins_ThenTheirSessionHasEndedThere(self):
        _, there, socket = self.new_session("kato")
        aoki, path = self.at(0, "aoki"), f"/api/v1/directory/people/{self.nodes.office.ids['kato']}/leave"
        began = time.monotonic()
        aoki.must(aoki.put(path, {"from": "2020-04-01"}))
        self.must_end(there, socket, began)
        aoki.must(aoki.delete(path))

    def test_GivenASessionThatEnded_WhenItComesToTheOtherNodeAgain_ThenNoSocketIsGiven(self):
        here, there, socket = self.new_session("hara")
        here.must(here.delete("/api/v1/session"))
        self.must_end(there, socket, time.monotonic())
        with self.assertRaises(Refused) as refused:
            WebSocket(there)
        self.assertEqual((refused.exception.status, refused.exception.code), (401, "access.signed_out"))
