"""Clause B7: everybody reads the guideline and accepts its edition."""

from tests.clauses.cases import ClauseCase, policy


class Acceptance(ClauseCase):
    def guideline(self, client):
        return client.must(client.get(f"{policy}/clauses"))

    def publish(self, text):
        aoki = self.office.aoki
        aoki.must(aoki.put(f"{policy}/clauses/B1/draft", {"title": "運用時間", "text": text}))
        wish = {"note": "時間を見直しました", "effective_on": "令和9年4月1日"}
        return aoki.must(aoki.post(f"{policy}/editions", wish))["number"]

    def test_Clause_B7_on_GivenAnEdition_ThenEverybodyIsAskedForSevenDaysUntilTheyAccept(self):
        self.set("B7", "on")
        edition = self.publish("平日の8:30から18:00までです。")
        tanaka = self.office.tanaka
        asked = self.guideline(tanaka)
        days = (asked["accept_until"] - asked["edition"]["published_at"]) / 86_400_000
        self.assertEqual((asked["edition"]["number"], asked["accepted"], days), (edition, 0, 7))
        self.assert_refused(tanaka.put(f"{policy}/acceptance", {"edition": edition - 1}), 409, "policy.other_edition")
        tanaka.must(tanaka.put(f"{policy}/acceptance", {"edition": edition}))
        self.assertNotIn("accept_until", self.guideline(tanaka))
        self.assertIn("accept_until", self.guideline(self.office.sato))
        again = self.publish("平日の8:30から17:15までです。")
        asked = self.guideline(tanaka)
        self.assertEqual((asked["accepted"], "accept_until" in asked), (edition, True))
        old, new = (tanaka.must(tanaka.get(f"{policy}/editions/{number}"))["clauses"] for number in (edition, again))
        self.assertEqual([one["id"] for one, other in zip(old, new, strict=True) if one != other], ["B1"])

    def test_Clause_B7_off_GivenAnEdition_ThenNobodyIsAsked(self):
        self.set("B7", "off")
        self.publish("平日の9時から17時までです。")
        self.assertNotIn("accept_until", self.guideline(self.office.hara))
