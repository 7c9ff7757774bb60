"""A day in an office, drawn from a seed: the same questions in the same order whatever else goes on."""

import random
import time
import uuid

from tests.authz.cookies import password
from tests.authz.sameness import Names
from tests.authz.trace_talk import TalkTrace, rooms
from tests.kit.contacts import entry
from tests.kit.office import sheet
from tests.kit.photos import address, mine
from tests.kit.pictures import png
from tests.kit.websocket import WebSocket

logins = ("sato", "tanaka", "hara", "ogawa", "aoki")


def next_millisecond():
    """What happened in one millisecond is ordered by ids; so nothing here does."""
    now = time.time_ns() // 1_000_000
    while time.time_ns() // 1_000_000 == now:
        pass


class Trace(TalkTrace):
    def __init__(self, office, seed):
        self.office, self.dice, self.names = office, random.Random(seed), Names()
        self.people = {login: getattr(office, login) for login in logins}
        self.rooms, self.keys, self.drafts, self.answers = [], [], [], []
        self.masters = []  # groups and who made them
        self.sockets = {login: WebSocket(client).hello() for login, client in self.people.items()}
        self.known = {}  # login → what /sync last gave

    def run(self, steps, before_each=lambda: None):
        for _ in range(2):
            self.make_group()
        kinds = [self.make_group, self.make_direct, self.post, self.post, self.post, self.repeat, self.repeat_room,
                 self.read, self.read, self.history, self.readers, self.list_rooms, self.get_room, self.sync,
                 self.sync_known, self.add, self.remove, self.leave, self.settings, self.people_list,
                 self.import_sheet, self.card, self.come_and_go, self.session, self.password_sign_in, self.device,
                 self.guideline, self.dismiss, self.choose, self.draft, self.hours, self.figures, self.group,
                 self.lead, self.ask_to_join, self.quiz, self.departments, self.staff_changes, self.move,
                 self.contacts, self.photos, self.photos]
        for _ in range(steps):
            before_each()
            next_millisecond()
            self.dice.choice(kinds)()
        return self

    def somebody(self):
        return self.people[self.dice.choice(logins)]

    def ask(self, client, method, path, body=None, **more):
        reply = client.ask(method, path, body, **more)
        self.answers.append((method, self.names.same(path), *self.names.reply(reply)))
        return reply

    def key(self):
        self.keys.append(str(uuid.UUID(int=self.dice.getrandbits(128))))
        return self.keys[-1]

    def others(self):
        return [self.office.ids[login] for login in self.dice.sample(logins, self.dice.randint(1, 3))]

    def sync(self):
        login = self.dice.choice(logins)
        self.known[login] = self.ask(self.people[login], "POST", "/api/v1/sync", {"streams": []}).json

    def sync_known(self):
        if not self.known:
            return self.sync()
        login = self.dice.choice(sorted(self.known))
        had = self.known[login]
        have = {"access_version": had["access_version"],
                "streams": [{"stream": s["stream"], "version": s["version"]} for s in had["streams"]]}
        self.ask(self.people[login], "POST", "/api/v1/sync", have)

    def photos(self):
        """Chosen, taken back, taken away, looked at."""
        who, aoki, people = self.somebody(), self.people["aoki"], "/api/v1/directory/people"
        what = self.dice.choice(["choose", "choose", "take back", "take away", "see"])
        if what == "choose":
            self.ask(who, "PUT", mine, png(4, 4), kind="image/png")
        elif what == "take back":
            self.ask(who, "DELETE", mine)
        elif what == "take away":
            self.ask(aoki, "DELETE", f"{people}/{who.person}/photo")
        else:
            for one in self.ask(aoki, "GET", people).json["people"]:
                if "photo" in one:
                    self.ask(who, "GET", address(one["id"], one["photo"]))

    def settings(self):
        self.ask(self.somebody(), "PUT", "/api/v1/me/settings",
                 {"text_size": self.dice.choice(["small", "large"]), "theme": "dark", "enter_key": "send"})

    def people_list(self):
        self.ask(self.somebody(), "GET", "/api/v1/directory/people")

    def import_sheet(self):
        number = self.dice.randint(0, 5)
        newcomer = {f"shin{number}": (f"新{number} 人", "シン ジン", self.dice.choice(["総務課", "訪問係"]))}
        what = self.dice.choice(["imports", "imports/preview"])
        self.ask(self.somebody(), "POST", f"/api/v1/directory/{what}", sheet(newcomer), kind="text/csv")

    def card(self):
        self.ask(self.somebody(), "POST", f"/api/v1/directory/people/{self.others()[0]}/card")

    def departments(self):
        known = self.ask(self.somebody(), "GET", "/api/v1/directory/departments").json
        names = [one["name"] for one in known["departments"]]
        renamed = [{"name": name + self.dice.choice(["", "室"]), "was": name} for name in names]
        self.ask(self.somebody(), "PUT", "/api/v1/directory/departments",
                 {"version": known["version"], "departments": renamed})
        self.ask(self.somebody(), "POST", "/api/v1/directory/exports", {"format": "csv"})

    def staff_changes(self):
        path = f"/api/v1/directory/people/{self.others()[0]}"
        self.ask(self.somebody(), "POST", f"{path}/transfer", {"day": "2099-04-01", "position": self.dice.choice("長補")})
        self.ask(self.somebody(), "PUT", f"{path}/retirement", {"day": f"2099-03-{self.dice.randint(10, 28)}"})
        self.ask(self.somebody(), "GET", "/api/v1/directory/retired")
        planned = self.ask(self.somebody(), "GET", "/api/v1/directory/planned").json.get("planned")
        if planned:
            self.ask(self.somebody(), "DELETE", f"/api/v1/directory/planned/{planned[0]['id']}")

    def move(self):
        """Somebody is elsewhere from now on; then masters say who stays in their rooms."""
        aoki = self.people["aoki"]
        known = self.ask(aoki, "GET", "/api/v1/directory/departments").json["departments"]
        wish = {"day": "2026-01-01", "department": self.dice.choice(known)["name"]}
        self.ask(aoki, "POST", f"/api/v1/directory/people/{self.others()[0]}/transfer", wish)
        master = self.somebody()
        for review in self.ask(master, "GET", "/api/v1/talk/reviews").json["reviews"][:2]:
            answer = {"answer": self.dice.choice(["stays", "leaves"])}
            self.ask(master, "PUT", f"/api/v1/talk/reviews/{review['id']}/answer", answer)

    def contacts(self):
        """Somebody adds one to a book, then whoever may changes, removes or imports."""
        path, who, other = "/api/v1/contacts", self.somebody(), self.somebody()
        says = entry(f"病院{self.dice.randint(0, 9)}", responsible=self.others()[0])
        wish = {"own": self.dice.choice([True, False]), "client_key": self.key(), "entry": says}
        self.ask(who, "POST", path, wish)
        seen = self.ask(who, "GET", path).json["contacts"]
        if seen:
            one = self.dice.choice(seen)
            self.ask(other, "PUT", f"{path}/{one['id']}", {"version": one["version"], "entry": entry("別の病院")})
        if seen and self.dice.random() < 0.5:
            self.ask(who, "DELETE", f"{path}/{seen[0]['id']}?version={seen[0]['version']}")
        sheet_of_one = f"機関・事業所\n薬局{self.dice.randint(0, 5)}\n".encode()
        self.ask(who, "POST", f"{path}/{self.dice.choice(['imports', 'imports/preview'])}", sheet_of_one, kind="text/csv")
        self.ask(who, "POST", f"{path}/exports", {"format": "csv"})
        self.ask(self.people["aoki"], "PUT", f"{path}/mail",
                 {"department": "", "address": f"a{self.dice.randint(0, 9)}@example.jp", "webmail": ""})
        self.ask(who, "GET", f"{path}/desk")

    def come_and_go(self):
        client = self.office.outsider()
        code = self.office.card("kato")
        client.welcome(self.ask(client, "POST", "/api/v1/session/code", {"code": code}))
        self.ask(client, "GET", rooms)
        self.ask(client, "DELETE", "/api/v1/session")
        self.ask(client, "GET", rooms)

    def session(self):
        self.ask(self.somebody(), "GET", "/api/v1/session")

    def device(self):
        self.ask(self.somebody(), "PUT", "/api/v1/session/device", {"device": self.dice.choice(["own", "shared"])})

    def guideline(self):
        self.ask(self.somebody(), "GET", "/api/v1/policy/clauses")

    def dismiss(self):
        self.ask(self.somebody(), self.dice.choice(["PUT", "DELETE"]),
                 f"/api/v1/policy/clauses/{self.dice.choice(['5.1', '5.2'])}/dismissal")

    def choose(self):
        self.ask(self.somebody(), "PUT", f"/api/v1/policy/clauses/{self.dice.choice(['5.1', 'B6'])}/settings/main",
                 {"value": self.dice.choice(["off", "hint"])})

    def draft(self):
        self.ask(self.somebody(), "PUT", "/api/v1/policy/clauses/B1/draft",
                 {"title": "時間", "text": f"{self.dice.randint(8, 9)}時からです。"})

    def hours(self):
        day = {"day": f"2026-12-{self.dice.randint(10, 28)}", "says": self.dice.choice(["closed", "usual"])}
        self.ask(self.somebody(), "PUT", self.dice.choice(["/api/v1/hours/me/day", "/api/v1/hours/department/day"]), day)

    def figures(self):
        self.ask(self.somebody(), "GET", "/api/v1/talk/figures")

    def quiz(self):
        who = self.somebody()
        version = self.ask(who, "GET", "/api/v1/quiz").json["version"]
        self.ask(who, "PUT", "/api/v1/quiz/done", {"version": version, "answers": [0, 1, 1, 0, 1]})
        self.ask(who, "GET", "/api/v1/quiz/progress")
        questions = [{"text": f"問{n}", "choices": ["はい", "いいえ"], "right": 0, "why": "決まりです"} for n in range(5)]
        self.ask(who, "PUT", "/api/v1/quiz/questions", {"version": version, "questions": questions})

    def password_sign_in(self):
        self.ask(self.office.outsider(), "POST", "/api/v1/session/password",
                 {"login": "kato@office", "password": password})

    def end(self):
        """Everything as it is now, then what each socket heard until then. How often marks are told is a
        matter of time; how they stand is in the answers to /sync."""
        heard = {}
        for login, client in self.people.items():
            self.ask(client, "POST", "/api/v1/sync", {"streams": []})
            self.ask(client, "GET", rooms)
            for size in ("medium", "extra_large"):
                client.must(client.put("/api/v1/me/settings", {"text_size": size, "theme": "light", "enter_key": "ask"}))
            last = client.sync()
            own, = (s for s in last["streams"] if s["stream"] == f"person:{client.person}")
            events = self.sockets[login].until(lambda event: event["stream"] == own["stream"]
                                               and event["version"] == own["version"])
            heard[login] = [self.names.same(str(event)) for event in events if event["type"] != "talk.marks"]
            self.sockets[login].close()
        return self.answers, heard
