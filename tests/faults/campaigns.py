"""All campaigns by name, with the size that ./dev test runs and the size of a night."""

import dataclasses
import random
import unittest

from tests.faults import needs
from tests.faults.clock import ClockCampaign
from tests.faults.crash import KillCampaign
from tests.faults.crowd import CrowdCampaign
from tests.faults.eio import EioCampaign, every
from tests.faults.full import FullCampaign, InodesCampaign
from tests.faults.overload import OverloadCampaign
from tests.faults.pause import PauseCampaign
from tests.faults.points import PointsCampaign, PostgresPointsCampaign
from tests.faults.power import ForgetfulPowerCampaign, PowerCampaign
from tests.faults.slow import SlowCampaign
from tests.kit.database import Postgres, Sqlite, postgres
from tests.nodes.campaign import (BusKilledCampaign, DatabaseCampaign, LinkCampaign, NoBusCampaign, NodeKilledCampaign,
                                  NodeStoppedCampaign, OnlyNodeStoppedCampaign)


@dataclasses.dataclass(frozen=True)
class Entry:
    name: str
    make: object  # (n, seed) → something with run() → Outcome
    daily: int
    nightly: int
    programs: tuple = ()  # that it can't do without
    probes: tuple = ()  # of needs.py
    on: type = Sqlite
    suite: str = "faults"  # of ./dev test that runs it
    alone: bool = False  # it measures how the program gets on, and needs the machine for that

    def run(self, n, seed=None):
        return self.make(n, random.randrange(10**6) if seed is None else seed).run()

    def must_be_possible(self):
        """Raises unittest.SkipTest, or AssertionError where something is missing and nobody said to skip."""
        if self.on is Postgres and not postgres():
            raise unittest.SkipTest("no PostgreSQL: HORENSO_TEST_PG is empty")
        for name in self.programs:
            needs.program(name)
        for probe in self.probes:
            probe()


def campaign(type_of, **how):
    return lambda n, seed: type_of(n, seed, **how)


disk_programs = ("xfs_io", "mkfs.ext4", "mkfs.xfs")
block_programs = (*disk_programs, "nbdfuse", "losetup", "fsck.ext4")


def on_disks(name, type_of, daily, nightly, programs, *probes):
    return [Entry(f"{name}-{kind}", campaign(type_of, kind=kind), daily, nightly, programs,
                  (needs.loop_devices, *probes)) for kind in ("ext4", "xfs")]


def on_nodes(name, type_of, daily, nightly, **how):
    return Entry(name, campaign(type_of, **how), daily, nightly, on=Postgres, suite="nodes")


traced = {"programs": ("strace",), "probes": (needs.ptrace,)}
entries = [
    Entry("kill", campaign(KillCampaign), 300, 10_000),
    Entry("kill-postgres", campaign(KillCampaign, database=Postgres), 40, 1_000, on=Postgres),
    Entry("points", campaign(PointsCampaign), 21, 210, **traced),
    Entry("points-postgres", campaign(PostgresPointsCampaign, database=Postgres), 6, 60, on=Postgres, **traced),
    *on_disks("power", PowerCampaign, 10, 1_000, disk_programs),
    *on_disks("power-cache", ForgetfulPowerCampaign, 10, 1_000, block_programs, needs.fuse),
    *on_disks("eio", EioCampaign, 20, every, block_programs, needs.fuse),
    Entry("full", campaign(FullCampaign), 10, 200, probes=(needs.mounts,)),
    Entry("inodes", campaign(InodesCampaign), 4, 200, probes=(needs.mounts,)),
    Entry("clock", campaign(ClockCampaign), 18, 500, ("faketime",)),
    Entry("pause", campaign(PauseCampaign), 5, 100),
    Entry("slow-readers", campaign(SlowCampaign), 1, 20, alone=True),
    Entry("crowd", campaign(CrowdCampaign), 2_000, 10_000, alone=True),
    Entry("overload", campaign(OverloadCampaign), 3, 60, ("taskset",), alone=True),
    on_nodes("no-bus", NoBusCampaign, 1, 50),
    on_nodes("bus-killed", BusKilledCampaign, 2, 50),
    on_nodes("node-killed", NodeKilledCampaign, 4, 300),
    on_nodes("node-stopped", NodeStoppedCampaign, 4, 100, clients=32),
    on_nodes("only-node-stopped", OnlyNodeStoppedCampaign, 2, 100, clients=32),
    on_nodes("database", DatabaseCampaign, 2, 100),
    on_nodes("lines", LinkCampaign, 3, 300),
]


def of_suite(suite):
    return [entry for entry in entries if entry.suite == suite]
