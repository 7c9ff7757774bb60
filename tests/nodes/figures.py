#!/usr/bin/env -S python3 -B
"""./dev nodes [--rounds N]: how soon what happens at one node has happened at another, each figure against its goal.

Runs the tests of tests/nodes that measure. The worst of all rounds counts; it goes to build/bench.json. Ends with 1
if a goal is missed or something wasn't measured: on an idle machine that is a bug."""

import argparse
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.authz.figures import kept  # noqa: E402
from tests.kit.server import root  # noqa: E402
from tests.load.machine import notes  # noqa: E402

measuring = ["*.test_blind.*", "*.test_revocation.*", "*.test_silent_bus.*", "*.test_drain.*",
             "*.Campaigns.test_GivenNoBus*", "*.Campaigns.test_GivenABus*"]
names = ("nodes_bus_dead_max_delay_ms", "nodes_bus_silent_max_delay_ms", "nodes_revocation_bus_ms",
         "nodes_revocation_bus_dead_ms", "nodes_revocation_bus_silent_ms", "nodes_blind_refuses_after_ms",
         "nodes_stop_resumes_after_ms")


def run():
    """One round; whether all of its tests held."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = measuring
    tests = loader.discover(str(root / "tests/nodes"), top_level_dir=str(root))
    return unittest.TextTestRunner(stream=sys.stdout).run(tests).wasSuccessful()


def verdict(name, figures):
    """A line of the table, and whether it is as it should be."""
    if name not in figures:
        return f"{name:<34}{'–':>9}  not measured", False
    figure = figures[name]
    line = f"{name:<34}{figure['value']:>9.0f}  ≤ {figure['goal']:<6}{'met' if figure['met'] else 'MISSED'}"
    return line, figure["met"]


def main():
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--rounds", type=int, default=1, metavar="N")
    asked = wish.parse_args()
    remarks = notes()
    held = all([run() for _ in range(asked.rounds)])
    figures = kept()
    lines, met = zip(*(verdict(name, figures) for name in names))
    print(f"\n{'figure':<34}{'ms':>9}  goal", *lines, sep="\n")
    print(f"{len(os.sched_getaffinity(0))} cores, the worst of {asked.rounds} rounds")
    for remark in remarks:
        print(f"note: {remark}")
    return 0 if held and all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
