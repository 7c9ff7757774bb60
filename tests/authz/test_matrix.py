"""Every operation asked in every relation: the answer, what it shows, and what it leaves unchanged."""

import copy

from tests.authz import figures
from tests.authz.asking import asked, differences, operation_of, owed
from tests.authz.relations import relations
from tests.authz.scene import MatrixCase, Scene
from tests.authz.table import operations, opens_room, shows, tables
from tests.kit.cases import on_both_databases

# Whoever signs in here becomes 加藤, who is not in the room.
becomes_another = {"sign_in_by_code", "sign_in_by_password", "sign_in_by_passkey", "take_over",
                   "report_by_wallet_card", "open_display"}  # whoever asks: it is somebody by what they know


def told(case):
    return f"{case.operation} by {case.relation.name}: {case.answer.status} {case.answer.code}"


# An office has grown by then, and looking through all of its rows takes longer than making another.
operations_in_an_office = 15


@on_both_databases
class Matrix(MatrixCase):
    runs_first = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        try:
            cls.cases, cls.shown = [], []
            for asked_before, operation in enumerate(operations()):
                if asked_before > 0 and asked_before % operations_in_an_office == 0:
                    cls.office.close()
                    super().setUpClass()
                scene = None
                for relation in relations:
                    if not cls.serves_again(relation):
                        scene = Scene(cls)
                    cls.cases.append(cls.asked(operation, relation, scene))
        except BaseException:
            cls.office.close()
            raise

    @classmethod
    def serves_again(cls, relation):
        """Whoever is outside changes nothing by becoming that: what the one before left as it was is good for them, too."""
        before = cls.cases[-1] if cls.cases else None
        return before and relation.office == before.relation.office == "outside" and before.changed == []

    @classmethod
    def asked(cls, operation, relation, scene):
        case = asked(operation, relation, scene, lambda: cls.rows.of(cls.org))
        everything = case.answer.text + repr(case.answer.headers)
        cls.shown.append({what: any(text in everything for text in scene.marks_of(what))
                          for what in ("office", "room")})
        return case

    def test_GivenTheTable_WhenEachOperationIsAskedInEachRelation_ThenTheAnswerIsAsWritten(self):
        wrong = differences(self.cases)
        figures.keep("authz_differences", len(wrong), "differences", 0, at_least=False)
        self.assertEqual([f"{told(c)}, not {owed(c.operation, c.relation)}" for c in wrong], [])

    def test_GivenARefusalOrAQuestion_WhenItWasAnswered_ThenNoRowOfTheOfficeIsAnother(self):
        for case in self.cases:
            if case.answer.is_refusal or operation_of(case.operation).method == "GET":
                with self.subTest(told(case)):
                    self.assertEqual(case.changed, [])

    def test_GivenAMessageThatWasKept_WhenRowsAreCompared_ThenItIsSeen(self):
        for case in self.cases:
            if case.operation == "post_message" and not case.answer.is_refusal:
                self.assertIn("talk_message", case.changed, told(case))

    def test_GivenSomebodyOfAnotherOrganisation_WhenAnythingIsAnswered_ThenNoRowOfTheOfficeIsAnother(self):
        for case in self.cases:
            if case.relation.foreign and case.operation not in becomes_another:
                with self.subTest(told(case)):
                    self.assertEqual(case.changed, [])

    def test_GivenAnAnswer_WhenRead_ThenItShowsWhatTheAskerMaySeeAndNothingElse(self):
        for case, shown in zip(self.cases, self.shown, strict=True):
            sees = case.relation.sees | ({"office"} if case.operation in becomes_another else set())
            if case.operation in opens_room and not case.answer.is_refusal:
                sees |= {"room"}
            for what in ("office", "room"):
                with self.subTest(told(case), what=what):
                    if what not in sees:
                        self.assertFalse(shown[what], case.answer.text)
                    elif case.operation in shows[what] and not case.answer.is_refusal:
                        self.assertTrue(shown[what], case.answer.text)

    def test_GivenTheAnswers_WhenOneCellOfTheTableIsAnother_ThenACaseFails(self):
        for place, table in tables.items():
            for operation, cells in table.items():
                asked = [case for case in self.cases if case.operation == operation]
                for rank, (status, _) in cells.items():
                    with self.subTest(place=place, operation=operation, rank=rank):
                        flipped = copy.deepcopy(tables)
                        flipped[place][operation][rank] = (404, "talk.room_not_found") if status < 400 else (200, None)
                        self.assertNotEqual(differences(asked, flipped), differences(asked))
