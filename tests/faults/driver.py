"""Many people at once, each operation a line in the history. README.md has the interface."""

import collections
import random
import threading
import time
import uuid

from tests.faults.history import digest, entry, now
from tests.faults.listener import Listener
from tests.faults.wire import Cut, Down, Wire

mix = {"send": 86, "read": 5, "look": 4, "mark": 3, "sync": 2}
later = {429, 503, 507}  # not now: the same again after a pause
given_up = 0.1  # of the sends that were refused so: what was only ever refused must not be stored
blind = "access.blind"  # a node that could not look at its database for a second says so


class Member:
    """Who somebody is: `cookie` as sign-in gave it; `enter` signs in once more, or None."""

    def __init__(self, person, cookie, enter=None):
        self.person = person
        self.cookie = cookie
        self.enter = enter


class Client(threading.Thread):
    """One person who does one thing after the other. What became unknown is asked again until it is known."""

    def __init__(self, driver, p, member, mix, marks):
        super().__init__(name=f"client {p}", daemon=True)
        self.driver, self.p, self.member, self.marks = driver, p, member, marks
        self.random = random.Random(f"{driver.seed}/{p}")
        # Each begins with an address of its own; at a break it goes to the next.
        turn = p % len(driver.addresses)
        self.wire = Wire(driver.addresses[turn:] + driver.addresses[:turn], member.cookie)
        self.kinds, self.weights = list(mix), list(mix.values())
        self.known = dict.fromkeys(driver.rooms, 0)  # the last place seen of each room
        self.cursor = dict.fromkeys(driver.rooms, 0)
        self.version = dict.fromkeys(driver.rooms, 0)
        self.pending = None  # a send whose end isn't known
        self.unsure = False  # whether one of its tries may have been kept
        self.insists = False
        self.place = None  # of the last send
        self.leaving = threading.Event()
        self.sent = collections.deque(maxlen=20)  # known, to be repeated now and then
        driver.history.write(f="is", p=p, person=member.person, t0=now(), t1=now())

    def run(self):
        try:
            while not (self.driver.stopping.is_set() or self.leaving.is_set()) or self.pending:
                self.step()
                if self.driver.pause:
                    time.sleep(self.random.uniform(0, 2 * self.driver.pause))
        except Exception as error:  # a client that dies quietly would make every campaign pass
            self.driver.broken.append(f"{self.name}: {type(error).__name__} {error}")
            raise
        finally:
            self.wire.leave()

    def step(self):
        try:
            if self.pending:
                self.send_pending()
            else:
                kind = self.random.choices(self.kinds, self.weights)[0]
                getattr(self, kind)(self.random.choice(self.driver.rooms))
        except Down:
            time.sleep(self.random.uniform(0.005, 0.02))
        if self.driver.deadline and now() > self.driver.deadline:
            self.pending = None

    # Each operation.

    def send(self, room):
        repeat = self.sent and self.random.random() < 0.05  # its answer must be the one that was given
        self.begin(self.random.choice(self.sent) if repeat else self.words(room))
        self.send_pending()

    def begin(self, send):
        self.pending, self.unsure = send, False

    def words(self, room):
        key = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        return room, key, f"{self.p}の{self.random.randrange(10**6)}、" + "お" * self.random.randint(*self.driver.words)

    def send_pending(self):
        room, key, body = self.pending
        status, said = self.do("send", room, "POST", f"/api/v1/talk/rooms/{room}/messages",
                               {"body": body, "client_key": key}, lambda said: {"seq": said["seq"]},
                               key=key, h=digest(body))
        if status == 201:
            self.known[room] = max(self.known[room], said["seq"])
            self.place = said["seq"]
            self.sent.append(self.pending)
            self.driver.acknowledged += 1
        self.unsure |= status is None or status == 500
        if status in later:
            if not (self.unsure or self.insists) and self.random.random() < given_up:
                self.pending = None
        elif status is not None and status < 500:
            self.pending = None

    def say(self, room):
        """Something, until it is known; when the thread has ended. Its place, or None if time was up."""
        self.insists, self.place = True, None
        self.begin(self.words(room))
        while self.pending:
            self.step()
        return self.place

    def read(self, room):
        after = self.cursor[room] if self.random.random() < 0.5 else None
        limit = self.random.choice((20, 100))
        asked = f"limit={limit}" + ("" if after is None else f"&after={after}")
        status, said = self.do("read", room, "GET", f"/api/v1/talk/rooms/{room}/messages?{asked}", None,
                               lambda said: {"got": list(map(entry, said["messages"]))}, after=after, limit=limit)
        if status == 200 and said["messages"]:
            last = said["messages"][-1]["seq"]
            self.known[room] = max(self.known[room], last)
            if after is not None:
                self.cursor[room] = last

    def look(self, room):
        self.do("look", room, "GET", f"/api/v1/talk/rooms/{room}", None, view)

    def mark(self, room):
        to = self.random.randint(0, self.known[room])
        self.do("mark", room, "PUT", f"/api/v1/talk/rooms/{room}/reading", {"seq": to}, to=to)

    def sync(self, room):
        """Asks for one room as a client would that has all the others: its changes since the last time."""
        after = self.version[room]
        began = now()
        have = [{"stream": f"room:{other}", "version": after if other == room else 1 << 50}
                for other in self.driver.rooms]
        try:
            status, said = self.wire.ask("POST", "/api/v1/sync", {"streams": have})
        except Cut:
            return self.note("sync", room, began, "info")
        if status != 200:
            return self.refused("sync", room, began, status, said)
        for state in said["streams"]:
            if state["stream"] == f"room:{room}":
                self.version[room] = state["version"]
                self.note("sync", room, began, "ok", after=after, version=state["version"],
                          snapshot=state["snapshot"], got=list(map(entry, state["messages"])), **view(state["room"]))

    def do(self, f, room, method, path, body, result=lambda said: {}, **asked):
        """(status, reply), with a line in the history; status None: nobody knows."""
        began = now()
        try:
            status, said = self.wire.ask(method, path, body)
        except Cut:
            self.note(f, room, began, "info", **asked)
            return None, None
        if status < 300:
            self.note(f, room, began, "ok", **asked, **result(said))
        else:
            self.refused(f, room, began, status, said, **asked)
        return status, said

    def refused(self, f, room, began, status, said, **asked):
        self.note(f, room, began, "info" if status == 500 else "fail", code=status, **asked)
        if said and said.get("code") == blind:
            self.driver.blind.append(now())
        else:
            self.driver.refusals[status] += 1
        time.sleep(self.random.uniform(0.02, 0.1))
        if status == 401 and self.member.enter:
            self.wire.leave()
            self.wire.cookie = self.member.enter()

    def note(self, f, room, began, st, **more):
        self.driver.history.write(p=self.p, t0=began, t1=now(), f=f, room=room, st=st, **more, **self.marks)


