"""One campaign: an office under load, a nemesis, the checker, one line that says how it went."""

import dataclasses
import pathlib
import signal
import threading
import time

from tests.faults.checker import check
from tests.faults.driver import Driver, Member, later, mix
from tests.faults.history import History, around, entry, now
from tests.faults.nemesis import Nemesis
from tests.faults.turnover import Turnover, guests
from tests.faults.wire import Wire
from tests.kit.client import Client as Person
from tests.kit.database import Sqlite
from tests.kit.office import Office
from tests.kit.server import root, wait_until

kept = root / "build/faults"  # histories of campaigns that found something
rooms_made = 4


def end_tidily():
    """Being asked to end (a suite that takes too long) takes down servers, mounts and devices as well."""
    def interrupt(*_):
        raise KeyboardInterrupt
    signal.signal(signal.SIGTERM, interrupt)


@dataclasses.dataclass
class Outcome:
    """What one run says of itself: a line of docs/faults.jsonl."""

    fault: str
    database: str
    seed: int
    n: int
    seconds: float
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    findings: list = dataclasses.field(default_factory=list)
    notes: dict = dataclasses.field(default_factory=dict)

    def bound(self):
        """The 95 % upper bound of a fault's chance to harm, where none of n did."""
        return 3 / self.n

    def line(self):
        extra = "".join(f", {name} {value}" for name, value in self.notes.items())
        said = f"n = {self.n}, {self.acknowledged} sends acknowledged{extra}; " if self.acknowledged else \
            f"n = {self.n}{extra}; "
        return (f"{self.fault} on {self.database}, seed {self.seed}: {said}{self.lost} lost, {self.doubled} doubled, "
                f"{len(self.findings)} findings, bound 3/n = {self.bound():.2g}; {self.seconds:.0f} s")


def not_later(reply):
    return None if reply[0] in later else reply


