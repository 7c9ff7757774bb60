"""What is done to the server, and when: faults with a beginning and an end, by a plan drawn from the seed."""

import random
import time

from tests.faults.history import now


class Fault:
    """One thing that goes wrong. `start` and `stop` get the campaign; after `stop` the server runs."""

    name = "nothing"
    lasts = (0, 0)  # seconds between start and stop, at least and at most

    def start(self, campaign):
        """Begins the harm."""

    def stop(self, campaign):
        """Ends it. Leaves a server that serves."""


class Nemesis:
    """`faults`: the ones to draw from. `pause`: seconds of quiet before each, at least and at most."""

    def __init__(self, seed, faults, count, pause=(0.02, 0.3), shuffled=True):
        self.random = random.Random(f"{seed}/nemesis")
        turns = [faults[n % len(faults)] for n in range(count)]  # each as often as the others
        if shuffled:
            self.random.shuffle(turns)
        self.plan = [(self.random.uniform(*pause), fault, self.random.uniform(*fault.lasts)) for fault in turns]

    def run(self, campaign):
        for pause, fault, lasts in self.plan:
            time.sleep(pause)
            self.once(campaign, fault, lasts)

    def once(self, campaign, fault, lasts):
        for name, action in (("start", fault.start), ("stop", fault.stop)):
            began = now()
            action(campaign)
            campaign.history.write(p=0, f="nemesis", fault=fault.name, do=name, t0=began, t1=now())
            if name == "start":
                time.sleep(lasts)
