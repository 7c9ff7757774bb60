"""Several programs on one PostgreSQL database, and the people of a test who go from one to the other."""

import itertools
import shutil
import threading

from tests.kit.client import Client
from tests.kit.database import Postgres, psql
from tests.kit.office import Office
from tests.kit.server import Server, fresh_folder, program
from tests.kit.websocket import WebSocket
from tests.nodes.link import Link


class Reached:
    """A database that others use too: it is dropped by whoever made it."""

    name = "PostgreSQL"

    def __init__(self, connection):
        self.connection = connection
        self.arguments = ("--database", connection)

    def run(self, sql):
        return psql(self.connection, sql)

    def drop(self):
        pass


class Nodes:
    """`count` nodes, the first with an office. `bus` "none": news comes by looking alone. `linked`: each
    has a Link to the database (`nodes.links`). `first`: the program of the first node, if another."""

    def __init__(self, count=2, people=None, bus="notify", linked=False, database=None, first=program):
        self.database = database or Postgres(None)
        self.links = [Link(self.database.connection) for _ in range(count)] if linked else []
        self.folder = fresh_folder()
        self.options = () if bus == "notify" else self.settings(bus)
        self.office = None
        self.servers = []
        try:
            self.office = Office(lambda _: self.reached(0), people, options=self.options, program=first)
            self.servers.append(self.office.server)
            for _ in range(1, count):
                self.add().start()
        except BaseException:
            self.close()
            raise

    def settings(self, bus):
        file = self.folder / "node.toml"
        file.write_text(f'bus = "{bus}"\n')
        return ("--config", str(file))

    def reached(self, node):
        """PostgreSQL knows the node's connections by its name."""
        where = (self.links[node] if self.links else self.database).connection
        return Reached(f"{where} application_name=node-{node}")

    def add(self):
        """One more node; it isn't started."""
        server = Server(lambda _: self.reached(len(self.servers)), options=self.options)
        self.servers.append(server)
        return server

    def at(self, node, login):
        """This person's session at a node."""
        known = getattr(self.office, login)
        client = Client(self.servers[node], known.cookie)
        client.person = known.person
        return client

    def listen(self, node, login):
        return WebSocket(self.at(node, login)).hello()

    def addresses(self):
        return [("127.0.0.1", server.port) for server in self.servers]

    def end_bus(self):
        """Breaks every node's line for news once; how many there were."""
        return len(self.database.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'horenso bus' AND datname = current_database()"))

    def close(self):
        """Ends what runs, and takes it all away; the first failure is told when all is done."""
        ends = [server.close for server in reversed(self.servers)]
        ends += [link.close for link in self.links] + [self.database.drop, lambda: shutil.rmtree(self.folder)]
        failed = []
        for end in ends:
            try:
                end()
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class BusBreaker(threading.Thread):
    """Breaks the bus again and again until it is left alone."""

    def __init__(self, nodes):
        super().__init__(name="bus breaker", daemon=True)
        self.nodes = nodes
        self.over = threading.Event()
        self.times = 0

    def run(self):
        while not self.over.wait(0.1):
            self.times += self.nodes.end_bus()

    def leave(self):
        self.over.set()
        self.join()


def events_of(socket, event_type):
    """Of this type, one after the other, for ever."""
    return (event for event in iter(socket.next, None) if event["type"] == event_type)


def all_places(socket, room):
    """The places heard of a room, for ever."""
    posted = (event["message"] for event in events_of(socket, "talk.message_posted"))
    return (message["seq"] for message in posted if message["room"] == room)


def places(socket, room, count):
    return list(itertools.islice(all_places(socket, room), count))


def places_until(socket, room, last):
    heard = all_places(socket, room)
    return [*itertools.takewhile(lambda seq: seq != last, heard), last]
