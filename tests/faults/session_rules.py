"""C6 and the readers' half of C5: what one person is shown over time. A part of the checker."""

import bisect
import collections


class SessionRules:
    def __init__(self, checker):
        self.checker = checker
        self.views = []  # (record, the last place it shows)
        self.looks = collections.defaultdict(list)  # (person, room): records with read_seq
        self.marks = collections.defaultdict(list)  # (person, room): (record, …)

    def saw_up_to(self, record, seq):
        self.views.append((record["p"], record["room"], record["t0"], record["t1"], seq))

    def saw_mark(self, record):
        self.looks[self.whose(record)].append(
            (record["t0"], record["t1"], record["read_seq"], record["last_seq"], record["unread"]))

    def marked(self, record):
        self.marks[self.whose(record)].append((record["t0"], record["t1"], record["st"], record["to"]))

    def whose(self, record):
        return self.checker.person.get(record["p"]), record["room"]

    def finish(self):
        self.check_views()
        for whose, looks in self.looks.items():
            looks.sort()
            self.check_marks(whose, looks)
            self.check_unread(whose, looks)

    def find(self, rule, what, room, at):
        self.checker.find(rule, what, {"room": room, "t1": at})

    def check_views(self):
        """Who asks sees what was acknowledged before: the own (C6) and others' (C5)."""
        everybody, own = collections.defaultdict(list), collections.defaultdict(list)
        for send in self.checker.sends.values():
            if send.seq is not None:
                everybody[send.room].append((send.t1, send.seq))
                own[send.room, send.p].append((send.t1, send.seq))
        everybody = {room: Rising(ends) for room, ends in everybody.items()}
        own = {who: Rising(ends) for who, ends in own.items()}
        for p, room, t0, t1, seq in self.views:
            if room in everybody and everybody[room].before(t0) > seq:
                mine = own[room, p].before(t0) if (room, p) in own else 0
                due = mine if mine > seq else everybody[room].before(t0)
                self.find("C6" if mine > seq else "C5",
                          f"client {p} was shown room {room} to place {seq}, {due} was acknowledged", room, t1)

    def check_marks(self, whose, looks):
        """A mark never falls, is no less than what was kept, and no more than what was asked for."""
        person, room = whose
        marks = sorted(self.marks.get(whose, ()))
        kept = Rising([(t1, to) for _, t1, st, to in marks if st == "ok"])
        asked = Rising([(t0, to) for t0, _, st, to in marks if st != "fail"])
        joined = self.checker.access.ever_joined(person, room)
        before = 0
        for t0, t1, mark, _, _ in looks:
            if mark < max(before, kept.before(t0)):
                self.find("C6", f"the mark of {person} is {mark}, it was {max(before, kept.before(t0))}", room, t1)
            if not joined and mark > asked.before(t1):
                self.find("C6", f"the mark of {person} is {mark}, asked for was {asked.before(t1)}", room, t1)
            before = max(before, mark)

    def check_unread(self, whose, looks):
        person, room = whose
        log = self.checker.log.get(room, ())
        own = [0]
        for entry in log:
            own.append(own[-1] + (entry[4] == person))
        for _, t1, mark, last, unread in looks:
            if last >= len(own) or mark > last:
                continue  # the log is shorter than what was seen: C4 or C1 says it
            due = min(100, (last - mark) - (own[last] - own[mark]))
            if unread != due:
                self.find("C6", f"{person} has {due} unread ({mark} to {last}) and was told {unread}", room, t1)


class Rising:
    """The greatest number among what had happened before a moment."""

    def __init__(self, happened):
        happened.sort()
        self.times = [at for at, _ in happened]
        self.greatest, most = [], 0
        for _, number in happened:
            most = max(most, number)
            self.greatest.append(most)

    def before(self, moment):
        place = bisect.bisect_left(self.times, moment)
        return self.greatest[place - 1] if place else 0
