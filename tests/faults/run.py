#!/usr/bin/env -S python3 -B
"""Campaigns of faults: ./dev faults [--long] [--seed N] [--times N] [NAME…]

Without a name all of them, in the size of ./dev test; --long in the size of a night, which is written into
docs/faults.md. A seed gives the same plan again. --list names them."""

import argparse
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.faults.campaign import end_tidily  # noqa: E402
from tests.faults.campaigns import entries  # noqa: E402
from tests.faults.records import daily, keep, merge, nightly, write_table  # noqa: E402


def wishes():
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--long", action="store_true", help="sizes of a night")
    wish.add_argument("--seed", type=int)
    wish.add_argument("--times", type=int, metavar="N", help="how many faults, instead of the usual size")
    wish.add_argument("--list", action="store_true")
    wish.add_argument("names", nargs="*", metavar="NAME")
    asked = wish.parse_args()
    unknown = set(asked.names) - {entry.name for entry in entries}
    if unknown:
        wish.error(f"no campaign is called {', '.join(sorted(unknown))}")
    return asked


def run(entry, asked):
    """passed, failed or skipped, and the outcome if there is one."""
    try:
        entry.must_be_possible()
    except unittest.SkipTest as why:
        print(f"{entry.name}: skipped, {why}")
        return "skipped", None
    except AssertionError as why:
        print(f"{entry.name}: {why}")
        return "failed", None
    times = entry.nightly if asked.long else entry.daily
    outcome = entry.run(times if asked.times is None else asked.times, asked.seed)
    keep(outcome, nightly if asked.long else daily)
    if asked.long:
        write_table()
    return "failed" if outcome.findings else "passed", outcome


def main():
    asked = wishes()
    chosen = [entry for entry in entries if not asked.names or entry.name in asked.names]
    if asked.list:
        for entry in chosen:
            print(f"{entry.name:<20}{entry.daily:>6} by day{entry.nightly or 'all':>8} by night")
        return 0
    end_tidily()
    results = [run(entry, asked) for entry in chosen]
    for suite in {entry.suite for entry in entries} if not (asked.names or asked.times is not None) else ():
        outcomes = [outcome for entry, (_, outcome) in zip(chosen, results) if entry.suite == suite]
        if all(outcomes):
            merge(outcomes, suite)
    said = [word for word, _ in results]
    print(", ".join(f"{said.count(word)} {word}" for word in ("passed", "failed", "skipped")))
    return 1 if "failed" in said else 0


if __name__ == "__main__":
    sys.exit(main())
