"""Clauses 6.1 and 6.2: groups across departments are found by everybody, are led, and are called so."""

from tests.clauses.cases import ClauseCase, policy

groups, rooms = "/api/v1/talk/groups", "/api/v1/talk/rooms"


class Groups(ClauseCase):
    def found(self, client, name):
        listed = client.must(client.get(groups))["groups"]
        return next((one for one in listed if one["name"] == name), None)

    def test_Clause_6_1_on_GivenAGroupAcrossDepartments_WhenItIsListed_ThenEverybodyFindsItAndMembersRead(self):
        sato, hara, aoki = self.office.sato, self.office.hara, self.office.aoki
        room = sato.group("福祉フェスタ検討G", hara.person)
        wish = {"name": "福祉フェスタ検討G", "edited": 0, "visibility": "listed"}
        refused = self.assert_refused(sato.put(f"{rooms}/{room}/group", wish), 422, "talk.purpose_missing")
        self.assertEqual(refused.json["clause"], "6.1")
        sato.must(sato.put(f"{rooms}/{room}/group", wish | {"purpose": "祭りの準備"}))
        sato.say(room, "来週集まりましょう")
        found = self.found(aoki, "福祉フェスタ検討G")
        self.assertEqual((found["purpose"], found["master"]), ("祭りの準備", sato.person))
        self.assertEqual(set(found["members"]), {sato.person, hara.person})
        self.assert_refused(aoki.get(f"{rooms}/{room}/messages"), 404, "talk.room_not_found")

        aoki.must(aoki.put(f"{groups}/{room}/request", {"words": "手伝います"}))
        asks = sato.must(sato.get(f"{rooms}/{room}"))["requests"]
        self.assertEqual([(one["person"], one["words"]) for one in asks], [(aoki.person, "手伝います")])
        sato.must(sato.put(f"{rooms}/{room}/requests/{aoki.person}", {"answer": "yes"}))
        self.assertEqual([one["body"] for one in aoki.history(room)], ["来週集まりましょう"])

    def hint(self, name):
        body = {"kind": "group_name", "text": name}
        return [(one["clause"], one["mode"]) for one in
                self.office.sato.must(self.office.sato.post(f"{policy}/check", body))["findings"]]

    def test_Clause_6_2_hint_GivenANameWithoutG_ThenItIsHintedAtAndTheGroupHasAMaster(self):
        self.set("6.2", "hint")
        self.assertEqual(self.hint("福祉フェスタ検討"), [("6.2", "hint")])
        for good in ("福祉フェスタ検討G", "福祉フェスタ検討Ｇ", "福祉フェスタ検討g ", "  "):
            self.assertEqual(self.hint(good), [], good)
        self.assertEqual(self.hint("お疲れ様です。G"), [])  # other rules are about messages
        sato, tanaka = self.office.sato, self.office.tanaka
        room = sato.group("なまえ", tanaka.person)  # it is a hint: any name is taken
        self.assert_refused(sato.delete(f"{rooms}/{room}/members/{sato.person}"), 409, "talk.needs_successor")
        sato.must(sato.put(f"{rooms}/{room}/master", {"person": tanaka.person, "leaving": True}))
        self.assertEqual(tanaka.must(tanaka.get(f"{rooms}/{room}"))["master"], tanaka.person)

    def test_Clause_6_2_off_GivenAnyName_ThenNothingIsSaid(self):
        self.addCleanup(self.set, "6.2", "hint")
        self.set("6.2", "off")
        self.assertEqual(self.hint("福祉フェスタ検討"), [])
