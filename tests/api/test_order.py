"""Many speak at once: everybody hears the same, in the same order, without a hole."""

import threading

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import key
from tests.kit.websocket import WebSocket

senders_each = 3
sends = 25


@on_both_databases
class Order(OfficeCase):
    def test_GivenThreeListeners_WhenManySpeakAtOnce_ThenAllHearTheSameInOneDenseOrder(self):
        people = [self.office.sato, self.office.tanaka, self.office.hara]
        made = [people[0].group(name, *(p.person for p in people[1:])) for name in ("一", "二")]
        sockets = [WebSocket(person).hello() for person in people]
        own = {}  # what each sender sent in each room, in order

        def speak(number, client):
            for n in range(sends):
                room = made[(n + number) % 2]
                message = client.say(room, f"{number}の{n}", key())
                own.setdefault((number, room), []).append(message)

        threads = [threading.Thread(target=speak, args=(n, people[n % 3].again()))
                   for n in range(3 * senders_each)]
        for thread in threads:
            thread.start()
        total = len(threads) * sends
        heard = [[socket.next() for _ in range(total)] for socket in sockets]
        for thread in threads:
            thread.join()

        for room in made:
            kept = self.everything(people[0], room)
            self.assertEqual([m["seq"] for m in kept], list(range(1, len(kept) + 1)))
            for events in heard:
                here = [event for event in events if event["stream"] == f"room:{room}"]
                self.assertEqual([event["message"] for event in here], kept)
                versions = [event["version"] for event in here]
                self.assertEqual(versions, list(range(versions[0], versions[0] + len(versions))))
            for (_, where), messages in own.items():
                if where == room:
                    mine = {m["client_key"] for m in messages}
                    self.assertEqual([m for m in kept if m["client_key"] in mine], messages)
        self.assertEqual(sum(len(self.everything(people[1], room)) for room in made), total)

    def everything(self, client, room):
        kept = []
        while page := client.history(room, f"limit=100&after={len(kept)}"):
            kept += page
        return kept
