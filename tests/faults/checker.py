"""Whether a history keeps what was promised: a pure function of the history and the logs read at the end.

    verdict = check(records, logs)      # logs: {node: {room: [entry, …]}}, entries as history.entry makes them

README.md has the form of the records. One pass over the history, one over the logs."""

import collections
import dataclasses

from tests.faults.access_rules import AccessRules
from tests.faults.session_rules import SessionRules
from tests.faults.stream_rules import StreamRules

rules = {
    "C1": "durable: what was acknowledged is stored, once, where it was said to be",
    "C2": "no phantom: what is stored was sent, in these words, by its author",
    "C3": "fail means no: what was refused is not stored",
    "C4": "one order: places are dense, all readers see the same, no stream has a hole",
    "C5": "real time: what ended before another began stands before it, and is seen by who asks later",
    "C6": "session: own sends keep their order and are seen, marks never fall, unread is counted right",
    "C9": "access in time: nothing reaches who was taken out, or a session that was ended",
}


@dataclasses.dataclass(frozen=True)
class Finding:
    rule: str
    what: str
    room: str = ""
    at: float = 0.0
    kind: str = ""  # "lost" or "doubled", for the figures


class Send:
    """All tries of one client key."""

    __slots__ = ("p", "room", "key", "h", "t0", "t1", "seq", "states", "heard")

    def __init__(self, record):
        self.p, self.room, self.key, self.h = record["p"], record["room"], record["key"], record["h"]
        self.t0, self.t1, self.seq, self.states, self.heard = record["t0"], None, None, set(), None

    def __str__(self):
        return f"send {self.key} of client {self.p} (began {self.t0:.6f}, ended {self.t1}, place {self.seq})"


class Verdict:
    def __init__(self, findings, sends, counts):
        self.findings = findings
        self.counts = counts
        self.acknowledged = sum(send.seq is not None for send in sends)
        self.unknown = sum(send.seq is None and "info" in send.states for send in sends)
        late = [send.heard - send.t1 for send in sends if send.heard and send.t1]
        took = sorted(send.t1 - send.t0 for send in sends if send.seq is not None)
        self.p99 = took[int(len(took) * 0.99)] if took else 0.0  # seconds until a send was acknowledged
        self.slowest = max(late, default=0.0)  # seconds from an acknowledgement to the last who heard it live

    def count(self, kind):
        return sum(finding.kind == kind for finding in self.findings)


def check(records, logs):
    checker = Checker(logs)
    for record in records:
        checker.take(record)
    return checker.finish()


