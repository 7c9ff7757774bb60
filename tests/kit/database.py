"""Where a server under test keeps its data: SQLite in its folder, or a database of the tests' PostgreSQL."""

import itertools
import os
import sqlite3
import subprocess

made = itertools.count(1)


def postgres():
    """The server that tests/kit/postgres.sh started, as a libpq connection string; "" if there is none."""
    return os.environ.get("HORENSO_TEST_PG", "")


def psql(connection, *sql):
    commands = [part for statement in sql for part in ("-c", statement)]
    told = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", connection, *commands],
                          capture_output=True, text=True)
    if told.returncode != 0:
        raise RuntimeError(told.stderr)
    return [line.split("|") for line in told.stdout.splitlines()]


class Sqlite:
    """The file in the data folder."""

    name = "SQLite"
    arguments = ()

    def __init__(self, folder):
        self.file = folder / "horenso.db"

    def run(self, sql):
        """Looks at or changes the data behind the server's back; only while it is stopped."""
        connection = sqlite3.connect(self.file)
        try:
            with connection:
                return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def drop(self):
        pass  # it goes with the folder


class Postgres:
    """A fresh database, dropped at the end."""

    name = "PostgreSQL"

    def __init__(self, _folder):
        self.database = f"api_{os.getpid()}_{next(made)}"
        psql(postgres(), f"CREATE DATABASE {self.database} STRATEGY WAL_LOG")
        self.connection = f"{postgres()} dbname={self.database}"
        self.arguments = ("--database", self.connection)

    def run(self, sql):
        return psql(self.connection, sql)

    def drop(self):
        psql(postgres(), f"DROP DATABASE {self.database} WITH (FORCE)")
