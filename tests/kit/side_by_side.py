#!/usr/bin/env -S python3 -B
"""Runs the tests of a folder, one module on each processor at a time, each in a process of its own: side_by_side.py
FOLDER. What a module printed comes whole when it has ended; modules with many lines begin first."""

import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time


def run(file):
    began = time.monotonic()
    module = ".".join(file.with_suffix("").parts)
    told = subprocess.run([sys.executable, "-m", "unittest", "-v", module], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    print(f"== {module}, {time.monotonic() - began:.0f} s\n{told.stdout}", flush=True)
    return told.returncode == 0


files = sorted(pathlib.Path(sys.argv[1]).glob("test_*.py"), key=lambda file: -file.stat().st_size)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
    sys.exit(not all(list(threads.map(run, files))))
