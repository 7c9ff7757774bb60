"""The program under test: build/release/horenso, or what HORENSO_PROGRAM names."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse

from tests.kit.database import Sqlite

root = pathlib.Path(__file__).resolve().parents[2]
program = os.environ.get("HORENSO_PROGRAM", str(root / "build/release/horenso"))
of_today = program
patience = 30  # seconds that only a broken program needs


def fresh_folder():
    return pathlib.Path(tempfile.mkdtemp(prefix="horenso-test-"))


def wait_until(happened, what, patience=patience):
    """Waits for the thing itself; fails when it doesn't come."""
    deadline = time.monotonic() + patience
    while not (found := happened()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience} s for {what}")
        time.sleep(0.005)
    return found


class Server:
    """A server on a data folder of its own (or on one given). Ended by its process id, never by name."""

    def __init__(self, database=Sqlite, folder=None, options=(), program=program):
        self.program = program
        self.is_of_today = program == of_today  # an older one keeps an older contract
        self.own_folder = folder is None
        self.folder = fresh_folder() if folder is None else pathlib.Path(folder)
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.options = tuple(options)
        self.data.mkdir(exist_ok=True)
        self.database = database(self.data)
        self.before = ()  # words before the program's own when it serves: a tracer, an environment
        self.process = None
        self.port = 0
        self.lives = 0  # how often it was started

    def command(self, *words):
        return [self.program, *words, "--data", str(self.data), *self.database.arguments]

    def run(self, *words):
        """A command to its end: exit code, what it printed, what it complained of."""
        told = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=60)
        return told.returncode, told.stdout, told.stderr

    def start(self, listen=None):
        """Waits for the line that says ready. The port stays the same over restarts."""
        where = listen or f"127.0.0.1:{self.port}"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.before, *self.command("serve", "--listen", where, *self.options)], stdout=subprocess.PIPE, stderr=log)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"exit code {self.process.wait()} before ready: {self.complaints()}")
        self.lives += 1
        self.ready = json.loads(line)
        self.port = urllib.parse.urlsplit(self.ready["url"]).port
        return self

    def complaints(self):
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self):
        """Asks it to end, and wants a clean end."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        self.end(expected=0)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.end(expected=-signal.SIGKILL)

    def end(self, expected):
        code = self.process.wait(timeout=patience)
        self.process.stdout.close()
        self.process = None
        if code != expected:
            raise AssertionError(f"ended with {code}: {self.complaints()}")

    def close(self):
        """Ends it and takes away what it kept."""
        try:
            self.stop()
        finally:
            self.database.drop()
            if self.own_folder:
                shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self):
        return self.ready["url"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
