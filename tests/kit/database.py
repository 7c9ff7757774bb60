"""Where a server under test keeps its data: SQLite in its folder, or a database of the tests' PostgreSQL."""

import itertools
import os
import sqlite3
import subprocess

made = itertools.count(1)
end_of_answer = "-- that is all --"


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

    def look(self, sql):
        """The same, but only looks, also while the server runs."""
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def drop(self):
        pass  # it goes with the folder


class Line:
    """A psql that stays: for those who ask a database hundreds of times."""

    def __init__(self, connection):
        self.process = subprocess.Popen(
            ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", connection], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ask(self, sql):
        self.process.stdin.write(f"{sql};\n\\echo {end_of_answer}\n")
        self.process.stdin.flush()
        told = []
        for line in self.process.stdout:
            if line == f"{end_of_answer}\n":
                return [row.split("|") for row in told]
            told.append(line.rstrip("\n"))
        raise RuntimeError(self.process.communicate()[1])

    def close(self):
        self.process.communicate()


class Postgres:
    """A fresh database, dropped at the end."""

    name = "PostgreSQL"

    def __init__(self, _folder):
        self.database = f"api_{os.getpid()}_{next(made)}"
        psql(postgres(), f"CREATE DATABASE {self.database} STRATEGY WAL_LOG")
        self.connection = f"{postgres()} dbname={self.database}"
        self.arguments = ("--database", self.connection)
        self.line = None

    def run(self, sql):
        """Looks at or changes the data behind the server's back."""
        if self.line is None or self.line.process.poll() is not None:
            self.line = Line(self.connection)
        return self.line.ask(sql)

    look = run

    def drop(self):
        if self.line and self.line.process.poll() is None:
            self.line.close()
        psql(postgres(), f"DROP DATABASE {self.database} WITH (FORCE)")
