"""The program from before the newest migration and the present one, side by side on one database: the present one
migrates while the other serves, both serve, the old one goes (tests/nodes/old.sh builds it)."""

import socket
import subprocess
import unittest

from tests.faults.nemesis import Fault
from tests.kit.client import Client
from tests.kit.server import root
from tests.nodes.campaign import NodesCampaign
from tests.nodes.cases import needs_postgres
from tests.nodes.nodes import Nodes


def old_program():
    told = subprocess.run([root / "tests/nodes/old.sh", "which"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def is_node(program):
    """Whether it knows of other nodes at all: then it brings what they commit to its own sockets."""
    told = subprocess.run([program, "config"], capture_output=True, text=True, check=True)
    return "bus" in told.stdout


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Upgrade(Fault):
    name = "upgrade"

    def start(self, campaign):
        """The new one beside the old, and then more people, half of whom begin there."""
        campaign.new.start()
        campaign.wait_for_sends(50)
        more = [campaign.driver.join(member) for member in campaign.members]
        campaign.driver.clients += more
        for client in more:
            client.start()
        campaign.wait_for_sends(400)

    def stop(self, campaign):
        campaign.old.stop()
        campaign.wait_for_sends(200)


class UpgradeCampaign(NodesCampaign):
    name = "upgrade"
    count = 1
    allowed = (503,)
    pause = (1, 1)

    def __init__(self, old):
        super().__init__(1, clients=16)
        self.old_program = old
        self.turnover = is_node(old)

    def make_office(self, people):
        self.postgres = None
        self.nodes = Nodes(1, people, first=self.old_program)
        self.old = self.nodes.servers[0]
        self.new = self.nodes.add()
        self.new.port = free_port()
        return self.nodes.office

    def set_up(self):
        super().set_up()
        self.members = [client.member for client in self.driver.clients[:self.clients]]
        if not is_node(self.old_program):
            self.driver.listeners = []

    def faults(self):
        return [Upgrade()]

    def read_logs(self):
        return {"new": self.read_all(Client(self.new, self.office.aoki.cookie))}


class SideBySide(unittest.TestCase):
    def test_GivenTheOldProgramUnderLoad_WhenTheNewOneMigratesAndServesBesideIt_ThenWhatWasPromisedHolds(self):
        needs_postgres()
        old = old_program()
        if not old:
            self.skipTest("no program before the newest migration: tests/nodes/old.sh build")
        self.assertEqual(UpgradeCampaign(old).run().findings, [])
