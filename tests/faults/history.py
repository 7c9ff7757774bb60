"""What was tried and what came of it: one JSON line for each operation, times from one monotonic clock."""

import hashlib
import json
import threading
import time


def now():
    return time.monotonic()


def digest(body):
    return hashlib.sha256(body.encode()).hexdigest()


def entry(message):
    """A message as logs and readings hold it: [seq, version, key, digest of the body, author]."""
    return [message["seq"], message["version"], message["client_key"], digest(message["body"]), message["author"]]


class History:
    """Written by many threads; a line is whole or not there."""

    def __init__(self, file):
        self.file = file
        self.out = open(file, "w", buffering=1 << 16)
        self.lock = threading.Lock()

    def write(self, **record):
        line = json.dumps(record, separators=(",", ":")) + "\n"
        with self.lock:
            self.out.write(line)

    def close(self):
        with self.lock:
            self.out.close()

    def __iter__(self):
        """Once it is closed."""
        with open(self.file) as lines:
            for line in lines:
                yield json.loads(line)


def around(records, room, at, lines=12):
    """The operations in `room` nearest to a moment, and what was done to the server then."""
    fitting = [r for r in records if r.get("room", room) == room and r["f"] not in ("is",)]
    nearest = sorted(fitting, key=lambda r: abs(r["t1"] - at))[:lines]
    return [json.dumps({**r, "got": len(r["got"])} if "got" in r else r)
            for r in sorted(nearest, key=lambda r: r["t1"])]
