"""Whether a room's log keeps what was promised to those who wrote into it.

It knows nothing of how the sends were made: it is given what each client tried, and what is stored."""

import collections
import dataclasses


@dataclasses.dataclass
class Send:
    """One thing a client wanted to say, over however many tries."""

    client: int
    number: int  # its place among the client's own sends
    room: str
    key: str
    body: str
    began: float  # when it was first tried
    ended: float | None = None  # when it was acknowledged; None: nobody knows
    seq: int | None = None  # what the acknowledgement said


rules = ("nothing acknowledged is lost", "nothing is doubled", "nothing is stored that nobody sent",
         "places are dense, versions grow", "each client's sends keep their order",
         "what ended before another began stands before it", "what was heard is stored, without a hole")


class Checker:
    """Collects faults as (rule, what was seen)."""

    def __init__(self, sends, logs, heard=()):
        self.sends = sends
        self.logs = logs  # room: messages as the API gives them, oldest first
        self.heard = heard  # one list of messages for each stay of a listener, all rooms mixed
        self.by_key = {send.key: send for send in sends}
        self.faults = []

    def fault(self, rule, *what):
        self.faults.append((rules[rule], " ".join(map(str, what))))

    def check(self):
        for room, log in self.logs.items():
            self.check_places(room, log)
            self.check_stored(log)
            self.check_orders(log)
        self.check_acknowledged()
        for stay in self.heard:
            self.check_heard(stay)
        return self.faults

    def check_acknowledged(self):
        stored = {m["client_key"]: m for log in self.logs.values() for m in log}
        for send in self.sends:
            if send.seq is None:
                continue
            kept = stored.get(send.key)
            if kept is None or (kept["room"], kept["seq"]) != (send.room, send.seq):
                self.fault(0, send, "stored:", kept)

    def check_stored(self, log):
        times = collections.Counter(message["client_key"] for message in log)
        for key, count in times.items():
            if count > 1:
                self.fault(1, key, count, "times")
        for message in log:
            send = self.by_key.get(message["client_key"])
            if send is None or (send.room, send.body) != (message["room"], message["body"]):
                self.fault(2, message, "tried:", send)

    def check_places(self, room, log):
        if [message["seq"] for message in log] != list(range(1, len(log) + 1)):
            self.fault(3, room, "has holes")
        versions = [message["version"] for message in log]
        if any(a >= b for a, b in zip(versions, versions[1:])):
            self.fault(3, room, "has versions that don't grow")

    def check_orders(self, log):
        """Own order, and real time: whoever was answered before another began stands before it."""
        newest = {}
        sends = [self.by_key[m["client_key"]] for m in log if m["client_key"] in self.by_key]
        for send in sends:
            before = newest.get(send.client)
            if before and before.number > send.number:
                self.fault(4, before, "stands before", send)
            newest[send.client] = send
        earliest_end = None  # among all that stand later
        for send in reversed(sends):
            if earliest_end and earliest_end.ended < send.began:
                self.fault(5, send, "stands before", earliest_end)
            if send.ended is not None and (earliest_end is None or send.ended < earliest_end.ended):
                earliest_end = send

    def check_heard(self, stay):
        last = {}
        for message in stay:
            room, seq = message["room"], message["seq"]
            log = self.logs[room]
            if seq > len(log) or log[seq - 1] != message:
                self.fault(6, message, "was heard and isn't stored")
            if room in last and seq != last[room] + 1:
                self.fault(6, "after", last[room], "came", message)
            last[room] = seq
