"""Side doors of people's own contacts: nobody else comes by them, in whatever way contacts are had."""

import json

from tests.authz.scene import MatrixCase
from tests.authz.test_doors_live import heard, of_streams
from tests.authz.test_missing import missing
from tests.kit.cases import on_both_databases
from tests.kit.client import key
from tests.kit.contacts import add, contacts, entry, known, remove
from tests.kit.websocket import WebSocket

secret = "ひみつの美容院"


@on_both_databases
class OwnContacts(MatrixCase):
    def setUp(self):
        self.mine = add(self.office.sato, secret, own=True, note="合言葉は山")
        self.addCleanup(lambda: remove(self.office.sato, known(self.office.sato)[secret]))
        self.others = [self.office.aoki, self.office.tanaka, self.neighbour.aoki]

    def assert_says_nothing(self, reply):
        text = reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)
        for word in (secret, "合言葉", self.mine["id"]):
            self.assertNotIn(word, text)

    def test_GivenListsSyncAndSheets_WhenOthersAsk_ThenItIsInNone(self):
        self.assertIn(secret, known(self.office.sato))
        stream = f"contacts:{self.office.sato.person}"
        for client in self.others:
            self.assert_says_nothing(client.must(client.get(contacts)))
            for had in (None, {stream: 0}, {stream: 1}, {stream: 2 ** 40}):
                self.assert_says_nothing(client.sync(None, had))
        for client in (self.office.aoki, self.neighbour.aoki):
            for form in ("csv", "xlsx"):
                sheet = client.post(f"{contacts}/exports", {"format": form})
                self.assertEqual(sheet.status, 200)
                self.assertNotIn(secret.encode(), sheet.content)
        exported = self.office.sato.post(f"{contacts}/exports", {"format": "csv"})
        self.assert_refused(exported, 403, "contacts.not_keeper")

    def test_GivenItsNumber_WhenOthersChangeRemoveOrImportIt_ThenItIsAsOneThatIsNotThere(self):
        wish = {"version": self.mine["version"], "entry": entry("あばいた")}
        nobody = missing(self.mine["id"])
        for client in self.others:
            answers = [(client.put(f"{contacts}/{number}", wish), remove(client, self.mine | {"id": number}))
                       for number in (self.mine["id"], nobody)]
            for one, other in zip(*answers, strict=True):
                self.assert_refused(one, 404, "contacts.not_found")
                self.assertEqual(one.json | {"request_id": ""}, other.json | {"request_id": ""})
        for number in (self.mine["id"], nobody):
            row = f"機関・事業所,番号\n新しい病院,C-{number}\n".encode()
            plan = self.office.aoki.must(self.office.aoki.post(f"{contacts}/imports/preview", row, kind="text/csv"))
            self.assertEqual((len(plan["added"]), plan["changed"]), (1, []))
        self.assertEqual(known(self.office.sato)[secret], self.mine)

    def test_GivenItsKey_WhenOthersSendIt_ThenItMeansNothing(self):
        wish = {"own": True, "client_key": key(), "entry": entry(f"{secret}2")}
        first = self.office.sato.must(self.office.sato.post(contacts, wish))
        again = self.office.sato.must(self.office.sato.post(contacts, wish))
        others = self.office.tanaka.must(self.office.tanaka.post(contacts, wish))
        self.assertEqual(first, again)
        self.assertNotEqual(first["id"], others["id"])
        for client, contact in ((self.office.sato, first), (self.office.tanaka, others)):
            client.must(remove(client, contact))

    def test_GivenSockets_WhenItChanges_ThenOnlyItsOwnerHearsOfIt(self):
        with WebSocket(self.office.sato) as mine, WebSocket(self.office.tanaka) as theirs:
            for socket in (mine, theirs):
                socket.hello()
            add(self.office.sato, "もうひとつ", own=True)
            person = self.office.sato.person
            told, = heard(self.office.sato, mine)
            self.assertEqual([one["type"] for one in of_streams(told, person) if one["stream"].startswith("contacts")],
                             ["contacts.changed"])
            told, = heard(self.office.tanaka, theirs)
            self.assertEqual(of_streams(told, person), [])
