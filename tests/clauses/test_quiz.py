"""Clause 3.2: a yearly check of understanding, and what a leak may cost."""

from tests.clauses.cases import ClauseCase, policy

quiz = "/api/v1/quiz"
month_and_a_day = 31 * 86_400_000


class YearlyCheck(ClauseCase):
    def setUp(self):
        self.addCleanup(self.set, "3.2", "on")

    def mine(self, client):
        return client.must(client.get(quiz))

    def accepted_a_month_ago(self, client):
        client.must(client.put(f"{policy}/acceptance", {"edition": 1}))
        server = self.office.server
        server.stop()
        server.database.run(f"UPDATE policy_acceptance SET accepted_at = accepted_at - {month_and_a_day}")
        server.start()

    def test_Clause_3_2_on_GivenAMonthAfterAcceptance_ThenItIsAskedUntilItIsDoneAndAdministratorsSeeBoth(self):
        self.set("3.2", "on")
        tanaka, sato, aoki = self.office.tanaka, self.office.sato, self.office.aoki
        self.accepted_a_month_ago(tanaka)
        asked = self.mine(tanaka)
        self.assertEqual((asked["due"], len(asked["questions"]), asked["yen"]), (True, 5, 20_000))
        right = [one["right"] for one in asked["questions"]]
        self.assert_refused(tanaka.put(f"{quiz}/done", {"version": 0, "answers": right[:4]}), 422, "quiz.incomplete")
        tanaka.must(tanaka.put(f"{quiz}/done", {"version": 0, "answers": right}))
        self.assertFalse(self.mine(tanaka)["due"])
        progress = aoki.must(aoki.get(f"{quiz}/progress"))["people"]
        done = {one["person"]: "done_at" in one for one in progress}
        self.assertEqual((done[tanaka.person], done[sato.person]), (True, False))
        self.assertEqual({name for one in progress for name in one}, {"person", "done_at"})

    def test_Clause_3_2_off_GivenAMonthAfterAcceptance_ThenNobodyIsAsked(self):
        self.set("3.2", "off")
        hara = self.office.hara
        self.accepted_a_month_ago(hara)
        asked = self.mine(hara)
        self.assertEqual((asked["in_force"], asked["due"]), (False, False))
