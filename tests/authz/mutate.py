#!/usr/bin/env -S python3 -B
"""Plants each hole of tests/authz/mutants in a build of its own and says which case notices:

    tests/authz/mutate.py [NAME …] [--tests MODULE …] [--new]

An hour on two cores. What noticed each hole stands in mutants/noticed.json, with the patch's digest; the module that
noticed it last is asked first. --new: only holes of which nothing stands there, or that were planted otherwise then, so
that it can be done in parts. The next holes are built while the tests run against those before. For holes in
statements that only PostgreSQL runs, HORENSO_TEST_PG names one (tests/kit/postgres.sh start). Builds wait for
each other at the file that BUILD_LOCK names."""

import argparse
import concurrent.futures
import contextlib
import fcntl
import hashlib
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.authz import figures  # noqa: E402
from tests.authz.mutants import mutants  # noqa: E402
from tests.kit.server import root  # noqa: E402

build = root / "build/mutants"
record = root / "tests/authz/mutants/noticed.json"
writing = threading.Lock()
at_once = 6  # are built while the lock is held
testers = 2  # most of a test's time is waiting for the disk
# Quick ones first: the first case that fails is enough.
modules = ("missing", "doors_reading", "doors_live", "doors_devices", "doors_displays", "doors_pins", "doors_groups",
           "doors_contacts", "doors_roles", "twin", "doors_operator", "doors_http", "urgent", "staff_rooms", "matrix",
           "noninterference")
options = ("-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DCMAKE_C_FLAGS_DEBUG=-O2",
           "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache", "-DCMAKE_C_COMPILER_LAUNCHER=ccache")


class DoesNotBuild(Exception):
    pass


@contextlib.contextmanager
def alone():
    build.mkdir(parents=True, exist_ok=True)
    with open(os.environ.get("BUILD_LOCK", build / "lock"), "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made(patch, name):
    """Builds with this hole, or with none; gives the program."""
    configured = ["cmake", "-S", root, "-B", build, "-G", "Ninja", *options, f"-DPLANT={patch or ''}"]
    for command in (configured, ["nice", "ninja", "-C", build, "horenso"]):
        told = subprocess.run(command, capture_output=True, text=True)
        if told.returncode:
            raise DoesNotBuild((told.stdout + told.stderr)[-2000:])
    program = build / f"horenso-{name}"
    shutil.copy2(build / "horenso", program)
    return program


def noticed_by(program, database, tests):
    """The first case that fails, or None."""
    command = ["nice", sys.executable, "-B", "-m", "unittest", "-f", "-k", f"On{database}"]
    try:
        told = subprocess.run([*command, *(f"tests.authz.test_{name}" for name in tests)], cwd=root, text=True,
                              capture_output=True, timeout=900, env=os.environ | {"HORENSO_PROGRAM": str(program)})
    except subprocess.TimeoutExpired:
        return "(no end in fifteen minutes)"
    if told.returncode == 0:
        return None
    found = re.search(r"^(?:FAIL|ERROR): (\S+) \((\S+?)\)", told.stderr, re.MULTILINE)
    return f"{found[2].split('.')[2]}: {found[1]}" if found else told.stderr[-500:]


def build_all(chosen, ready):
    for first in range(0, len(chosen), at_once):
        with alone():
            built = [(mutant, made_or_why_not(mutant)) for mutant in chosen[first:first + at_once]]
        for one in built:
            ready.put(one)
    ready.put(None)


def made_or_why_not(mutant):
    try:
        return made(mutant.patch, mutant.name)
    except DoesNotBuild as failure:
        return failure


def digest(mutant):
    return hashlib.sha256(mutant.patch.read_bytes()).hexdigest()[:16]


def noticed_before():
    """name → what stands in the record of it."""
    return json.loads(record.read_text()) if record.exists() else {}


def write_down(mutant, case):
    with writing:
        known = noticed_before() | {mutant.name: {"patch": digest(mutant), "noticed_by": case}}
        there = {one.name for one in mutants()}
        kept = {name: known[name] for name in sorted(known) if name in there}
        record.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


def best_first(mutant, tests):
    """The module that noticed it the last time, then all others."""
    before = (noticed_before().get(mutant.name) or {}).get("noticed_by") or ""
    return sorted(tests, key=lambda module: not before.startswith(f"test_{module}:"))


def caught(mutant, program, tests):
    if isinstance(program, DoesNotBuild):
        print(f"{mutant.name:<46} DOES NOT BUILD\n{program}", flush=True)
        return False
    case = noticed_by(program, mutant.database, best_first(mutant, tests))
    program.unlink()
    print(f"{mutant.name:<46} {case or 'SURVIVED: ' + mutant.says}", flush=True)
    write_down(mutant, case)
    return case is not None


def is_new(mutant):
    return noticed_before().get(mutant.name, {}).get("patch") != digest(mutant)


def keep_figure():
    """Of all holes together, if each was tried as it is."""
    if not any(map(is_new, mutants())):
        cases = [one["noticed_by"] for one in noticed_before().values()]
        figures.keep("authz_mutants_caught_ratio", sum(map(bool, cases)) / len(cases), "ratio", 0.95, at_least=True)


def expect_nothing(databases, tests):
    """Without any hole no case may fail, or what the others notice means nothing."""
    with alone():
        whole = made(None, "whole")
    for database in databases:
        if case := noticed_by(whole, database, tests):
            sys.exit(f"without any hole, on {database}: {case}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--tests", nargs="+", default=modules)
    arguments.add_argument("--new", action="store_true", help="only those of which nothing is known")
    arguments.add_argument("--trust", action="store_true", help="that all is well without any hole")
    asked = arguments.parse_args()
    chosen = [mutant for mutant in mutants() if not asked.names or mutant.name in asked.names]
    if asked.new:
        chosen = [mutant for mutant in chosen if is_new(mutant)]

    if not asked.trust:
        expect_nothing(sorted({mutant.database for mutant in chosen}), asked.tests)
    ready = queue.Queue(maxsize=2)
    threading.Thread(target=build_all, args=(chosen, ready), daemon=True).start()
    with concurrent.futures.ThreadPoolExecutor(testers) as pool:
        tried = []
        while (one := ready.get()) is not None:
            tried.append(pool.submit(caught, *one, asked.tests))
        results = [future.result() for future in tried]
    print(f"{sum(results)} of {len(results)} holes were noticed")
    keep_figure()
    sys.exit(0 if results and sum(results) >= 0.95 * len(results) else 1)


if __name__ == "__main__":
    main()
