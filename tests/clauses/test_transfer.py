"""Clause 6.4: on a transfer the master of each group says who stays."""

from tests.clauses.cases import ClauseCase

reviews = "/api/v1/talk/reviews"


class Transfer(ClauseCase):
    def transfer(self, person, department):
        aoki, path = self.office.aoki, f"/api/v1/directory/people/{person.person}/transfer"
        aoki.must(aoki.post(path, {"day": "2026-01-01", "department": department}))

    def reviews_of(self, master, room):
        return [one for one in master.must(master.get(reviews))["reviews"] if one["room"] == room]

    def members(self, client, room):
        return client.must(client.get(f"/api/v1/talk/rooms/{room}"))["members"]

    def test_Clause_6_4_on_GivenATransfer_ThenTheMasterIsAskedByADayUntilItIsAnswered(self):
        sato, hara, kato = self.office.sato, self.office.hara, self.office.kato
        room = sato.group("福祉フェスタG", hara.person, kato.person)
        self.transfer(hara, "総務課")
        self.transfer(kato, "総務課")
        first, second = self.reviews_of(sato, room)
        self.assertEqual((first["person"], second["person"]), (hara.person, kato.person))
        self.assertEqual((first["before"]["department"], first["now"]["department"]), ("生活支援課", "総務課"))
        self.assertRegex(first["due_on"], r"^\d{4}-\d{2}-\d{2}$")
        self.assertEqual(self.reviews_of(hara, room), [])

        self.assert_refused(hara.put(f"{reviews}/{first['id']}/answer", {"answer": "stays"}),
                            404, "talk.review_not_found")
        sato.must(sato.put(f"{reviews}/{first['id']}/answer", {"answer": "stays"}))
        sato.must(sato.put(f"{reviews}/{second['id']}/answer", {"answer": "leaves"}))
        self.assertEqual(self.members(sato, room), sorted([sato.person, hara.person], key=int))
        self.assertEqual(self.reviews_of(sato, room), [])
        self.assert_refused(kato.get(f"/api/v1/talk/rooms/{room}"), 404, "talk.room_not_found")

    def test_Clause_6_4_off_GivenATransfer_ThenNobodyIsAskedAndGroupsAreAsTheyWere(self):
        self.set("6.4", "off")
        sato, ogawa = self.office.sato, self.office.ogawa
        room = sato.group("係", ogawa.person)
        self.transfer(ogawa, "生活支援課")
        self.assertEqual(self.reviews_of(sato, room), [])
        self.assertIn(ogawa.person, self.members(sato, room))
        self.set("6.4", "on")
