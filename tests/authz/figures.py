"""Figures of these tests, merged into build/bench.json beside those of the benchmark."""

import fcntl
import json

from tests.kit.server import root

file = root / "build/bench.json"


worst = {}  # of this run, which asks each database


def keep(name, value, unit, goal, at_least):
    value = worst[name] = (min if at_least else max)(value, worst.get(name, value))
    figure = {"value": round(value, 4), "unit": unit, "goal": goal, "goal_is": "at_least" if at_least else "at_most",
              "met": value >= goal if at_least else value <= goal}
    file.parent.mkdir(exist_ok=True)
    with open(file.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        held = json.loads(file.read_text()) if file.exists() else {}
        held.setdefault("figures", {})[name] = figure
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n")
        fresh.replace(file)
