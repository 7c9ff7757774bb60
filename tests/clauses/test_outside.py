"""Clause B3: nobody need answer outside their time, and what can't wait goes all the same."""

import time

from tests.clauses.hours import HoursCase, always, never
from tests.kit.client import key

words = "明日の打合せの件です"


class OutsideCase(HoursCase):
    """田中 is outside; 佐藤 writes."""

    def setUp(self):
        self.organisation_works(always)
        self.addCleanup(self.set, "B3", "on")
        self.addCleanup(self.set, "B3", "hint", "note")
        self.addCleanup(self.set, "B3", "off", "urgent")
        self.set_own_week(self.office.tanaka, never)
        self.addCleanup(self.set_own_week, self.office.tanaka, None)

    def send_urgent(self, text, client=None, reason="災害"):
        body = {"body": text, "client_key": key(), "urgent": reason}
        return (client or self.office.sato).post(f"/api/v1/talk/rooms/{self.room}/messages", body)

    def readers_of_newest(self):
        seq = self.office.sato.history(self.room)[-1]["seq"]
        self.office.tanaka.read(self.room, seq)
        path = f"/api/v1/talk/rooms/{self.room}/messages/{seq}/readers"
        return self.office.sato.must(self.office.sato.get(path))["read"]


class Held(OutsideCase):
    def test_Clause_B3_on_GivenSomebodyOutside_ThenNothingRingsUntilTheyOpenAndWhenTheyReadIsNotTold(self):
        self.set("B3", "on")
        tanaka = self.office.tanaka
        self.assertFalse(self.rings(tanaka))
        self.wait_until_closed(tanaka)
        told = len(self.notices(tanaka)["notices"])
        self.assertEqual(self.send("急ぎません").status, 201)
        self.assertEqual(len(self.notices(tanaka)["notices"]), told)
        self.set_own_week(tanaka, None)
        self.wait_for_digest(tanaka, told + 1)
        self.set_own_week(tanaka, never)
        self.assertEqual(self.readers_of_newest(), [{"person": tanaka.person}])

    def test_Clause_B3_off_GivenSomebodyOutside_ThenItRingsAndWhenTheyReadIsTold(self):
        self.set("B3", "off")
        self.assertTrue(self.rings(self.office.tanaka))
        self.assertEqual(self.send("すぐ鳴ります").status, 201)
        read, = self.readers_of_newest()
        self.assertIn("at", read)


class Note(OutsideCase):
    def test_Clause_B3_note_off_GivenAReceiverOutside_ThenNothingIsSaid(self):
        self.set("B3", "off", "note")
        self.assertEqual(self.findings(words), ({}, None))
        self.assertEqual(self.send(words).status, 201)

    def test_Clause_B3_note_hint_GivenAReceiverOutside_ThenItIsSaidAndSentAllTheSame(self):
        self.set("B3", "hint", "note")
        self.assertEqual(self.findings(words), ({"B3": "hint"}, None))
        self.assertEqual(self.send(words).status, 201)
        self.set_own_week(self.office.tanaka, None)
        self.assertEqual(self.findings(words), ({}, None))

    def test_Clause_B3_note_confirm_GivenAReceiverOutside_ThenTheServerWantsAYesUntilTheyOpen(self):
        self.set("B3", "confirm", "note")
        refused = self.assert_refused(self.send(words), 422, "policy.confirm_first")
        self.assertEqual(refused.json["clause"], "B3")
        found, yes = self.findings(words)
        self.assertEqual(found, {"B3": "confirm"})
        self.assert_refused(self.send("ほかの文です", yes), 422, "policy.confirm_first")
        self.assertEqual(self.send(words, yes).status, 201)
        self.set_own_week(self.office.tanaka, None)
        self.assertEqual(self.send(words).status, 201)

    def test_Clause_B3_note_confirm_GivenAMessageForLater_ThenNobodyIsAsked(self):
        self.set("B3", "confirm", "note")
        in_an_hour = int(time.time() * 1000) + 3_600_000
        message = {"body": words, "client_key": key(), "due_at": in_an_hour}
        sato = self.office.sato
        kept = sato.must(sato.post(f"/api/v1/talk/rooms/{self.room}/later", message))
        sato.must(sato.delete(f"/api/v1/talk/later/{kept['id']}"))


class Urgent(OutsideCase):
    def test_Clause_B3_urgent_off_GivenSomebodyWhoHeadsNothing_ThenOnlyHeadsAndAdministratorsMay(self):
        self.set("B3", "off", "urgent")
        self.assert_refused(self.send_urgent("全員、家にいてください"), 403, "talk.may_not_be_urgent")
        self.assert_not_heard("全員、家にいてください")
        self.office.sato.must(self.office.sato.post(f"/api/v1/talk/rooms/{self.room}/members",
                                                    {"people": [self.office.ids["aoki"]]}))
        sent = self.send_urgent("事務所を閉めます", self.office.aoki)
        self.assertEqual((sent.status, sent.json["urgent"]), (201, "災害"))
        heard = self.office.tanaka.history(self.room)[-1]
        self.assertEqual((heard["body"], heard["urgent"]), ("事務所を閉めます", "災害"))

    def test_Clause_B3_urgent_on_GivenAnybody_ThenItGoesAtOnceWhateverTheGuidelineFindsInIt(self):
        self.set("B3", "on", "urgent")
        self.set("B6", "block")
        self.addCleanup(self.set, "B6", "confirm")
        self.set("B3", "confirm", "note")
        sent = self.send_urgent("子どもの熱で、今日は年休をお願いします", reason="急な休み")
        self.assertEqual(sent.status, 201)
        self.assert_heard("子どもの熱で、今日は年休をお願いします")
        self.assertEqual(self.clause("B6")["figures"]["passed"], 1)
