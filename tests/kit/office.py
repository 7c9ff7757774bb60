"""The people of a test: a small office, imported from a staff sheet, and signed in when they are needed."""

import json

from tests.kit.client import Client
from tests.kit.server import Server, program

names = {
    "aoki": ("青木 実", "アオキ ミノル", "総務課"),
    "sato": ("佐藤 花子", "サトウ ハナコ", "地域福祉課"),
    "tanaka": ("田中 一郎", "タナカ イチロウ", "地域福祉課"),
    "hara": ("原 葵", "ハラ アオイ", "生活支援課"),
    "kato": ("加藤 恵", "カトウ メグミ", "生活支援課"),
    "ogawa": ("小川 健", "オガワ ケン", "総務課"),
}


def sheet(people):
    rows = ["氏名,フリガナ,ID,所属,雇用区分"]
    rows += [f"{name},{kana},{login},{department},正職員" for login, (name, kana, department) in people.items()]
    return "\r\n".join(rows).encode("cp932")


class Office:
    """A running server with people. 青木 is an administrator; `office.sato` is 佐藤, signed in."""

    def __init__(self, database, people=None, options=(), folder=None, program=program):
        self.server = Server(database, folder, options, program)
        self.people = {}
        try:
            self.fill(names if people is None else people)
        except BaseException:
            self.server.close()
            raise

    def fill(self, people):
        self.server.start()
        file = self.server.folder / "staff.csv"
        file.write_bytes(sheet(people))
        self.command("import", "people", str(file))
        self.command("role", "aoki", "administrator")
        self.let_keeper_in()
        everybody = self.keeper.must(self.keeper.get("/api/v1/directory/people"))["people"]
        self.ids = {person["login"].removesuffix("@office"): person["id"] for person in everybody}

    def let_keeper_in(self):
        """The administrator of the first start, who is nobody in the tests."""
        keeper = Client(self.server)
        keeper.must(keeper.sign_in(self.command("card", "admin@office")[0]["code"]))
        self.keeper = keeper

    def command(self, *words):
        code, told, complaint = self.server.run(*words)
        if code != 0:
            raise AssertionError(f"{words}: {code} {complaint}")
        return [json.loads(line) for line in told.splitlines()]

    def card(self, login):
        path = f"/api/v1/directory/people/{self.ids[login]}/card"
        reply = self.keeper.post(path)
        if reply.status == 403:  # ten minutes after signing in it is asked who that is
            self.let_keeper_in()
            reply = self.keeper.post(path)
        return self.keeper.must(reply)["code"]

    def session_of(self, login, device=None):
        """A new session of this person, on whose device if it is said."""
        client = Client(self.server)
        client.must(client.sign_in(self.card(login), device))
        return client

    def work_always(self):
        """So that nobody is outside their hours, whenever the test runs."""
        always = [{"weekday": day, "opens": 0, "closes": 1440} for day in range(8)]
        self.keeper.must(self.keeper.put("/api/v1/hours/week", {"scope": "organisation", "week": always}))

    def outsider(self):
        return Client(self.server)

    def __getattr__(self, login):
        if login not in self.__dict__.get("ids", ()):
            raise AttributeError(login)
        if login not in self.people:
            self.people[login] = self.session_of(login)
        return self.people[login]

    def close(self):
        self.server.close()
