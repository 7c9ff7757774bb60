"""A PostgreSQL of its own, for tests that stop it, freeze it or give it a standby."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

from tests.kit.database import psql
from tests.kit.server import root, wait_until

script = root / "tests/kit/postgres.sh"
slot = "standby"


def as_owner(*words):
    """PostgreSQL refuses to run as root."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    told = subprocess.run([*user, *map(str, words)], capture_output=True, text=True, cwd="/", timeout=120)
    if told.returncode != 0:
        raise RuntimeError(f"{words}: {told.stdout}{told.stderr}")
    return told.stdout


class PostgresServer:
    """Runs from making to `close`. `connection` is what libpq is given."""

    def __init__(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="horenso-place-"))
        told = subprocess.run([script, "start", self.place], capture_output=True, text=True)
        if told.returncode != 0:
            shutil.rmtree(self.place)
            raise RuntimeError(told.stderr)
        self.connection = told.stdout.strip()
        self.home = pathlib.Path((self.place / "place").read_text().strip())
        self.tools = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))[-1]
        self.has_standby = False

    def control(self, data, *words):
        return as_owner(self.tools / "pg_ctl", "-D", self.home / data, "-w", "-t", "60", *words)

    def end_at_once(self):
        """As a crash would: nothing is written any more."""
        self.control("data", "-m", "immediate", "stop")

    def start_again(self):
        options = (self.home / "data/postmaster.opts").read_text().strip().split(" ", 1)[1].replace('"', "'")
        self.control("data", "-l", self.home / "log", "-o", options, "start")

    def processes(self):
        """The postmaster and all that it started."""
        first = int((self.home / "data/postmaster.pid").read_text().split()[0])
        children = pathlib.Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def freeze(self):
        self.frozen = self.processes()
        for pid in self.frozen:
            os.kill(pid, signal.SIGSTOP)

    def thaw(self):
        for pid in self.frozen:
            os.kill(pid, signal.SIGCONT)

    def add_standby(self, synchronous=False):
        """Copies the primary and follows it by a replication slot. Synchronous: an acknowledged commit is on both."""
        as_owner(self.tools / "pg_basebackup", "-h", self.home, "-U", "postgres", "-D", self.home / "standby",
                 "-X", "stream", "-C", "-S", slot, "-R", "-c", "fast", "-d", "application_name=standby")
        as_owner("mkdir", self.home / "two")
        self.control("standby", "-l", self.home / "standby.log", "-o",
                     f"-c listen_addresses='' -c unix_socket_directories={self.home}/two -c shared_buffers=64MB "
                     "-c max_connections=200 -c timezone=UTC", "start")
        self.has_standby = True
        if synchronous:
            psql(self.connection, "ALTER SYSTEM SET synchronous_standby_names = 'standby'", "SELECT pg_reload_conf()")
        wait_until(lambda: self.lag() is not None, "the standby to follow")

    @property
    def standby(self):
        return f"host={self.home}/two user=postgres dbname=postgres"

    def lag(self):
        """Bytes that the standby has still to replay; None while it doesn't follow."""
        told = psql(self.connection, "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint"
                    " FROM pg_stat_replication WHERE state = 'streaming' AND replay_lsn IS NOT NULL")
        return int(told[0][0]) if told else None

    def catch_up(self):
        """Until the standby has replayed all that the primary had written by now."""
        here = psql(self.connection, "SELECT pg_current_wal_lsn()")[0][0]
        wait_until(lambda: psql(self.standby, f"SELECT pg_last_wal_replay_lsn() >= '{here}'") == [["t"]],
                   "the standby to catch up")

    def close(self):
        if self.has_standby:
            self.control("standby", "-m", "immediate", "stop")
        subprocess.run([script, "stop", self.place], capture_output=True, check=True)
        shutil.rmtree(self.place, ignore_errors=True)
