"""Clauses 4.2 and B13: people outside are reached by telephone and mail, are members of nothing, and come from a file."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import key
from tests.kit.contacts import add, contacts, known

rooms = "/api/v1/talk/rooms"


class Outside(ClauseCase):
    def test_Clause_4_2_block_GivenSomebodyOutside_WhenTheyAreToBeInARoom_ThenTheyAreLikeNobody(self):
        aoki, sato = self.office.aoki, self.office.sato
        numbers = [add(aoki, "みなと病院", telephone="03-0000-0001", mail="renkei@example.jp")["id"],
                   add(sato, "山田さん", own=True)["id"]]
        for kind, name in (("group", "外の人と"), ("direct", "")):
            for number in numbers:
                draft = {"kind": kind, "name": name, "members": [number], "client_key": key()}
                self.assert_refused(sato.post(rooms, draft), 422, "talk.no_such_person")
                self.assert_refused(sato.post(rooms, draft | {"members": ["1"]}), 422, "talk.no_such_person")
        room = sato.group("係", self.office.tanaka.person)
        for number in numbers:
            added = sato.post(f"{rooms}/{room}/members", {"people": [number]})
            self.assert_refused(added, 422, "talk.no_such_person")
        self.assertNotIn(numbers[0], sato.must(sato.get(f"{rooms}/{room}"))["members"])

    def test_Clause_4_2_block_GivenSomebodyOutside_WhenTheyAreToBeReached_ThenNumberMailAndTheSectionsAddressAreThere(self):
        aoki, tanaka = self.office.aoki, self.office.tanaka
        add(aoki, "市役所", telephone="03-0000-0002", mail="fukushi@example.jp")
        way = {"department": "", "address": "office@example.jp", "webmail": "https://mail.example.jp/?to={to}"}
        aoki.must(aoki.put(f"{contacts}/mail", way))
        said = known(tanaka)["市役所"]["entry"]
        self.assertEqual((said["telephone"], said["mail"]), ("03-0000-0002", "fukushi@example.jp"))
        self.assertEqual(tanaka.must(tanaka.get(f"{contacts}/desk"))["mail"], way)
