"""kill -9 at named points of the commit path: strace ends the process as it enters the nth such call."""

import random
import signal
import subprocess
import time

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault

patience = 60  # seconds in which a point is reached under load


class KillAt(Fault):
    """`calls` on `file` (any, if None), by the thread that makes them; which of the first `most` is drawn. `think`: mean
    seconds between two operations of a client until then."""

    def __init__(self, name, calls, file, most, seed, think=0):
        self.name, self.calls, self.file, self.most, self.think = f"kill {name}", calls, file, most, think
        self.random = random.Random(f"{seed}/{name}")

    def tracer(self, campaign, *more):
        where = ("-P", campaign.server.data / self.file) if self.file else ()
        when = self.random.randint(1, self.most)
        return ["strace", "-f", "-qq", "-o", "/dev/null", *where, "-e", f"trace={self.calls}",
                "-e", f"inject={self.calls}:signal=KILL:when={when}", *more]

    def start(self, campaign):
        process = campaign.server.process
        campaign.driver.pause = self.think
        tracer = subprocess.Popen(list(map(str, self.tracer(campaign, "-p", process.pid))), stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=patience)
            campaign.reached[self.name] = campaign.reached.get(self.name, 0) + 1
        except subprocess.TimeoutExpired:
            campaign.problems.append(f"{self.name} was not reached")
            process.kill()
        finally:
            tracer.terminate()
            tracer.wait()
            campaign.driver.pause = campaign.think
        campaign.server.end(expected=-signal.SIGKILL)

    def stop(self, campaign):
        campaign.start_after_kill()


class KillAtStart(KillAt):
    """In the repair that every start does, after a plain kill. strace steps aside (-D): the program stays
    our child."""

    def start(self, campaign):
        server = campaign.server
        deadline = time.monotonic() + patience
        tracer = list(map(str, self.tracer(campaign, "-D")))
        while True:
            server.kill()
            server.before = tracer
            try:
                server.start()
            except AssertionError:  # it ended before it said ready
                campaign.reached[self.name] = campaign.reached.get(self.name, 0) + 1
                break
            finally:
                server.before = ()
            if time.monotonic() > deadline:
                campaign.problems.append(f"{self.name} was not reached")
                server.process.kill()
                break
            campaign.wait_for_sends(20)  # there was too little to repair: with more in the WAL once again
        server.end(expected=-signal.SIGKILL)


class PointsCampaign(Campaign):
    """n hits, each point as often as the others."""

    name = "kill at named points"
    pause = (0.05, 0.2)
    words = (0, 1500)  # a checkpoint comes after so many bytes

    def __init__(self, n, seed, **how):
        super().__init__(n, seed, **how)
        self.reached = {}

    def faults(self):
        wal, database = "horenso.db-wal", "horenso.db"
        return [KillAt("before the WAL write", "pwrite64", wal, 60, self.seed),
                KillAt("between WAL write and sync", "fsync,fdatasync", wal, 20, self.seed),
                KillAt("after the sync, before the answer", "sendmsg", None, 100, self.seed),
                KillAt("in a checkpoint's writes", "pwrite64", database, 20, self.seed),
                # SQLite syncs the database only when nothing was committed while it was copied to.
                KillAt("before a checkpoint's sync", "fsync,fdatasync", database, 1, self.seed, think=0.5),
                KillAtStart("in the repair at start, writing", "pwrite64", database, 5, self.seed),
                KillAtStart("in the repair at start, syncing", "fsync,fdatasync", wal, 2, self.seed)]

    def outcome(self, verdict, seconds):
        self.notes["points"] = len(self.reached)
        self.notes["hits_each_at_least"] = min(self.reached.values(), default=0)
        return super().outcome(verdict, seconds)


class PostgresPointsCampaign(PointsCampaign):
    """The commit itself is PostgreSQL's: we end before its request leaves and before our answer does."""

    name = "kill at named points"

    def faults(self):
        return [KillAt("before a request to the database", "sendto", None, 100, self.seed),
                KillAt("after the commit, before the answer", "sendmsg", None, 100, self.seed)]
