"""Nothing goes wrong: what a campaign finds here, the program does by itself."""

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault
from tests.nodes.campaign import NodesCampaign


class Quiet(Fault):
    """Half a second of work."""

    name = "nothing"
    lasts = (0.5, 0.5)


class CalmCampaign(Campaign):
    name = "nothing"
    pause = (0, 0)

    def faults(self):
        return [Quiet()]


class CalmNodesCampaign(NodesCampaign):
    """Two nodes, and their bus. Not so much is said that a node which lags is told only that it does."""

    name = "nothing, two nodes"
    pause = (0, 0)
    think = 0.05

    def faults(self):
        return [Quiet()]
