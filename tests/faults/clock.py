"""A wall clock that jumps, by libfaketime; what measures time that passes is left alone."""

import datetime
import glob
import os

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault

library = "/usr/lib/*/faketime/libfaketimeMT.so.1"
hour = 3600


def seconds_to(year, month, day):
    then = datetime.datetime(year, month, day, tzinfo=datetime.timezone.utc)
    return (then - datetime.datetime.now(datetime.timezone.utc)).total_seconds()


class Jump(Fault):
    """To `offset` seconds from the true time. Sends go on; up to 25 hours nobody is signed out. `restarts`:
    the program is also killed and started, and must read sessions in the new time."""

    def __init__(self, offset, restarts):
        self.offset, self.restarts = offset, restarts
        self.name = f"clock at {offset:+.0f} s{', started again' if restarts else ''}"

    def start(self, campaign):
        signed_out = campaign.driver.refusals[401]
        with campaign.entering:  # a card is made and used in one time, and by the server, not beside it
            if self.restarts:
                campaign.server.kill()
            campaign.set_clock(self.offset)
            if self.restarts:
                campaign.server.start()
        campaign.wait_for_sends(100)
        if abs(self.offset) <= 25 * hour:
            lost = campaign.driver.refusals[401] - signed_out
            campaign.must_be(lost == 0, f"{lost} were signed out with the {self.name}")


class ClockCampaign(Campaign):
    """`n` jumps, each place of time as often as the others."""

    name = "clock jumps"
    pause = (0.05, 0.2)
    allowed = (401,)  # after years; Jump looks at the rest
    turnover = False  # it has sessions ended, which are refused with 401 too

    def set_up(self):
        super().set_up()
        self.file = self.server.folder / "clock"
        self.set_clock(0)
        self.server.kill()
        self.server.before = ("env", f"LD_PRELOAD={glob.glob(library)[0]}", f"FAKETIME_TIMESTAMP_FILE={self.file}",
                              "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1")
        self.server.start()

    def set_clock(self, offset):
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{offset:+.3f}\n")
        os.rename(fresh, self.file)

    def harm(self):
        super().harm()
        with self.entering:
            self.set_clock(0)  # back in the true time everybody's session is as good as before

    def faults(self):
        near = [1, -1, hour, -hour, 25 * hour, -25 * hour]
        far = [seconds_to(1970, 1, 2), seconds_to(2038, 1, 19) + 11640, seconds_to(2100, 1, 1)]
        return [Jump(offset, restarts) for restarts in (False, True) for offset in near + far]
