"""Processes on this machine: started on a core of their own, in a scheduling group of their own."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import time

SERVER_CORE = 0
GENERATOR_CORE = 1
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


ALLOWED = os.sched_getaffinity(0)  # before the bench itself is put on a core


def cores(wanted):
    """The core asked for, or any if this machine (or container) hasn't got it, or None is asked for."""
    return {wanted} if wanted in ALLOWED else ALLOWED


def notes():
    """What about this machine makes the figures weaker than they should be."""
    found = []
    if len(ALLOWED) < 2:
        found.append("one core only: server and generator share it")
    if os.getloadavg()[0] > 0.5:
        found.append(f"the machine was not idle at the start (load {os.getloadavg()[0]:.1f})")
    return found


class Process:
    """A child pinned to a core. Dies with us; ended by its id."""

    def __init__(self, command, core, log=None, cwd=None, **environment):
        pinned = cores(core)

        def settle():
            LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            os.sched_setaffinity(0, pinned)

        self.log = log
        with open(log or os.devnull, "ab") as errors:
            self.child = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                cwd=cwd, text=True, start_new_session=True, preexec_fn=settle, env=os.environ | environment)
        self.pid = self.child.pid
        self.outweigh_neighbours()

    def outweigh_neighbours(self):
        """Autogroup makes `nice` count inside a session only; the session's own weight is set here."""
        try:
            with open(f"/proc/{self.pid}/autogroup", "w") as group:
                group.write("-10")
        except OSError:
            pass  # no autogroup, or no right to: the bench then runs at everybody's weight

    def line(self):
        """The next line of its output, as JSON."""
        text = self.child.stdout.readline()
        if not text.startswith("{"):
            raise RuntimeError(f"{self.child.args[0]} said {text!r} instead of a JSON line; see {self.log}")
        return json.loads(text)

    def stop(self):
        if self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(20)
            except subprocess.TimeoutExpired:
                self.child.kill()
        self.child.wait()
        for pipe in (self.child.stdin, self.child.stdout):
            pipe.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def pss_kb(self):
        """Proportional set size of the whole process, in units of 1,024 bytes."""
        with open(f"/proc/{self.pid}/smaps_rollup") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def run_json(command, core, log=None, **environment):
    """Runs a program to its end and gives the JSON line it printed."""
    with Process(command, core, log, **environment) as process:
        line = process.child.stdout.readline()
        code = process.child.wait()
    if code != 0 or not line.startswith("{"):
        said = open(log).read()[-600:] if log else ""
        raise RuntimeError(f"{os.path.basename(str(command[0]))} ended with {code}: {line}{said}")
    return json.loads(line)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def seconds_to_first_200(command, port, log):
    """From before the start of the program to the first 200 on /healthz, in seconds."""
    begun = time.perf_counter()
    with Process(command, SERVER_CORE, log) as process:
        while time.perf_counter() - begun < 30:
            if process.child.poll() is not None:
                raise RuntimeError(f"{command[0]} ended before it was ready; see {log}")
            if answers_200(port):
                return time.perf_counter() - begun
            time.sleep(0.0005)
    raise RuntimeError(f"{command[0]} was not ready in 30 s; see {log}")


def answers_200(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            return connection.recv(4096).startswith(b"HTTP/1.1 200")
    except OSError:
        return False
