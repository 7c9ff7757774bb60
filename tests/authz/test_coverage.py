"""Contract, routes, table and questions name the same operations."""

import json
import unittest

from tests.api.test_contract import is_of_web
from tests.authz import figures
from tests.authz.asking import operation_of
from tests.authz.asks import asks
from tests.authz.relations import relations
from tests.authz.table import all_permissions, operations, permissions, place_of, tables
from tests.kit.contract import contract
from tests.kit.server import Server


class Coverage(unittest.TestCase):
    def test_GivenContractAndRoutes_WhenComparedWithTheTable_ThenNoOperationIsForgotten(self):
        with Server() as server:
            code, told, complaint = server.run("routes")
        self.assertEqual(code, 0, complaint)
        served = {(r["method"], r["path"]) for r in json.loads(told) if not is_of_web(r)}
        said = {(o.method, o.path) for o in contract().operations}
        covered = {(o.method, o.path) for o in contract().operations if o.name in operations() and o.name in asks}
        figures.keep("authz_operations_covered_ratio", len(covered) / len(served | said), "ratio", 1, at_least=True)
        self.assertEqual(covered, served | said)

    def test_GivenTheTable_WhenComparedWithContractAndQuestions_ThenItNamesNoOther(self):
        self.assertEqual(sorted(operations()), sorted(o.name for o in contract().operations))
        self.assertEqual(sorted(operations()), sorted(asks))

    def test_GivenTheRelations_WhenComparedWithTheTable_ThenEveryRankIsSomebodysAndEveryExceptionMeansAnOperation(self):
        for place, table in tables.items():
            ranks = {rank for cells in table.values() for rank in cells}
            self.assertEqual({relation.rank(place) for relation in relations}, ranks, place)
        for relation in relations:
            self.assertLessEqual(set(relation.but), set(operations()), relation.name)

    def test_GivenTheContractsPermissions_WhenComparedWithTheTable_ThenEachOpensSomething(self):
        said = contract().checker.document["components"]["schemas"]["Permission"]["enum"]
        self.assertEqual(list(all_permissions), said)
        self.assertEqual(set(permissions.values()) - {None}, set(said) - {"urgent"})  # tried in test_urgent.py

    def test_GivenTheContractsWord_WhenComparedWithTheTable_ThenItMeansTheSame(self):
        above = ("entrusted", "sub", "administrator")
        for name in operations():
            with self.subTest(name):
                authz, cells = operation_of(name).authz, tables[place_of(name)][name]
                may = {rank for rank, (status, _) in cells.items() if status < 400}
                if authz == "anyone":
                    self.assertEqual(may, set(cells))
                elif authz == "member":
                    self.assertEqual(may, {"member", "head", *above})
                elif authz == "head of department":
                    self.assertLessEqual({"head"}, may)  # some also for administrators
                    self.assertLessEqual(may, {"head", *above})
                elif authz == "keeper of contacts":
                    self.assertEqual(may, {"head", *above})
                elif authz == "display":  # which no person is
                    self.assertEqual(may, set())
                elif authz in ("author", "master", "owner"):  # the question is about what is another's
                    self.assertEqual(may, set())
                elif "permission " in authz:  # that one, or the owner's
                    self.assertEqual(authz.removeprefix("owner or "), f"permission {permissions[name]}")
                    self.assertEqual(may, set(above))
                elif authz == "sub-administrator":
                    self.assertEqual(may, {"sub", "administrator"})
                elif authz == "administrator":
                    self.assertEqual(may, {"administrator"})
                elif authz == "member of room":  # some only for its master
                    self.assertIn(may, ({"member", "master"}, {"master"}))
                elif authz == "master of room":
                    self.assertEqual(may, {"master"})
                else:
                    self.fail(f"{authz}: say here whom it means")
