"""Three times as many sends as can be kept: about as many are kept as at the peak, the others wait or are told to.

What is compared is sends kept for each second of CPU the server was given: of wall time neighbours take
their part, and not the same part in each minute. A loose bound on wall time stands beside it."""

import os
import statistics

from tests.faults.campaign import Campaign
from tests.faults.flood import Flood

lines = 2000
times_peak, goodput = 3, 0.8  # R19
goodput_by_the_wall = 0.5
may_refuse = (429, 503)


class OverloadCampaign(Campaign):
    """`n` times. The server has a core to itself, the load the other: what is measured is not their quarrel."""

    name = "overload"
    clients_beside = 4
    listeners = 0  # they would share the load's core
    turnover = False
    think = 0.1
    letters = 1000
    seconds = 5

    def __init__(self, n, seed, **how):
        super().__init__(n, seed, clients=self.clients_beside, **how)
        self.allowed = may_refuse
        self.rounds = []

    def harm(self):
        cores = sorted(os.sched_getaffinity(0))
        self.server.kill()
        self.server.before = ("taskset", "-c", str(cores[0]))
        self.server.start()
        members = [client.member for client in self.driver.clients]
        flood = Flood(self.history, self.addresses()[0], members, self.rooms, lines, self.letters, first_p=1000)
        try:
            flood.closed(1, lines)  # warm, and no line is left without its first request
            for _ in range(self.n):
                self.rounds.append(self.once(flood))
        finally:
            flood.close()
        self.judge()

    def once(self, flood):
        """Peak and overload, as sends kept a second of wall and a second of CPU."""
        began = self.cpu()
        peak = flood.closed(2, 64)
        if not peak:
            raise AssertionError("nothing is kept, even without overload")
        peak_by_cpu = 2 * peak / (self.cpu() - began)
        began = self.cpu()
        answered, waited = flood.open(self.seconds, times_peak * peak)
        kept = sorted(took for status, _, took in answered if status == 201)
        refused = {(status, again) for status, again, _ in answered if status != 201}
        self.must_be(all(status in may_refuse and again for status, again in refused),
                     f"refusals were {refused}, each should say when to come again")
        good = len(kept) / self.seconds
        return {"peak": peak, "good": good, "waited": waited, "refused": len(answered) - len(kept),
                "p99": kept[int(len(kept) * 0.99)] if kept else float("inf"), "ratio": good / peak,
                "ratio_by_cpu": len(kept) / (self.cpu() - began) / peak_by_cpu}

    def judge(self):
        middle = {name: statistics.median(found[name] for found in self.rounds) for name in self.rounds[0]}
        self.notes.update(peak_per_s=round(middle["peak"]), kept_per_s=round(middle["good"]),
                          goodput=round(middle["ratio"], 2), goodput_by_cpu=round(middle["ratio_by_cpu"], 2),
                          refused=round(middle["refused"]), accepted_p99_s=round(middle["p99"], 3))
        # Neighbours only ever make it worse: the best round says what the program can do.
        for name, least in (("ratio_by_cpu", goodput), ("ratio", goodput_by_the_wall)):
            best = max(found[name] for found in self.rounds)
            self.must_be(best >= least, f"goodput ({name}) is {best:.2f} of the peak's at best")

    def cpu(self):
        """Seconds the server has had until now, all threads."""
        with open(f"/proc/{self.server.process.pid}/stat") as file:
            fields = file.read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
