#!/usr/bin/env -S python3 -B
"""Measures the product against raw limits and peers in one run: ./dev bench. README.md says how."""

import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from figures import FIGURES, as_json, evaluate  # noqa: E402
from machine import GENERATOR_CORE, cores, notes  # noqa: E402
from measure import Bench  # noqa: E402
from office import Office  # noqa: E402

TREE = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ["load_generator", "load_raw_server", "load_bare_sqlite", "load_bare_import",
         "load_fsync_probe"]


@dataclasses.dataclass(frozen=True)
class Sizes:
    layouts: dict  # members per room: (rooms, members)
    seconds: float
    warm_up: float
    open_rate: int
    idle_connections: int
    staff: int
    searches: int
    presses: int
    starts: int
    checks: int
    settle: float


FULL = Sizes({"10": (100, 10), "100": (10, 100), "1000": (1, 1000)}, 5, 2, 200, 10_000, 10_000, 20, 12, 5, 3_000, 2)
SMOKE = Sizes({"10": (4, 10), "100": (2, 20), "1000": (1, 40)}, 0.5, 0.2, 50, 100, 200, 2, 1, 1, 100, 0.2)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=FULL.seconds, help="measured, per load")
    parser.add_argument("--only", default="", metavar="NAME,…", help="figures, by name or a part of it")
    parser.add_argument("--smoke", action="store_true", help="tiny, in seconds: does the bench work?")
    parser.add_argument("--build", type=pathlib.Path, default=TREE / "build/release", help="where the programs are")
    parser.add_argument("--program", type=pathlib.Path, help="the product, if it is elsewhere")
    return parser.parse_args()


def chosen(only):
    parts = [part for part in only.split(",") if part]
    return [f for f in FIGURES if not parts or any(part in f.name for part in parts)]


def measure_all(bench, figures, rounds):
    """Every server under every load, round after round, so that a slow minute hits all alike."""
    needed = list(dict.fromkeys(need for figure in figures for need in figure.needs))
    needed.sort(key=lambda need: need[1])  # the same load of all servers, one after the other
    results = []
    for number in range(1, rounds + 1):
        found = {}
        for server, load in needed:
            print(f"round {number}/{rounds}  {load:<12}{server}", end="", flush=True)
            try:
                found[server, load] = bench.measure(server, load)
                print(f"\t{summary(found[server, load])}", flush=True)
            except (RuntimeError, OSError, subprocess.CalledProcessError, KeyError, ValueError) as error:
                found[server, load] = str(error) or type(error).__name__
                print(f"\tfailed: {error}", flush=True)
        results.append(found)
    return results


def summary(measured):
    shown = {"deliveries_per_second": "{:,.0f} deliveries/s", "posts_per_second": "{:,.0f} posts/s",
             "server_cpu_us_per_delivery": "{:.2f} us CPU/delivery", "generator_cores": "generator {:.2f}",
             "check_p95_us": "check p95 {:,.0f} us", "echo_p95_us": "echo p95 {:,.0f} us",
             "rows_per_second": "{:,.0f} rows/s", "search_p95_us": "search p95 {:,.0f} us",
             "scan_p95_us": "scan p95 {:,.0f} us", "key_p95_ms": "key p95 {:.0f} ms", "p50_us": "p50 {:,.0f} us", "p99_us": "p99 {:,.0f} us", "seconds": "{:.4f} s", "milliseconds": "{:.0f} ms", "value": "{:.2f}"}
    return "  ".join(text.format(measured[key]) for key, text in shown.items() if measured.get(key))


def print_table(outcomes):
    print(f"\n{'figure':<32}{'value':>9}  {'low – high':<19}{'goal':<9}")
    for o in outcomes:
        if o.error:
            print(f"{o.figure.name:<32}{'–':>9}  not measured: {o.error}")
        else:
            spread = f"{min(o.values):.2f} – {max(o.values):.2f}"
            verdict = "met" if o.figure.met(o.value) else "MISSED"
            print(f"{o.figure.name:<32}{o.value:>9.2f}  {spread:<19}{o.figure.goal_text():<9}{verdict}")


def merge(file, outcomes, remarks):
    """Writes the figures beside those that other parts of the bench have written."""
    held = json.loads(file.read_text()) if file.exists() else {}
    figures = held.setdefault("figures", {})
    figures.update({o.figure.name: as_json(o) for o in outcomes if not o.error})
    held["remarks"] = remarks
    file.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n")


def crowded(rounds):
    """The raw server has nothing to wait for but its core: where it got less, neighbours had the rest."""
    shares = [found["server_cpu_seconds"] / found["seconds"] for measured in rounds
              for (server, load), found in measured.items()
              if server == "raw" and load.startswith("closed") and isinstance(found, dict)]
    if not shares or min(shares) > 0.9:
        return []
    return [f"neighbours were busy: the raw server got {min(shares):.0%} to {max(shares):.0%} of its core"]


def keep_samples(file, rounds):
    text = [{f"{server} {load}": found for (server, load), found in measured.items()} for measured in rounds]
    file.write_text(json.dumps(text, indent=1, ensure_ascii=False) + "\n")


def main():
    options = arguments()
    sizes = SMOKE if options.smoke else dataclasses.replace(FULL, seconds=options.seconds)
    folder = TREE / ("build/bench-smoke" if options.smoke else "build/bench-data")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if (options.build / "build.ninja").exists():
        subprocess.run(["cmake", "--build", options.build, "--target", *TOOLS], check=True, stdout=sys.stderr)

    remarks = notes()
    os.sched_setaffinity(0, cores(GENERATOR_CORE))
    program = options.program or options.build / "horenso"
    bench = Bench(TREE, options.build, folder, Office(program, folder, sizes.layouts), sizes)
    begun = time.monotonic()
    rounds = measure_all(bench, chosen(options.only), 1 if options.smoke else options.rounds)
    outcomes = [evaluate(figure, rounds) for figure in chosen(options.only)]

    print_table(outcomes)
    remarks += crowded(rounds) if not options.smoke else []
    for remark in remarks:
        print(f"note: {remark}")
    merge(folder / "bench.json" if options.smoke else TREE / "build/bench.json", outcomes, remarks)
    keep_samples(folder / "samples.json", rounds)
    failed = sum(bool(o.error) for o in outcomes)
    print(f"{time.monotonic() - begun:.0f} s")
    print(f"{len(outcomes) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
