"""Power cuts: the file system under the data stops between two writes, and comes back as the disk has it."""

import contextlib
import os
import pathlib
import shutil
import signal
import sqlite3
import tempfile
import time

from tests.faults.campaign import Campaign
from tests.faults.disks import ForgetfulDisk, LoopDisk
from tests.faults.nemesis import Fault
from tests.kit.server import wait_until

ended_itself = 74  # EX_IOERR: a write or a sync failed


def hold_still(process):
    """Stops all threads; one within a system call stops before it comes back from there."""
    os.kill(process, signal.SIGSTOP)
    wait_until(lambda: all(state in "TDt" for state in states(process)), "all threads to stand still")


def states(process):
    for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
            yield (thread / "stat").read_text().rsplit(") ", 1)[1][0]


class PowerCut(Fault):
    name = "power cut"

    def start(self, campaign):
        # Power takes the program and the disk at once. A file system that is being shut down is still half
        # alive: ext4 then says yes to an fsync under way whose data never arrives. So nothing may be
        # acknowledged any more when the shutting down begins.
        hold_still(campaign.server.process.pid)
        campaign.disk.cut_power()
        campaign.end_server(-signal.SIGKILL)
        campaign.disk.power_on()
        campaign.look_at_the_file()

    def stop(self, campaign):
        campaign.start_timed()


class PowerCampaign(Campaign):
    """`kind`: ext4 or xfs. What the file system has given to the disk is kept."""

    fault = "power cut"
    pause = (0.1, 0.5)
    disk_type = LoopDisk
    start_limit = 5.0  # seconds, R2

    def __init__(self, n, seed, kind, **how):
        super().__init__(n, seed, **how)
        self.kind = kind
        self.name = f"{self.fault}, {kind}"
        self.slowest_start = 0.0

    disk = None

    def set_up(self):
        self.disk = self.disk_type(self.kind, self.seed)
        self.folder = self.disk.folder
        super().set_up()
        self.server.log = self.disk.home / "log"  # a start on a disk that is read-only has something to say

    def tear_down(self):
        try:
            super().tear_down()
        finally:
            if self.disk:
                self.disk.close()
        self.notes["slowest_start_s"] = round(self.slowest_start, 2)

    def faults(self):
        return [PowerCut()]

    def end_server(self, *expected):
        process = self.server.process
        process.kill()
        code = process.wait()
        self.must_be(code in expected, f"the server ended with {code}")
        process.stdout.close()
        self.server.process = None

    def start_timed(self):
        began = time.monotonic()
        self.server.start()
        took = time.monotonic() - began
        self.slowest_start = max(self.slowest_start, took)
        self.must_be(took <= self.start_limit, f"a start took {took:.1f} s")

    def look_at_the_file(self):
        """integrity_check of a copy: looking at the file itself would change it."""
        with tempfile.TemporaryDirectory(prefix="horenso-look-") as folder:
            for ending in ("", "-wal"):
                file = self.server.data / f"horenso.db{ending}"
                if file.exists():
                    shutil.copy(file, folder)
            connection = sqlite3.connect(f"{folder}/horenso.db")
            said = connection.execute("PRAGMA integrity_check").fetchall()
            connection.close()
        self.must_be(said == [("ok",)], f"integrity_check says {said[:3]}")


class ForgetfulPowerCampaign(PowerCampaign):
    """The disk itself forgets half of what it was not told to flush."""

    fault = "power cut, cache lost"
    disk_type = ForgetfulDisk
