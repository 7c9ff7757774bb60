#!/usr/bin/env -S python3 -B
"""Runs the tests of a folder, as many classes at a time as there are processors, each in a process of its own:
side_by_side.py FOLDER. What a class printed comes whole when it has ended.

A class may say `runs_first = True` (it takes long), `runs_apart = True` (each of its tests in a process of its own)
and `runs_alone = True` (after all others, with the machine for itself)."""

import concurrent.futures
import importlib
import os
import pathlib
import subprocess
import sys
import time
import unittest

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root))

from tests.authz import figures  # noqa: E402


def classes(folder):
    for file in sorted(pathlib.Path(folder).glob("test_*.py"), key=lambda file: -file.stat().st_size):
        module = importlib.import_module(".".join(file.with_suffix("").parts))
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, unittest.TestCase) and thing.__module__ == module.__name__:
                yield thing


def units(case):
    """What unittest is told to run, one after the other or side by side."""
    name = f"{case.__module__}.{case.__qualname__}"
    if getattr(case, "runs_apart", False):
        return [f"{name}.{test}" for test in vars(case) if test.startswith("test_")]
    return [name] if unittest.defaultTestLoader.getTestCaseNames(case) else []


def run(unit):
    began = time.monotonic()
    told = subprocess.run([sys.executable, "-m", "unittest", "-v", unit], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    print(f"== {unit}, {time.monotonic() - began:.0f} s\n{told.stdout}", flush=True)
    return told.returncode == 0


def main(folder):
    os.environ[figures.part_of] = str(time.time_ns())
    together, alone = [], []
    for case in sorted(classes(folder), key=lambda case: not getattr(case, "runs_first", False)):
        (alone if getattr(case, "runs_alone", False) else together).extend(units(case))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        well = list(threads.map(run, together))
    well += map(run, alone)
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