class Campaign:
    """`faults()` says what goes wrong; all else is the same for all. Ends its server whatever happens."""

    name = "nothing"
    pause = (0.02, 0.3)
    shuffled = True
    mix = mix
    think = 0  # mean seconds between two operations of a client
    listeners = 3
    turnover = True  # whether people come and go meanwhile
    words = (0, 200)  # letters of a message, at least and at most
    allowed = ()  # refusals that this fault explains
    blind_at_most = 3.0  # seconds that nodes may be blind where 503 isn't allowed: the machine was short of time

    def __init__(self, n, seed, database=Sqlite, clients=32, folder=None):
        self.n, self.seed, self.database, self.clients, self.folder = n, seed, database, clients, folder
        self.notes = {}
        self.problems = []  # what the campaign itself saw, besides the checker
        self.history = self.office = None
        self.entering = threading.Lock()

    def faults(self):
        raise NotImplementedError

    def run(self):
        began = time.monotonic()
        kept.mkdir(parents=True, exist_ok=True)
        self.history = History(kept / f"{self.name}-{self.database.name}-{self.seed}.jsonl".replace(" ", "-"))
        try:
            self.set_up()
            logs = self.torment()
        finally:
            try:
                self.tear_down()
            finally:
                self.history.close()
        verdict = check(self.history, logs)
        return self.outcome(verdict, time.monotonic() - began)

    def set_up(self):
        people = {f"p{n:02}": (f"人 {n}", "ヒト", "総務課") for n in range(self.clients)}
        people.update({name: (f"客 {name}", "キャク", "総務課") for name in ("v0", "v1", "v2")})
        people["aoki"] = ("青木 実", "アオキ ミノル", "総務課")
        self.office = self.make_office(people)
        self.server = self.office.server
        members = [self.member(login) for login in people]
        self.master = members[-1]
        everybody = [member.person for member in members[:-1]]
        self.rooms = [self.office.aoki.group(f"部屋{n}", *everybody) for n in range(rooms_made)]
        self.driver = Driver(self.history, self.addresses(), members[:self.clients], self.rooms, self.seed,
                             self.listeners, self.mix, self.think, self.words)
        if self.turnover:
            self.comings = Turnover(self.driver, self.master, members[self.clients:self.clients + 2],
                                    guests(self.office, "v2", self.problems.append), self.seed)

    def make_office(self, people):
        return Office(self.database, people, folder=self.folder)

    def addresses(self):
        return [("127.0.0.1", self.server.port)]

    def member(self, login):
        person = getattr(self.office, login)
        return Member(person.person, person.cookie, lambda: self.enter(login))

    def enter(self, login):
        """A new session, by a card of the command line: that asks for nobody's session. One after the other,
        because many tries from one address at a time are held up."""
        with self.entering:
            person = Person(self.server)
            code = self.office.command("card", f"{login}@office")[0]["code"]
            while (reply := person.sign_in(code)).status == 429:
                time.sleep(0.2)
            person.must(reply)
        return person.cookie

    def torment(self):
        self.driver.start()
        if self.turnover:
            self.comings.start()
        patience = 0  # nothing is waited for once the campaign itself has failed
        try:
            self.harm()
            patience = 60
        finally:
            self.driver.stop(patience)
            if self.turnover:
                self.comings.join()
        return self.read_logs()

    def read_logs(self):
        """The whole of each room, for each node."""
        return {"one": self.read_all(self.office.aoki)}

    def harm(self):
        """Everything that goes wrong, one after the other."""
        Nemesis(self.seed, self.faults(), self.n, self.pause, self.shuffled).run(self)

    def start_after_kill(self):
        """PostgreSQL goes on with what it was asked for by a server that is no more. A server started meanwhile would be
        one of two nodes for that moment, with what two promise (a second for the end of access); here one is tested."""
        if self.database is not Sqlite:
            others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            wait_until(lambda: self.server.database.run(others)[0][0] == "0", "PostgreSQL to end what was under way")
        self.server.start()

    def wait_for_sends(self, count):
        """Until the running server has acknowledged so many more."""
        due = self.driver.acknowledged + count
        wait_until(lambda: self.driver.acknowledged >= due, "acknowledged sends")

    def read_all(self, reader):
        wire = Wire([("127.0.0.1", reader.server.port)], reader.cookie)
        try:
            return {room: [entry(m) for m in self.whole(wire, room)] for room in self.rooms}
        finally:
            wire.leave()

    def whole(self, wire, room):
        """As it is told, not held to the contract: that takes longer than all else."""
        after = 0
        while page := self.page(wire, f"/api/v1/talk/rooms/{room}/messages?limit=100&after={after}"):
            yield from page
            after = page[-1]["seq"]

    def page(self, wire, path):
        """A node whose line has just healed may be blind for a moment more."""
        status, said = wait_until(lambda: not_later(wire.ask("GET", path)), "a node that lets its log be read")
        if status != 200:
            raise AssertionError(f"a log can't be read: {status} {said}")
        return said["messages"]

    def tear_down(self):
        if self.office:
            self.office.close()

    def least_sends(self):
        """Fewer have shown nothing."""
        return self.n

    def must_be(self, holds, what):
        if not holds:
            self.problems.append(what)

    def outcome(self, verdict, seconds):
        usual = {401, 404} if self.turnover else set()
        for status, times in self.driver.refusals.items():
            self.must_be(status in usual or status in self.allowed, f"{times} times refused with {status}")
        self.must_be_seeing(sorted(self.driver.blind))
        self.must_be(verdict.acknowledged >= self.least_sends(), "hardly anything was sent")
        findings = [f"{f.rule} ({f.kind or f.room}): {f.what}" for f in verdict.findings] + self.problems
        self.notes["slowest_s"] = round(verdict.slowest, 3)
        outcome = Outcome(self.name, self.database.name, self.seed, self.n, round(seconds, 1), verdict.acknowledged,
                          verdict.count("lost"), verdict.count("doubled"), findings, self.notes)
        self.tell(outcome, verdict)
        return outcome

    def must_be_seeing(self, told):
        """A node that could not look at its database for a second must serve nobody, and says so: with PostgreSQL on
        a machine that has too much to do that may happen, and has to be over soon. Moments less than a second apart
        are one time of blindness."""
        blind = sum(later - earlier for earlier, later in zip(told, told[1:]) if later - earlier < 1)
        if told:
            self.notes["blind_s"] = round(blind, 1)
        self.must_be(not told or self.database is not Sqlite, f"{len(told)} were told that SQLite can't be seen")
        self.must_be(503 in self.allowed or blind <= self.blind_at_most, f"nodes were blind for {blind:.1f} s")

    def tell(self, outcome, verdict):
        """A history in which something was found is kept, with what happened around it."""
        print(outcome.line(), flush=True)
        file = pathlib.Path(self.history.file)
        if not outcome.findings:
            return file.unlink()
        for finding in outcome.findings[:10]:
            print(f"  {finding}")
        for finding in verdict.findings[:1]:
            print(f"  around it ({file}):")
            print("".join(f"    {line}\n" for line in around(self.history, finding.room, finding.at)), end="")
