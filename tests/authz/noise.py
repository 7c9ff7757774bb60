"""What another organisation does meanwhile: at random, without rest, with the same keys, words and logins, and
sometimes with ids that are the office's."""

import random
import threading

from tests.authz.neighbour import Neighbour
from tests.kit.client import Client
from tests.kit.office import sheet
from tests.kit.server import wait_until
from tests.kit.websocket import WebSocket

# Failed tries to sign in are counted by network before anybody knows which organisation is meant; the
# neighbour sits in a network of its own, and whoever tries wrong codes in a third.
address, outside = "127.0.3.1", "127.0.4.1"
logins = ("sato", "tanaka", "hara", "aoki")
rooms = "/api/v1/talk/rooms"


class Noise:
    def __init__(self, office, trace, seed):
        self.neighbour = Neighbour(office, address)
        self.trace, self.dice = trace, random.Random(f"noise {seed}")
        self.people = [getattr(self.neighbour, login) for login in logins]
        self.rooms = [self.people[0].group("係0", *(one.person for one in self.people[1:]))]
        self.own = {f"person:{self.people[0].person}", "directory"}
        self.socket = WebSocket(self.people[0]).hello()
        self.done, self.stopping, self.failure, self.texts = 0, False, None, []
        self.thread = threading.Thread(target=self.go_on, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join(60)

    def go_on(self):
        kinds = [self.post, self.post, self.post, self.read, self.make_room, self.change_members, self.change_group,
                 self.import_sheet,
                 self.come_and_go, self.fail_to_come, self.settings, self.guideline, self.hours, self.reach_over]
        try:
            while not self.stopping:
                self.dice.choice(kinds)()
                self.done += 1
        except BaseException as failure:  # told where the test waits
            self.failure = failure

    def wait_for_more(self):
        """Until something more has been done."""
        before = self.done
        wait_until(lambda: self.failure or self.done > before, "noise")
        if self.failure:
            raise self.failure

    def keep(self, reply):
        self.texts.append(reply.content.decode())
        return reply

    def somebody(self):
        return self.dice.choice(self.people)

    def key(self):
        """Often one that the office has used."""
        return self.dice.choice(self.trace.keys or ["11111111-1111-4111-8111-111111111111"])

    def post(self):
        self.keep(self.somebody().send(self.dice.choice(self.rooms), f"話{self.dice.randint(0, 99)}", self.key()))

    def read(self):
        who, room = self.somebody(), self.dice.choice(self.rooms)
        self.keep(who.put(f"{rooms}/{room}/reading", {"seq": self.dice.randint(1, 20)}))
        self.keep(who.post("/api/v1/sync", {"streams": []}))

    def make_room(self):
        draft = {"kind": self.dice.choice(["group", "direct"]), "name": "係1", "client_key": self.key(),
                 "members": [self.somebody().person]}
        reply = self.keep(self.somebody().post(rooms, draft))
        if reply.status == 201 and len(self.rooms) < 20:
            self.rooms.append(reply.json["id"])

    def change_members(self):
        room, who = self.dice.choice(self.rooms), self.somebody()
        self.keep(who.post(f"{rooms}/{room}/members", {"people": [self.somebody().person]}))
        self.keep(who.delete(f"{rooms}/{room}/members/{self.somebody().person}"))

    def change_group(self):
        room, who = self.dice.choice(self.rooms), self.somebody()
        self.keep(who.put(f"{rooms}/{room}/group", {"name": "係2", "edited": self.dice.randint(0, 3), "purpose": "となり",
                                                    "visibility": self.dice.choice(["listed", "unlisted"])}))
        self.keep(self.somebody().put(f"/api/v1/talk/groups/{room}/request", {"words": "となりから"}))
        self.keep(who.get("/api/v1/talk/groups"))

    def import_sheet(self):
        newcomer = {f"shin{self.dice.randint(0, 5)}": ("別 人", "ベツ ジン", self.dice.choice(["窓口", "訪問係"]))}
        self.keep(self.people[3].post("/api/v1/directory/imports", sheet(newcomer), kind="text/csv"))

    def come_and_go(self):
        client = self.neighbour.session_of("hara")
        self.keep(client.get(rooms))
        client.must(client.delete("/api/v1/session"))

    def fail_to_come(self):
        client = Client(self.neighbour.server, address=outside)
        self.keep(client.post("/api/v1/session/code", {"code": "AAAA-AAAA-AAAA-AAAA-AAAA"}))

    def settings(self):
        self.keep(self.somebody().put("/api/v1/me/settings", {"text_size": self.dice.choice(["small", "large"]),
                                                              "theme": "dark", "enter_key": "send"}))

    def guideline(self):
        """The last of the people is an administrator."""
        who, boss = self.somebody(), self.people[-1]
        self.keep(boss.put("/api/v1/policy/clauses/5.1/settings/main", {"value": self.dice.choice(["off", "hint"])}))
        self.keep(boss.put("/api/v1/policy/clauses/B2/draft", {"title": "となり", "text": "となりの決まりです。"}))
        self.keep(boss.post("/api/v1/policy/editions", {"note": "となりの版", "effective_on": "2027-04-01"}))
        self.keep(who.get("/api/v1/policy/clauses"))
        self.keep(who.post("/api/v1/policy/check", {"kind": "message", "text": "明日、年休を申請します"}))

    def hours(self):
        self.keep(self.people[-1].put("/api/v1/hours/day", {"scope": "organisation", "day": "12-24", "says": "closed"}))
        self.keep(self.somebody().get("/api/v1/hours"))

    def reach_over(self):
        """For what is the office's."""
        if not self.trace.rooms:
            return
        who, room = self.somebody(), self.dice.choice(self.trace.rooms)
        person = self.dice.choice(sorted(self.trace.office.ids.values()))
        self.keep(who.send(room, "となりから", self.key()))
        self.keep(who.put(f"{rooms}/{room}/reading", {"seq": 1}))
        self.keep(who.delete(f"{rooms}/{room}/members/{person}"))
        self.keep(who.post(f"{rooms}/{room}/members", {"people": [who.person]}))
        self.keep(who.put(f"/api/v1/talk/groups/{room}/request", {"words": "となりから"}))
        self.keep(who.post(f"/api/v1/directory/people/{person}/card"))

    def heard(self):
        """Everything that 村井's socket was told until now. Closes it: a server that is stopped waits for sockets."""
        who = self.people[0]
        for size in ("medium", "extra_large"):
            who.must(who.put("/api/v1/me/settings", {"text_size": size, "theme": "light", "enter_key": "ask"}))
        own, = (s for s in who.sync()["streams"] if s["stream"] == f"person:{who.person}")
        with self.socket as socket:
            return socket.until(lambda event: event["stream"] == own["stream"] and event["version"] == own["version"])
