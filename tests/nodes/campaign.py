"""The campaigns of tests/faults with several nodes: what goes wrong, and the people who go from one to the other."""

import random
import signal
import time

from tests.faults.campaign import Campaign
from tests.faults.nemesis import Fault
from tests.kit.client import Client
from tests.kit.database import Postgres
from tests.nodes.nodes import BusBreaker, Nodes, Reached
from tests.nodes.postgres import PostgresServer

longest_stop = 10  # seconds that a node may take to end when it is asked to


class NodesCampaign(Campaign):
    """Everybody has the addresses of all nodes and goes to the next when one breaks."""

    name = "nodes"
    count = 2
    bus = "notify"
    linked = False
    own_postgres = False
    allowed = (503,)

    def __init__(self, n, seed=None, clients=20):
        super().__init__(n, random.randrange(10**6) if seed is None else seed, Postgres, clients)
        self.choice = random.Random(f"{self.seed}/nodes")

    def make_office(self, people):
        self.postgres = PostgresServer() if self.own_postgres else None
        database = Reached(self.postgres.connection) if self.postgres else None
        self.nodes = Nodes(self.count, people, self.bus, self.linked, database)
        return self.nodes.office

    def addresses(self):
        return self.nodes.addresses()

    def read_logs(self):
        """As each node gives them."""
        cookie = self.office.aoki.cookie
        return {f"node {n}": self.read_all(Client(server, cookie)) for n, server in enumerate(self.nodes.servers)}

    def tear_down(self):
        try:
            if hasattr(self, "nodes"):
                self.nodes.close()
        finally:
            if self.postgres:
                self.postgres.close()


class Quiet(Fault):
    """Nothing but talk, for a while."""

    name = "no bus"
    lasts = (6, 6)


class NoBusCampaign(NodesCampaign):
    """Other nodes are heard by looking alone, in rooms that are busy and in rooms that are not."""

    name = "no bus"
    bus = "none"
    think = 0.4
    allowed = ()

    def faults(self):
        return [Quiet()]


class BusKilled(Fault):
    name = "bus killed again and again"
    lasts = (3, 3)

    def start(self, campaign):
        self.breaker = BusBreaker(campaign.nodes)
        self.breaker.start()

    def stop(self, campaign):
        self.breaker.leave()
        campaign.must_be(self.breaker.times > 0, "no bus was there to be killed")


class BusKilledCampaign(NodesCampaign):
    name = "bus killed"
    think = 0.1
    allowed = ()

    def faults(self):
        return [BusKilled()]


class OneNode(Fault):
    def choose(self, campaign):
        self.server = campaign.choice.choice(campaign.nodes.servers)


class NodeKilled(OneNode):
    name = "kill -9 of a node"
    lasts = (0.2, 0.8)

    def start(self, campaign):
        self.choose(campaign)
        self.server.kill()

    def stop(self, campaign):
        self.server.start()


class NodeKilledCampaign(NodesCampaign):
    name = "node killed"
    pause = (0.5, 1.0)

    def faults(self):
        return [NodeKilled()]


class NodeStopped(OneNode):
    """As an operator stops it: what is under way is answered, sockets are told, the end is clean and soon."""

    name = "planned stop of a node"
    lasts = (0.2, 0.5)

    def start(self, campaign):
        self.choose(campaign)
        began = time.monotonic()
        self.server.process.send_signal(signal.SIGTERM)
        self.server.end(expected=0)
        took = time.monotonic() - began
        campaign.must_be(took < longest_stop, f"a planned stop took {took:.1f} s")
        campaign.notes["slowest_stop_s"] = round(max(took, campaign.notes.get("slowest_stop_s", 0)), 2)

    def stop(self, campaign):
        self.server.start()


class NodeStoppedCampaign(NodesCampaign):
    """No send fails for its author: whoever is cut off asks again with the same key, and nothing is refused."""

    name = "node stopped"
    pause = (0.5, 1.0)
    allowed = ()
    turnover = False

    def faults(self):
        return [NodeStopped()]

    def outcome(self, verdict, seconds):
        self.must_be(verdict.unknown == 0, f"{verdict.unknown} sends never became known")
        return super().outcome(verdict, seconds)


class OnlyNodeStoppedCampaign(NodeStoppedCampaign):
    name = "only node stopped"
    count = 1


class DatabaseRestarted(Fault):
    name = "PostgreSQL crashed and restarted"
    lasts = (0.5, 1.5)

    def start(self, campaign):
        campaign.postgres.end_at_once()

    def stop(self, campaign):
        campaign.postgres.start_again()
        campaign.wait_for_sends(20)  # the nodes come back by themselves


class DatabaseFrozen(Fault):
    name = "PostgreSQL frozen"
    lasts = (2.5, 2.5)

    def start(self, campaign):
        campaign.postgres.freeze()

    def stop(self, campaign):
        campaign.postgres.thaw()
        campaign.wait_for_sends(20)


class DatabaseCampaign(NodesCampaign):
    name = "database harmed"
    own_postgres = True
    pause = (0.5, 1.0)
    allowed = (500, 503)  # lost while committing: nobody knows; or not there

    def faults(self):
        return [DatabaseRestarted(), DatabaseFrozen()]


class LinkHarmed(Fault):
    """One node's line to the database: cut, held in one way or both."""

    name = "line of a node"
    lasts = (0.3, 2.0)

    def start(self, campaign):
        self.link = campaign.choice.choice(campaign.nodes.links)
        how = campaign.choice.choice(("cut", "hold", "to", "from"))
        self.link.hold(how) if how in ("to", "from") else getattr(self.link, how)()

    def stop(self, campaign):
        self.link.heal()


class LinkCampaign(NodesCampaign):
    name = "lines harmed"
    count = 3
    linked = True
    pause = (0.5, 1.5)
    allowed = (500, 503)

    def faults(self):
        return [LinkHarmed()]
