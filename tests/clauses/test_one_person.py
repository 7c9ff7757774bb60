"""Clause 3.3: one ID, one person. Sharing is refused where it would begin, has no purpose where many use one PC or a screen
hangs on a wall, and is asked about where it happens all the same."""

from tests.clauses.cases import ClauseCase
from tests.kit.client import Client
from tests.kit.displays import open_display
from tests.kit.doubts import in_two_places, mine

imports, session = "/api/v1/directory/imports", "/api/v1/session/pin"
pin = "739184"


class OnePerson(ClauseCase):
    def test_Clause_3_3_on_GivenAnAccountOfSeveral_WhenImported_ThenItIsRefusedWithTheWayOut(self):
        csv = "氏名,フリガナ,ID\n受付,ウケツケ,uketsuke\n".encode()
        refused = self.office.aoki.post(imports, csv, kind="text/csv")
        self.assert_refused(refused, 422, "directory.bad_sheet")
        self.assertEqual(refused.fields(), {"行 2": "directory.shared_row"})
        self.assertIn("交代する", refused.json["fields"][0]["title"])

    def test_Clause_3_3_on_GivenAPcOfMany_WhenTheNextOneTakesOverByPin_ThenWhatIsWrittenIsTheirsAndTheFormerIsOut(self):
        counter = self.office.session_of("sato", "shared")
        counter.must(counter.put("/api/v1/me/pin", {"pin": pin}))
        tanaka = Client(self.office.server)
        tanaka.device = counter.device
        tanaka.must(tanaka.sign_in(self.office.card("tanaka"), "shared"))
        former = Client(self.office.server)
        former.cookie = tanaka.cookie
        tanaka.must(tanaka.welcome(tanaka.post(session, {"person": self.office.ids["sato"], "pin": pin})))
        self.assert_refused(former.get("/api/v1/session"), 401, "access.signed_out")
        self.assertEqual(self.send("窓口を代わりました", client=tanaka).status, 201)
        said = next(one for one in self.office.tanaka.history(self.room) if one["body"] == "窓口を代わりました")
        self.assertEqual(said["author"], self.office.ids["sato"])

    def test_Clause_3_3_on_GivenAScreenOnAWall_WhenItAsksForMoreThanItsBoard_ThenItIsNobody(self):
        screen = open_display(self.office)
        self.assertTrue(screen.must(screen.get("/api/v1/display"))["people"])
        self.assert_refused(screen.get(f"/api/v1/talk/rooms/{self.room}/messages"), 401, "access.signed_out")


class OnePersonInTwoPlaces(ClauseCase):
    def test_Clause_3_3_on_GivenUseThatCannotBeOnePersons_WhenTheyDenyIt_ThenOnlyThenAdministratorsHearOfIt(self):
        keeper = self.office.keeper
        denied = lambda: [one["person"] for one in keeper.must(keeper.get("/api/v1/access/doubts"))["doubts"]]
        here, there = in_two_places(self.office, "tanaka")
        doubt, = here.must(here.get(mine))["doubts"]
        self.assertEqual(there.get("/api/v1/session").status, 200)
        self.assertEqual(denied(), [])
        here.must(here.post(f"{mine}/{doubt['id']}/answer", {"mine": False}), 204)
        self.assert_refused(there.get("/api/v1/session"), 401, "access.signed_out")
        self.assertEqual(denied(), [here.person])
