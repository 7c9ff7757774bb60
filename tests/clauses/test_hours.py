"""Clauses B1 and B2: when the organisation works, and when somebody may be rung."""

from tests.clauses.hours import HoursCase, always, never


class OfTheOrganisation(HoursCase):
    """Clause B1."""

    def setUp(self):
        self.addCleanup(self.set, "B1", "on")
        self.addCleanup(self.organisation_works, always)

    def test_Clause_B1_on_GivenTheOrganisationIsClosed_ThenAMessageIsThereAndNothingRingsUntilItOpens(self):
        self.set("B1", "on")
        self.organisation_works(always)
        tanaka = self.office.tanaka
        self.assertTrue(self.rings(tanaka))
        told = len(self.notices(tanaka)["notices"])
        self.organisation_works(never)
        self.assertFalse(self.rings(tanaka))
        self.wait_until_closed(tanaka)
        self.assertEqual(self.send("夕方の件です").status, 201)
        self.assert_heard("夕方の件です")
        self.assertEqual(len(self.notices(tanaka)["notices"]), told)
        self.organisation_works(always)
        self.assertTrue(self.rings(tanaka))
        digest = self.wait_for_digest(tanaka, told + 1)
        self.assertEqual(digest["waiting"], [{"place": f"room:{self.room}", "messages": 1}])

    def test_Clause_B1_off_GivenTheOrganisationIsClosed_ThenItRingsAllTheSame(self):
        self.organisation_works(never)
        self.set("B1", "off")
        self.assertTrue(self.rings(self.office.hara))
        self.assertFalse(self.office.hara.must(self.office.hara.get("/api/v1/hours"))["organisation_in_force"])


class OfAPerson(HoursCase):
    """Clause B2."""

    def setUp(self):
        self.organisation_works(always)
        self.addCleanup(self.set, "B2", "on")

    def test_Clause_B2_on_GivenOwnHours_ThenNothingRingsOutsideThemAndOthersAreNotTouched(self):
        self.set("B2", "on")
        hara, tanaka = self.office.hara, self.office.tanaka
        self.set_own_week(hara, never)
        self.addCleanup(self.set_own_week, hara, None)
        self.assertEqual((self.rings(hara), self.rings(tanaka)), (False, True))
        self.set_own_week(hara, None)
        self.assertTrue(self.rings(hara))

    def test_Clause_B2_off_GivenOwnHours_ThenTheOrganisationsHoldAndNobodyCanSetTheirOwn(self):
        self.set("B2", "on")
        kato = self.office.kato
        self.set_own_week(kato, never)
        self.set("B2", "off")
        self.assertTrue(self.rings(kato))
        refused = self.assert_refused(kato.put("/api/v1/hours/me/week", {"week": never}), 403, "hours.not_by_people")
        self.assertEqual(refused.json["clause"], "B2")
