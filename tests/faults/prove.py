#!/usr/bin/env -S python3 -B
"""Proves the checker: ./dev faults --prove [--seeds N] [--first SEED] [BUG…]

Each bug of tests/faults/bugs is planted in a program of its own, which runs the campaign that must find it with
each seed. The program as it is must pass the same campaign with the same seed. A bug is caught if nine of ten
seeds show it, each within three minutes, by the rule that it breaks. --list names the bugs.

All of them with ten seeds or more take an hour and renew the table of docs/faults.md."""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from concurrent.futures import Future, ThreadPoolExecutor

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.authz import figures  # noqa: E402
from tests.faults import campaign as harness  # noqa: E402
from tests.faults.calm import CalmCampaign, CalmNodesCampaign  # noqa: E402
from tests.faults.campaigns import Entry, entries  # noqa: E402
from tests.faults.planted import bugs  # noqa: E402
from tests.faults.proof import Proof, head, limit, line, write_table  # noqa: E402
from tests.faults.records import page  # noqa: E402
from tests.kit.database import Postgres  # noqa: E402
from tests.kit.server import program  # noqa: E402

goal = 10  # bugs
enough = 10  # seeds for the table
side_by_side = 2  # runs; most of a campaign is waiting
more = [Entry("calm", CalmCampaign, 0, 0),
        Entry("nodes", CalmNodesCampaign, 0, 0, on=Postgres)]
campaigns = {entry.name: entry for entry in (*entries, *more)}


# One run, in a process of its own: which program is tested stands in the environment.

def run_here(name, times, seed):
    """Prints the findings as the last line."""
    harness.end_tidily()
    def too_long(*_):
        raise TimeoutError(f"no end in {limit} s")
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(limit)
    with tempfile.TemporaryDirectory(prefix="horenso-prove-") as histories:
        harness.kept = pathlib.Path(histories)
        findings = campaigns[name].run(times, seed).findings
    print("\n" + json.dumps(findings, ensure_ascii=False))


class Runs:
    """Two campaigns at a time; `again`: other seeds that may be tried for each that shows nothing."""

    def __init__(self, again):
        self.again = again
        self.honest = {}  # what was found in the program as it is, by plan
        self.lock = threading.Lock()
        self.under_way = set()  # processes
        self.pool = ThreadPoolExecutor(side_by_side)

    def prove(self, chosen, seeds):
        """Proofs in this order; each is told when it is complete. The program as it is goes first: what is shared
        by several bugs isn't waited for by any of them."""
        plans = dict.fromkeys((bug.campaign, bug.times, seed) for bug in chosen for seed in seeds)
        for plan in plans:
            self.pool.submit(self.as_it_is, plan)
        tries = [(bug, [self.pool.submit(self.try_seed, bug, seed) for seed in seeds]) for bug in chosen]
        return [self.judge(bug, [each.result() for each in of_bug]) for bug, of_bug in tries]

    def try_seed(self, bug, seed):
        """What the program as it is showed (of each plan), and what the bug (of the last), with its seconds."""
        honest = []
        for other in range(self.again + 1):
            plan = bug.campaign, bug.times, seed + 1000 * other
            honest.append(self.as_it_is(plan))
            findings, seconds = self.run_apart(bug.program, *plan)
            if Proof(bug).shows(findings, seconds):
                break
        return honest, findings, seconds

    def judge(self, bug, tries):
        proof = Proof(bug)
        for honest, findings, seconds in tries:
            for each in honest:
                proof.take_honest(each)
            proof.take(findings, seconds)
        print(line(proof.cells()), flush=True)
        return proof

    def as_it_is(self, plan):
        """Whoever asks first runs it, the others wait."""
        with self.lock:
            first = plan not in self.honest
            found = self.honest.setdefault(plan, Future())
        if first:
            try:
                found.set_result(self.run_apart(program, *plan)[0])
            except BaseException as error:
                found.set_exception(error)  # the others don't wait for ever
            else:
                if found.result() != []:
                    print(f"FALSE ALARM {plan}: {found.result()}", flush=True)
        return found.result()

    def run_apart(self, what, name, times, seed):
        """(findings, seconds); findings None if the campaign came to no end."""
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-B", __file__, "--run", name, str(times), str(seed)], text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=os.environ | {"HORENSO_PROGRAM": str(what)})
        self.under_way.add(process)
        told, complaint = process.communicate()
        self.under_way.discard(process)
        took = time.monotonic() - began
        if process.returncode:
            print(told[-2000:] + complaint[-2000:])
            return None, took
        return json.loads(told.splitlines()[-1]), took

    def end(self):
        """Also what is under way: each takes away what it made."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        for process in list(self.under_way):
            process.terminate()
        self.pool.shutdown()


def prove_all(chosen, seeds, again):
    """(proofs, how many bugs couldn't be tried here)."""
    print(line(head))
    possible, impossible, skipped = [], [], 0
    for bug in chosen:
        try:
            campaigns[bug.campaign].must_be_possible()
            possible.append(bug)
        except unittest.SkipTest as why:
            print(f"{bug.name}: skipped, {why}")
            skipped += 1
        except AssertionError as why:
            print(f"{bug.name}: {why}")
            impossible.append(Proof(bug))
    runs = Runs(again)
    try:
        return impossible + runs.prove(possible, seeds), skipped
    finally:
        runs.end()


def wishes(known):
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--seeds", type=int, default=enough, metavar="N", help=f"how many for each bug ({enough})")
    wish.add_argument("--first", type=int, default=1, metavar="SEED", help="the first seed (1)")
    wish.add_argument("--again", type=int, default=0, metavar="N",
                      help="how many others for each seed that shows nothing (0)")
    wish.add_argument("--list", action="store_true")
    wish.add_argument("--run", nargs=3, metavar=("CAMPAIGN", "TIMES", "SEED"), help="one campaign, findings as JSON")
    wish.add_argument("names", nargs="*", metavar="BUG")
    asked = wish.parse_args()
    unknown = set(asked.names) - {bug.name for bug in known}
    if unknown:
        wish.error(f"no planted bug is called {', '.join(sorted(unknown))}")
    return asked


def main():
    known = bugs()
    asked = wishes(known)
    if asked.run:
        run_here(asked.run[0], int(asked.run[1]), int(asked.run[2]))
        return 0
    chosen = [bug for bug in known if not asked.names or bug.name in asked.names]
    if asked.list:
        for bug in chosen:
            print(f"{bug.name:<34} {bug.campaign} × {bug.times}, {bug.rule}: {bug.says}")
        return 0
    harness.end_tidily()
    proofs, skipped = prove_all(chosen, range(asked.first, asked.first + asked.seeds), asked.again)
    caught = sum(proof.is_caught() for proof in proofs)
    if not asked.names:
        figures.keep("faults_planted_bugs_caught", caught, "bugs", goal, at_least=True)
        if asked.seeds >= enough and not asked.again and not skipped:
            write_table(page, proofs)
    print(f"{caught} passed, {len(proofs) - caught} failed, {skipped} skipped")
    return 0 if caught == len(proofs) else 1


if __name__ == "__main__":
    sys.exit(main())