class Checker:
    def __init__(self, logs):
        self.logs = logs
        self.log = next(iter(logs.values()))  # the first node's; that the others are equal is checked
        self.sends = {}
        self.person = {}  # p: person
        self.findings = []
        self.counts = collections.Counter()
        self.hearing = {}  # (p, stay): {room: last place}
        self.opened = {}
        self.settled = []
        self.session = SessionRules(self)
        self.access = AccessRules(self)
        self.streams = StreamRules(self)

    def find(self, rule, what, record=None, kind=""):
        room, at = (record.get("room", ""), record["t1"]) if record else ("", 0.0)
        self.findings.append(Finding(rule, what, room, at, kind))

    def take(self, record):
        f = record["f"]
        self.counts[f] += 1
        taken = getattr(self, "take_" + f, None)
        if taken:
            taken(record)
        self.access.take(record)
        self.streams.take(record)

    def take_is(self, record):
        self.person[record["p"]] = record["person"]

    def take_send(self, record):
        send = self.sends.get(record["key"])
        if send is None:
            send = self.sends[record["key"]] = Send(record)
        send.states.add(record["st"])
        if record["st"] != "ok":
            return
        if send.seq is None:
            send.seq, send.t1 = record["seq"], record["t1"]
        elif send.seq != record["seq"]:
            self.find("C1", f"{send} was repeated and got place {record['seq']}", record, "doubled")

    # What readers were shown.

    def take_open(self, record):
        self.hearing[record["p"], record["stay"]] = {}
        self.opened[record["p"], record["stay"]] = record["t1"]

    def take_heard(self, record):
        seen = [record["seq"], record["version"], record["key"], record["h"], record["by"]]
        self.must_be_stored(record, seen)
        last = self.hearing[record["p"], record["stay"]]
        before = last.get(record["room"])
        if before is not None and seen[0] != before + 1 and not self.access.was_out(record, record["room"], before,
                                                                                   seen[0]):
            self.find("C4", f"client {record['p']} heard place {seen[0]} after {before}", record)
        last[record["room"]] = seen[0]
        send = self.sends.get(record["key"])
        if send and (send.heard is None or record["t1"] > send.heard):
            send.heard = record["t1"]

    def take_settled(self, record):
        self.settled.append(record)

    def take_read(self, record):
        if record["st"] != "ok":
            return
        got, after = record["got"], record.get("after")
        self.must_be_in_a_row(record, got)
        if got and after is not None and got[0][0] != after + 1:
            self.find("C4", f"client {record['p']} asked after {after} and got {got[0][0]} first", record)
        if after is None or len(got) < record["limit"]:
            self.session.saw_up_to(record, got[-1][0] if got else after or 0)

    def take_sync(self, record):
        if record["st"] != "ok":
            return
        got, log = record["got"], self.log.get(record["room"], ())
        self.must_be_in_a_row(record, got)
        first = next((e[0] for e in log if e[1] > record["after"]), None) if not record["snapshot"] else None
        if first and first <= record["last_seq"] and (not got or got[0][0] != first):
            self.find("C4", f"client {record['p']} synced from {record['after']} without place {first}", record)
        if got and got[-1][0] != record["last_seq"]:
            self.find("C4", f"client {record['p']} synced to {got[-1][0]}, not {record['last_seq']}", record)
        self.take_look(record)

    def take_look(self, record):
        if record["st"] == "ok":
            self.session.saw_up_to(record, record["last_seq"])
            self.session.saw_mark(record)

    def take_mark(self, record):
        self.session.marked(record)

    def must_be_in_a_row(self, record, got):
        for seen, following in zip(got, got[1:]):
            if following[0] != seen[0] + 1:
                self.find("C4", f"client {record['p']} was shown {following[0]} after {seen[0]}", record)
        for seen in got:
            self.must_be_stored(record, seen)

    def must_be_stored(self, record, seen):
        log = self.log.get(record["room"], ())
        if not 0 < seen[0] <= len(log) or list(log[seen[0] - 1]) != seen:
            self.find("C4", f"client {record['p']} was shown {seen}, which isn't stored", record)

    # At the end.

    def finish(self):
        for node, log in self.logs.items():
            self.check_stored(node, log)
        self.check_refused()
        for room, log in self.log.items():
            self.check_order(room, log)
        for record in self.settled:
            self.check_settled(record)
        self.session.finish()
        self.access.finish()
        self.counts["sends"] = len(self.sends)
        return Verdict(self.findings, self.sends.values(), self.counts)

    def check_stored(self, node, log):
        stored = {}
        for room, entries in log.items():
            if [entry[0] for entry in entries] != list(range(1, len(entries) + 1)):
                self.find("C4", f"room {room} at {node} has holes")
            if any(a[1] >= b[1] for a, b in zip(entries, entries[1:])):
                self.find("C4", f"room {room} at {node} has versions that don't grow")
            if entries != self.log.get(room):
                self.find("C4", f"room {room} at {node} isn't what the first node has")
            for entry in entries:
                if entry[2] in stored:
                    self.find("C1", f"{entry} is stored twice at {node}", kind="doubled")
                else:
                    stored[entry[2]] = (room, entry)
        self.check_acknowledged(node, stored)
        self.check_phantoms(node, stored)

    def check_acknowledged(self, node, stored):
        for send in self.sends.values():
            if send.seq is None:
                continue
            room, kept = stored.get(send.key, (None, None))
            if kept is None or (room, kept[0]) != (send.room, send.seq):
                self.findings.append(Finding("C1", f"{send}: at {node} there is {kept}", send.room, send.t1, "lost"))

    def check_phantoms(self, node, stored):
        for key, (room, entry) in stored.items():
            send = self.sends.get(key)
            if send is None or (send.room, send.h, self.person.get(send.p)) != (room, entry[3], entry[4]):
                self.find("C2", f"{entry} stands in room {room} at {node}, tried was: {send}")

    def check_refused(self):
        stored = {entry[2] for log in self.logs.values() for entries in log.values() for entry in entries}
        for send in self.sends.values():
            if send.states == {"fail"} and send.key in stored:
                self.findings.append(Finding("C3", f"{send} was refused and is stored", send.room, send.t0))

    def check_order(self, room, log):
        """Own order, and real time: whoever was answered before another began stands before it."""
        newest = {}
        sends = list(dict.fromkeys(self.sends[e[2]] for e in log if e[2] in self.sends))
        for send in sends:
            before = newest.get(send.p)
            if before and before.t0 > send.t0 and not (send.t1 and send.t1 < before.t0):
                self.findings.append(Finding("C6", f"{before} stands before {send}", room, send.t0))
            newest[send.p] = send
        earliest = None  # end among all that stand later
        for send in reversed(sends):
            if earliest and earliest.t1 < send.t0:
                self.findings.append(Finding("C5", f"{send} stands before {earliest}", room, send.t0))
            if send.t1 is not None and (earliest is None or send.t1 < earliest.t1):
                earliest = send

    def check_settled(self, record):
        """A listener that was given time has heard all that was begun after it came."""
        stay = record["p"], record["stay"]
        for room in record["rooms"]:
            due = max((s.seq for s in self.sends.values()
                       if s.room == room and s.seq and self.opened[stay] < s.t0 and s.t1 < record["t1"]), default=0)
            heard = self.hearing[stay].get(room, 0)
            if heard < due:
                self.find("C4", f"client {record['p']} heard room {room} to {heard}, {due} was said", record)
