"""kill -9 at any moment."""

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault


class Kill(Fault):
    name = "kill -9"

    def start(self, campaign):
        campaign.server.kill()

    def stop(self, campaign):
        campaign.start_after_kill()


class KillCampaign(Campaign):
    name = "kill"

    def faults(self):
        return [Kill()]
