"""Each clause that is carried has a test by use in each of its modes, and no test names what isn't there."""

import pathlib
import re
import subprocess

from tests.clauses.cases import ClauseCase, policy
from tests.kit.server import program

here = pathlib.Path(__file__).parent
called = re.compile(r"def test_Clause_(\w+?)_(?:(\w+?)_)?(off|hint|confirm|block|on)_Given")


def tested():
    """(clause with underscores, measure, mode) of every test in this folder."""
    return {(clause, measure or "main", mode)
            for file in here.glob("test_*.py")
            for clause, measure, mode in called.findall(file.read_text())}


def split(names, clauses):
    """A name is a clause's id, and perhaps a measure: 2_5_a_my_number."""
    known = {one["id"].replace(".", "_"): one for one in clauses}
    for name, measure, mode in names:
        whole = name if measure == "main" else f"{name}_{measure}"
        clause = max((one for one in known if whole == one or whole.startswith(f"{one}_")), key=len, default=None)
        if clause is None:
            raise AssertionError(f"{whole}: no clause is called so")
        yield known[clause], whole.removeprefix(clause).removeprefix("_") or "main", mode


class List(ClauseCase):
    def setUp(self):
        self.clauses = self.office.sato.must(self.office.sato.get(f"{policy}/clauses"))["clauses"]

    def test_GivenTheGuideline_ThenSixtyTwoClausesHaveWordsAndModesInTheOrderThatTheCommandPrints(self):
        self.assertEqual(len(self.clauses), 62)
        printed = subprocess.run([program, "clauses"], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual([one["id"] for one in self.clauses], printed)
        for one in self.clauses:
            with self.subTest(one["id"]):
                self.assertTrue(one["title"] and one["text"])
                for measure in one["measures"]:
                    self.assertIn(measure["mode"], measure["modes"])

    def test_GivenACarriedClause_ThenEachOfItsModesHasATestByUse(self):
        there = {(clause["id"], measure, mode) for clause, measure, mode in split(tested(), self.clauses)}
        carried = [one for one in self.clauses if one["carried_by"]]
        self.assertGreater(len(carried), 0)
        for one in carried:
            for measure in one["measures"]:
                for mode in measure["modes"]:
                    with self.subTest(one["id"], measure=measure["name"], mode=mode):
                        self.assertIn((one["id"], measure["name"], mode), there)

    def test_GivenTheTests_ThenEachNamesAModeThatItsClauseMayHave(self):
        for clause, measure, mode in split(tested(), self.clauses):
            with self.subTest(clause["id"], measure=measure, mode=mode):
                of = next(one for one in clause["measures"] if one["name"] == measure)
                self.assertIn(mode, of["modes"])
                self.assertTrue(clause["carried_by"], "say in clauses.cpp who carries it")
