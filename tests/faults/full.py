"""A disk that fills up while people talk, and is emptied again: of bytes, or of files (inodes)."""

import contextlib
import time

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault
from tests.faults.small import SmallDisk, SmallTable
from tests.kit.server import wait_until

recovers_within = 5.0  # seconds from the first free byte to an acknowledgement, R4
refusals, acknowledged = 100, 200  # that say what the program does


class Room(Fault):
    """What there was too little of comes back, and the same program goes on by itself."""

    def start(self, campaign):
        self.process = campaign.server.process

    def stop(self, campaign):
        began = time.monotonic()
        campaign.disk.empty()
        campaign.wait_for_sends(1)
        took = time.monotonic() - began
        campaign.slowest_recovery = max(campaign.slowest_recovery, took)
        campaign.must_be(took <= recovers_within, f"it went on {took:.1f} s after there was room again")
        campaign.must_be(campaign.server.process is self.process and self.process.poll() is None,
                         "it has ended while there was no room")


class Full(Room):
    """Until many were refused, or as many were told that all is well as no honest program would."""

    def __init__(self, name, fill):
        self.name, self.fill = name, fill

    def start(self, campaign):
        super().start(campaign)
        driver = campaign.driver
        self.fill(campaign.disk)
        refused, kept = driver.refusals[507], driver.acknowledged
        wait_until(lambda: driver.refusals[507] >= refused + refusals or driver.acknowledged >= kept + acknowledged,
                   "an answer of the program on a full disk")
        campaign.must_be(driver.refusals[507] > refused, "nobody was told that the disk is full")
        reader = campaign.office.aoki
        campaign.must_be(len(reader.history(campaign.rooms[0], "limit=1")) == 1, "nothing can be read on a full disk")


def nearly(disk):
    """So much is free that a write would succeed: the program says no before the end."""
    disk.fill(32 << 20)


def entirely(disk):
    """By writing, which takes what there is left; the server takes some meanwhile."""
    with open(disk.filler, "wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    pass


class RoomCampaign(Campaign):
    pause = (0.1, 0.5)
    think = 0.05  # the disk lasts for a night
    kind = None
    disk = None
    slowest_recovery = 0.0

    def set_up(self):
        self.disk = self.kind(256 + 2 * self.n)  # what is said meanwhile stays there
        self.folder = self.disk.folder
        super().set_up()

    def tear_down(self):
        try:
            super().tear_down()
        finally:
            if self.disk:
                self.disk.close()
        self.notes["slowest_recovery_s"] = round(self.slowest_recovery, 2)


class FullCampaign(RoomCampaign):
    name = "full disk"
    kind = SmallDisk
    allowed = (507,)

    def faults(self):
        return [Full("nearly full disk", nearly), Full("full disk", entirely)]


class NoInodes(Room):
    """No file can be made any more; what has its files goes on."""

    name = "no inodes"

    def start(self, campaign):
        super().start(campaign)
        campaign.disk.fill()
        campaign.wait_for_sends(50)


class NoInodesAtStart(Room):
    """A start may need a file: then it says so and ends, and starts when there is room."""

    name = "kill -9 and no inodes"

    def start(self, campaign):
        server = campaign.server
        campaign.disk.fill()
        server.kill()
        try:
            server.start()
        except AssertionError:
            campaign.must_be("horenso" in server.complaints(), "a start without inodes failed without a word")
            campaign.refused_starts += 1
            server.process.stdout.close()
            campaign.disk.empty()
            server.start()
        super().start(campaign)


class InodesCampaign(RoomCampaign):
    name = "no inodes"
    kind = SmallTable
    refused_starts = 0

    def faults(self):
        return [NoInodes(), NoInodesAtStart()]

    def outcome(self, verdict, seconds):
        self.notes["refused_starts"] = self.refused_starts
        return super().outcome(verdict, seconds)
