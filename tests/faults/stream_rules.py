"""C4 of the streams that a listener hears: the versions of one stay. A part of the checker."""


class StreamRules:
    """Every change of a room is told: its versions have no hole, but while the listener was out of it. Events of
    other streams say all there is (marks, at most once a second), or that one has to ask: theirs may skip.
    Nothing falls, and nothing is told twice; only marks may be sent again as they stand."""

    def __init__(self, checker):
        self.checker = checker
        self.last = {}  # (p, stay, stream): (version, the last place heard)

    def take(self, record):
        if record["f"] == "heard":
            self.follow(record, f"room:{record['room']}")
        elif record["f"] == "told":
            self.follow(record, record["stream"])

    def follow(self, record, stream):
        where, version = (record["p"], record["stay"], stream), record["version"]
        before = self.last.get(where)
        self.last[where] = version, record.get("seq", before[1] if before else 0)
        if before and not self.may_follow(record, stream, before):
            self.checker.find("C4", f"client {record['p']} heard version {version} of {stream} after {before[0]}",
                              {"room": stream.partition(":")[2], "t1": record["t1"]})

    def may_follow(self, record, stream, before):
        kind, _, thing = stream.partition(":")
        version, (last, place) = record["version"], before
        if kind == "marks":
            return version >= last
        if kind == "room" and version > last + 1:
            return self.checker.access.was_out(record, thing, place, record.get("seq"))
        return version > last
