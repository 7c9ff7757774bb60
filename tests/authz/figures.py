"""Figures of these tests, merged into build/bench.json beside those of the benchmark."""

import fcntl
import json
import os

from tests.kit.server import root

file = root / "build/bench.json"
part_of = "HORENSO_TEST_RUN"  # in the environment: which run of several processes this one is a part of


def keep(name, value, unit, goal, at_least):
    """The worst of one run, which may ask each database, in processes of its own."""
    run = os.environ.setdefault(part_of, str(os.getpid()))
    file.parent.mkdir(exist_ok=True)
    with open(file.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        held = json.loads(file.read_text()) if file.exists() else {}
        before = held.setdefault("figures", {}).get(name, {})
        if before.get("run") == run:
            value = (min if at_least else max)(value, before["value"])
        held["figures"][name] = {"value": round(value, 4), "unit": unit, "goal": goal,
                                 "goal_is": "at_least" if at_least else "at_most",
                                 "met": value >= goal if at_least else value <= goal, "run": run}
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n")
        fresh.replace(file)


def kept():
    """What was kept in this run, by name."""
    held = json.loads(file.read_text())["figures"] if file.exists() else {}
    return {name: figure for name, figure in held.items() if figure.get("run") == os.environ.get(part_of, "")}
