"""A disk that fails one write or one flush: the program must stop, and what it acknowledges after its next
start must survive a power cut."""

import subprocess
import time

from tests.faults.disks import FailingDisk
from tests.faults.nemesis import Fault, Nemesis
from tests.faults.power import PowerCampaign, ended_itself, hold_still

patience = 120  # seconds in which the nth write or flush comes, or a whole run goes by
every = 0  # as a campaign's n: 1, 2, 3 … until a whole run doesn't get so far
enough = 20  # sends acknowledged by the restarted server, before the power goes


class WholeRun:
    """From a start, which empties the WAL, through all that is done with it, until it is begun a second time (with
    another salt): every kind of write and flush there is has happened."""

    def __init__(self, campaign):
        self.file = campaign.server.data / "horenso.db-wal"
        self.salts = set()

    def is_over(self):
        try:
            with open(self.file, "rb") as file:
                header = file.read(32)
        except OSError:
            return False
        if len(header) == 32:
            self.salts.add(header[16:24])
        return len(self.salts) > 1


class NthFails(Fault):
    """The nth `what` of the device from now, once; n = 1, 2, 3 … from hit to hit. Where that hurts only what
    the file system writes again by itself, the program never hears of it; then it must have lost nothing either."""

    def __init__(self, what):
        self.what, self.name = what, f"EIO at a {what}"
        self.nth = 0
        self.spared = False  # a whole run went by with fewer

    def start(self, campaign):
        self.nth += 1
        before, run = campaign.disk.tell("hit"), WholeRun(campaign)
        campaign.disk.tell("fail", self.what, self.nth)
        process = campaign.server.process
        self.until(lambda: campaign.disk.tell("hit") > before or process.poll() is not None or run.is_over(), patience)
        if process.poll() is None and campaign.disk.tell("spare") == before:
            self.spared = True
            return campaign.must_be(run.is_over(), f"the {self.nth}th {self.what} didn't come, and no run was whole")
        self.until(lambda: process.poll() is not None, 2)
        if process.poll() is None:
            campaign.unheard += 1
            hold_still(process.pid)
            campaign.end_server(-9)
        else:
            campaign.heard += 1
            campaign.end_server(ended_itself)

    def until(self, happened, seconds):
        deadline = time.monotonic() + seconds
        while not happened() and time.monotonic() < deadline:
            time.sleep(0.005)

    def stop(self, campaign):
        if self.spared:
            return
        campaign.start_again()
        campaign.wait_for_sends(enough)
        hold_still(campaign.server.process.pid)
        campaign.disk.cut_power()
        campaign.end_server(-9)
        campaign.disk.power_on()
        campaign.look_at_the_file()
        campaign.start_timed()
        campaign.wait_for_sends(1)


class EioCampaign(PowerCampaign):
    fault = "EIO at the nth write or flush"
    pause = (0.02, 0.2)
    disk_type = FailingDisk
    allowed = (500,)  # of a reader that met it first

    def __init__(self, n, seed, kind, **how):
        super().__init__(n, seed, kind, **how)
        self.heard = self.unheard = self.remounted = 0

    def faults(self):
        return [NthFails("write"), NthFails("flush")]

    def harm(self):
        if self.n != every:
            return super().harm()
        left = self.faults()
        while left:
            for fault in left:
                Nemesis(f"{self.seed}/{fault.name}/{fault.nth}", [fault], 1, self.pause).run(self)
                self.n += not fault.spared
            left = [fault for fault in left if not fault.spared]

    def start_again(self):
        """As whoever supervises it does. A file system that has stopped itself needs an administrator."""
        try:
            self.server.start()
        except AssertionError:
            self.server.process.stdout.close()
            self.server.process = None
            self.remounted += 1
            self.disk.unmount()
            if self.kind == "ext4":
                subprocess.run(["fsck.ext4", "-p", self.disk.device], capture_output=True, check=False)
            self.disk.mount()
            self.server.start()

    def outcome(self, verdict, seconds):
        self.notes.update(ended_itself=self.heard, not_noticed=self.unheard, remounted=self.remounted)
        self.must_be(self.heard * 2 >= self.n, "hardly any error was noticed")
        return super().outcome(verdict, seconds)
