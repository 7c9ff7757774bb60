"""A process that stands still for a while, as a machine that is moved or has no memory left."""

import os
import signal

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault


class Stop(Fault):
    name = "SIGSTOP"
    lasts = (0.1, 1.5)

    def start(self, campaign):
        os.kill(campaign.server.process.pid, signal.SIGSTOP)

    def stop(self, campaign):
        os.kill(campaign.server.process.pid, signal.SIGCONT)
        campaign.wait_for_sends(1)


class PauseCampaign(Campaign):
    name = "stopped process"
    pause = (0.1, 0.5)

    def faults(self):
        return [Stop()]