def view(room):
    return {"last_seq": room["last_seq"], "read_seq": room["read_seq"], "unread": room["unread"]}


class Driver:
    """`members` send and ask until `stop`; the first `listeners` of them also listen on a WebSocket."""

    def __init__(self, history, addresses, members, rooms, seed, listeners=3, mix=mix, pause=0, words=(0, 200)):
        self.history, self.addresses, self.rooms, self.seed = history, list(addresses), list(rooms), seed
        self.words = words  # letters of a message, at least and at most
        self.pause = pause  # mean seconds between two operations of a client
        self.stopping = threading.Event()
        self.deadline = None
        self.broken = []  # what ended a client that should have gone on
        self.refusals = collections.Counter()  # by status
        self.blind = []  # when somebody was told that a node sees nothing; not among the refusals
        self.acknowledged = 0  # about: threads count without a lock
        self.made = 0
        self.clients = [self.join(member, mix) for member in members]
        self.listeners = [self.listen(member) for member in members[:listeners]]

    def join(self, member, mix=mix, **marks):
        """One more client; `marks` stand in each of its records."""
        self.made += 1
        return Client(self, self.made, member, mix, marks)

    def listen(self, member, **marks):
        self.made += 1
        return Listener(self, self.made, member, marks)

    def start(self):
        for thread in (*self.listeners, *self.clients):
            thread.start()

    def stop(self, patience=60):
        """Ends when all that was sent is known, and who listens has heard a last word in each room, or has
        had time to. The checker says whether that was all."""
        self.stopping.set()
        self.deadline = now() + patience
        for client in self.clients:
            client.join()
        self.settle()
        for listener in self.listeners:
            listener.ended.set()
        for listener in self.listeners:
            listener.join()
        if self.broken:
            raise AssertionError("; ".join(self.broken))

    def settle(self):
        staying = [listener for listener in self.listeners if not listener.marks]
        self.wait(lambda: all(listener.open for listener in staying))
        words = {room: self.clients[0].say(room) for room in self.rooms if now() < self.deadline}
        places = {room: place for room, place in words.items() if place}  # not what it knew before: that may be lost
        self.wait(lambda: all(listener.has_heard(places) for listener in staying))
        for listener in staying:
            listener.settle(self.rooms)

    def wait(self, happened):
        until = min(self.deadline, now() + 10)
        while now() < until and not happened():
            time.sleep(0.01)
