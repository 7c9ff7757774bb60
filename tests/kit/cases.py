"""What the tests of the whole program begin with: an office for each class, on either database."""

import sys
import unittest

from tests.kit.database import Postgres, Sqlite, postgres
from tests.kit.office import Office


def on_both_databases(case):
    """Puts two classes into the module instead of this one. Without a PostgreSQL (PG=skip) the tests of
    the second are skipped, and counted as that."""
    module = sys.modules[case.__module__]
    for database in (Sqlite, Postgres):
        name = f"{case.__name__}On{database.name}"
        variant = type(name, (case,), {"database": database, "__module__": case.__module__, "__qualname__": name})
        if database is Postgres and not postgres():
            variant = unittest.skip("no PostgreSQL: HORENSO_TEST_PG is empty")(variant)
        setattr(module, name, variant)


class OfficeCase(unittest.TestCase):
    """One office for all tests of a class: each test makes rooms of its own."""

    database = Sqlite
    options = ()

    @classmethod
    def setUpClass(cls):
        cls.office = Office(cls.database, options=cls.options)

    @classmethod
    def tearDownClass(cls):
        cls.office.close()

    def assert_refused(self, reply, status, code):
        self.assertEqual((reply.status, reply.json.get("code")), (status, code), reply.content.decode())
        return reply
