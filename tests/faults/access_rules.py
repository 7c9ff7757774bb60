"""C9: who was taken out of a room, or whose session was ended, gets nothing more. A part of the checker."""

import collections

grace = 1.0  # seconds that the end of a session may take to arrive everywhere


class AccessRules:
    def __init__(self, checker):
        self.checker = checker
        self.changes = collections.defaultdict(list)  # (person, room): (t0, t1, "remove" or "add", place)
        self.ended = {}  # session: when its end was acknowledged
        self.shown = collections.defaultdict(list)  # (person, room): (t0, t1, place or None), of those who change
        self.used = []  # (session, t0, record)

    def take(self, record):
        f = record["f"]
        if f in ("remove", "add"):
            if record["st"] != "fail":
                place = record.get("place") if record["st"] == "ok" else None
                self.changes[record["whom"], record["room"]].append((record["t0"], record["t1"], f, place))
        elif f == "sign_out" and record["st"] == "ok":
            self.ended[record["ended"]] = record["t1"]
        elif f == "heard":
            self.note(record, record["seq"])
        elif record.get("st") == "ok" and f in ("read", "sync", "look"):
            self.note(record, None)

    def note(self, record, seq):
        if "s" in record:
            self.used.append((record["s"], record["t0"], record))
        if record.get("may_go"):
            person = self.checker.person.get(record["p"])
            self.shown[person, record["room"]].append((record["t0"], record["t1"], seq))

    def was_out(self, record, room, last, following=None):
        """Whether a listener was out of the room between two places that it heard (`following`: None if what came
        was no message). Places say it, not times: all that came before the removal has its place or a lower one,
        all that came after the return a higher one. A removal whose place nobody knows may explain anything later."""
        person = self.checker.person.get(record["p"])
        return any(f == "remove" and t0 <= record["t1"]
                   and (place is None or last <= place and (following is None or place < following))
                   for t0, _, f, place in self.changes.get((person, room), ()))

    def ever_joined(self, person, room):
        return (person, room) in self.changes

    def finish(self):
        for whose, shown in self.shown.items():
            for out in self.times_out(sorted(self.changes.get(whose, ()))):
                for seen in shown:
                    self.check_shown(whose, out, seen)
        for session, began, record in self.used:
            if session in self.ended and began > self.ended[session] + grace:
                late = began - self.ended[session]
                self.checker.find("C9", f"session {session} was served {late:.3f} s after its end", record)

    def times_out(self, changes):
        """(removal began, was acknowledged, its place, the next adding began) of each certain removal."""
        for change, following in zip(changes, [*changes[1:], None]):
            if change[2] == "remove" and change[3] is not None:
                yield change[0], change[1], change[3], following[0] if following else float("inf")

    def check_shown(self, whose, out, seen):
        began, gone, place, back = out
        t0, t1, seq = seen
        person, room = whose
        late = t0 >= gone and t1 < back if seq is None else began <= t1 < back and seq > place
        if late:
            what = "was shown the room" if seq is None else f"heard place {seq}"
            self.checker.find("C9", f"{person} {what} after being taken out at {place}", {"room": room, "t1": t1})
