"""What a client sends again, or too late, or eight times at once, happens once."""

import concurrent.futures

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import key
from tests.kit.websocket import WebSocket

rooms = "/api/v1/talk/rooms"


def at_once(clients, act):
    with concurrent.futures.ThreadPoolExecutor(len(clients)) as threads:
        return list(threads.map(act, clients))


@on_both_databases
class Repeats(OfficeCase):
    def setUp(self):
        self.sato, self.tanaka, self.hara = self.office.sato, self.office.tanaka, self.office.hara
        self.room = self.sato.group("打合せ", self.tanaka.person)

    def test_GivenOneKey_WhenSentOverEightConnectionsAtOnce_ThenOneMessageIsKeptAndTold(self):
        with WebSocket(self.tanaka) as socket:
            socket.hello()
            for _ in range(10):
                again = key()
                replies = at_once([self.sato.again() for _ in range(8)],
                                  lambda client: client.send(self.room, "会議は14時です", again))
                self.assertEqual([reply.status for reply in replies], [201] * 8)
                self.assertEqual(len({reply.content for reply in replies}), 1)
                self.assertEqual(socket.next()["message"], replies[0].json)
            last = self.sato.say(self.room, "以上です")
            self.assertEqual(socket.next()["message"], last)
        self.assertEqual([m["seq"] for m in self.sato.history(self.room)], list(range(1, 12)))

    def test_GivenAKeptMessage_WhenItsKeyComesLaterAgain_ThenTheFirstAnswerIsGiven(self):
        first_key, second_key = key(), key()
        first = self.sato.say(self.room, "一つ目", first_key)
        second = self.sato.say(self.room, "二つ目", second_key)
        self.assertEqual(self.sato.say(self.room, "一つ目", first_key), first)
        self.office.server.kill()
        self.office.server.start()
        self.assertEqual(self.sato.say(self.room, "一つ目", first_key), first)
        self.assertEqual(self.sato.history(self.room), [first, second])

    def test_GivenAUsedKey_WhenSentWithAnotherBodyOrToAnotherRoom_ThenRefusedAndTheFirstStays(self):
        used = key()
        first = self.sato.say(self.room, "行きます", used)
        self.assert_refused(self.sato.send(self.room, "行きません", used), 422, "talk.key_reused")
        other = self.sato.group("別の部屋", self.tanaka.person)
        self.assert_refused(self.sato.send(other, "行きます", used), 422, "talk.key_reused")
        self.assertEqual(self.sato.history(self.room), [first])
        self.assertEqual(self.sato.history(other), [])

    def test_GivenAKeyOfSomebodyElse_WhenUsed_ThenTheyDontMeet(self):
        shared = key()
        self.sato.say(self.room, "佐藤です", shared)
        self.tanaka.say(self.room, "田中です", shared)
        self.assertEqual([m["body"] for m in self.sato.history(self.room)], ["佐藤です", "田中です"])

    def test_GivenOneDraft_WhenARoomIsMadeEightTimesAtOnce_ThenThereIsOne(self):
        draft = {"kind": "group", "name": "花見", "members": [self.tanaka.person, self.hara.person],
                 "client_key": key()}
        replies = at_once([self.sato.again() for _ in range(8)], lambda client: client.post(rooms, draft))
        self.assertEqual([reply.status for reply in replies], [201] * 8)
        self.assertEqual(len({reply.content for reply in replies}), 1)
        changed = dict(draft, name="花火")
        self.assert_refused(self.sato.post(rooms, changed), 422, "talk.key_reused")
        named = [r for r in self.sato.must(self.sato.get(rooms))["rooms"] if r["name"] in ("花見", "花火")]
        self.assertEqual(len(named), 1)

    def test_GivenTwoPeople_WhenBothOpenTheirDirectRoomAtOnce_ThenThereIsOne(self):
        kato, ogawa = self.office.kato, self.office.ogawa

        def open_room(pair):
            who, with_whom = pair
            return who.must(who.post(rooms, {"kind": "direct", "members": [with_whom.person],
                                             "client_key": key()}))["id"]

        pairs = [pair for _ in range(4) for pair in ((kato.again(), ogawa), (ogawa.again(), kato))]
        self.assertEqual(len(set(at_once(pairs, open_room))), 1)
        for who in (kato, ogawa):
            direct = [r for r in who.must(who.get(rooms))["rooms"] if r["kind"] == "direct"]
            self.assertEqual([sorted(r["members"]) for r in direct], [sorted([kato.person, ogawa.person])])

    def test_GivenWhatIsSoAlready_WhenAskedForAgain_ThenNothingMoves(self):
        self.sato.say(self.room, "読んでください")
        members = f"{rooms}/{self.room}/members"
        settings = {"text_size": "large", "theme": "light", "enter_key": "newline"}
        for again in (lambda: self.tanaka.read(self.room, 1), lambda: self.tanaka.read(self.room, 0),
                      lambda: self.tanaka.read(self.room, -7), lambda: self.tanaka.read(self.room, 99),
                      lambda: self.sato.must(self.sato.post(members, {"people": [self.tanaka.person]})),
                      lambda: self.sato.must(self.sato.post(members, {"people": []})),
                      lambda: self.tanaka.must(self.tanaka.put("/api/v1/me/settings", settings))):
            again()
            before = self.sato.sync(), self.tanaka.sync()
            again()
            self.assertEqual((self.sato.sync(), self.tanaka.sync()), before)
