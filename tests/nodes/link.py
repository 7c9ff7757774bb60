"""The line between a node and PostgreSQL: a Unix socket of its own, which can be cut, held and slowed."""

import contextlib
import re
import shlex
import shutil
import socket
import tempfile
import threading
import time

ways = ("to", "from")  # the database
naming = re.compile(rb"application_name = '([^']+)'")


class Line:
    """One connection through the link."""

    def __init__(self, node, database):
        self.ends = (node, database)
        self.name = ""  # as the node calls it, once it has
        self.carriers = 2  # threads that use it


class Link:
    """`connection` is what psql would be given; `link.connection` is the same by way of the link."""

    def __init__(self, connection):
        told = dict(word.split("=", 1) for word in shlex.split(connection))
        self.name = f".s.PGSQL.{told.get('port', '5432')}"
        self.database = f"{told['host']}/{self.name}"
        self.folder = tempfile.mkdtemp(prefix="horenso-link-")
        self.connection = f"{connection} host={self.folder}"
        self.delay = 0.0  # seconds that whatever is said takes longer, each way
        self.passes = {way: threading.Event() for way in ways}
        self.named, self.named_passes = "", threading.Event()
        self.kept_back = 0  # how often something had to wait on the named lines
        self.is_cut = False
        self.lines = set()
        self.lock = threading.Lock()
        self.heal()
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(f"{self.folder}/{self.name}")
        self.door.listen(64)
        threading.Thread(target=self.admit, name="link", daemon=True).start()

    # What can be done to it. `heal` undoes all of it.

    def cut(self):
        """Whatever stands breaks, and nobody comes in."""
        self.is_cut = True
        self.end_all()

    def hold(self, *only):
        """Nothing arrives any more, and nobody is told: in both ways, or only one."""
        for way in only or ways:
            self.passes[way].clear()

    def hold_named(self, name):
        """The same, but only on the lines that the node calls so."""
        self.named = name
        self.named_passes.clear()

    def heal(self):
        self.is_cut = False
        self.delay = 0.0
        self.let_pass()

    def let_pass(self):
        for passes in (*self.passes.values(), self.named_passes):
            passes.set()

    def close(self):
        self.cut()
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self.let_pass()
        shutil.rmtree(self.folder, ignore_errors=True)

    # How it works: two threads for each connection.

    def admit(self):
        while True:
            try:
                node, _ = self.door.accept()
            except OSError:
                return
            if self.is_cut:
                node.close()
                continue
            database = socket.socket(socket.AF_UNIX)
            try:
                database.connect(self.database)
            except OSError:  # it isn't running
                node.close()
                database.close()
                continue
            line = Line(node, database)
            with self.lock:
                self.lines.add(line)
            if self.is_cut:  # meanwhile
                self.end(line)
            for way, source, sink in (("to", node, database), ("from", database, node)):
                threading.Thread(target=self.carry, args=(line, way, source, sink), daemon=True).start()

    def carry(self, line, way, source, sink):
        try:
            while said := source.recv(65536):
                if self.delay:
                    time.sleep(self.delay)
                self.passes[way].wait()
                if way == "to" and (named := naming.search(said)):
                    line.name = named[1].decode()
                if line.name == self.named and not self.named_passes.is_set():
                    self.kept_back += 1
                    self.named_passes.wait()
                sink.sendall(said)
        except OSError:
            pass
        self.end(line)
        with self.lock:
            line.carriers -= 1
            last = line.carriers == 0
        for end in line.ends if last else ():
            end.close()

    def end(self, line):
        """Both ends hear of it; its two threads close them."""
        with self.lock:
            ours = line in self.lines
            self.lines.discard(line)
        for end in line.ends if ours else ():
            with contextlib.suppress(OSError):  # it has ended already
                end.shutdown(socket.SHUT_RDWR)

    def end_all(self):
        with self.lock:
            lines = list(self.lines)
        for line in lines:
            self.end(line)
