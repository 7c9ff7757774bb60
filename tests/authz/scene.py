"""What a question is about, made anew for each: a room of a master (田中) with two members (佐藤, 小川) and
one message, in an office beside which another organisation lives."""

import itertools
import time

from tests.authz.appointing import dismiss
from tests.authz.cookies import dead_cookies
from tests.authz.neighbour import Neighbour
from tests.authz.rows import Rows
from tests.authz.scene_access import AccessScene
from tests.authz.scene_directory import DirectoryScene
from tests.kit.cases import OfficeCase
from tests.kit.client import key
from tests.kit.contacts import add

numbers = itertools.count(1)


class Scene(AccessScene, DirectoryScene):
    def __init__(self, case):
        self.office, self.neighbour, self.dead = case.office, case.neighbour, case.dead
        dismiss(self.office)
        self.number, self.kept_contact = next(numbers), None
        self.photos = {}  # login → the photo that was chosen
        self.name, self.said = f"内緒の部屋{self.number}番", f"内緒の話{self.number}番"
        self.target = self.office.ids["ogawa"]
        self.room = self.master.group(self.name, self.office.ids["sato"], self.target)
        self.master.say(self.room, self.said)

    @property
    def master(self):
        return self.office.tanaka

    def come_in(self, login, device=None):
        return self.office.session_of(login, device)

    def session_of(self, login):
        """The session that this person has, where it doesn't matter that it is a new one."""
        return getattr(self.office, login)

    def members(self, rest=""):
        return f"/api/v1/talk/rooms/{self.room}/members{rest}"

    def bring(self, client):
        self.master.must(self.master.post(self.members(), {"people": [client.person]}))

    def taken_out(self, by, client=None):
        """Somebody who was a member, heard what was said, and is one no more."""
        client = client or self.session_of("hara")
        self.bring(client)
        client.history(self.room)
        by.must(by.delete(self.members(f"/{client.person}")))
        return client

    def listed(self):
        """The room, which everybody finds from now on."""
        wish = {"name": self.name, "edited": 0, "visibility": "listed", "purpose": "花見"}
        self.master.must(self.master.put(f"/api/v1/talk/rooms/{self.room}/group", wish))
        return self.room

    def who_asked(self):
        """加藤, who asks to come into the listed room."""
        kato = self.office.kato
        kato.must(kato.put(f"/api/v1/talk/groups/{self.room}/request", {"words": "入れてください"}))
        return kato.person

    # The guideline, which administrators of both organisations have something to publish of.

    def draft(self, office):
        words = {"title": "時間", "text": "自分で決めます。"}
        office.aoki.must(office.aoki.put("/api/v1/policy/clauses/B2/draft", words))

    def edition(self):
        self.draft(self.office)
        self.draft(self.neighbour)
        return {"note": "見直しました", "effective_on": "2027-04-01"}

    def published(self):
        wish = {"note": "足しました", "effective_on": "2027-04-01"}
        return self.office.aoki.must(self.office.aoki.post("/api/v1/policy/editions", wish))["number"]

    def anothers_later(self):
        """What 小川 will send tomorrow; nobody else may touch it."""
        ogawa = self.office.ogawa
        if kept := ogawa.must(ogawa.get("/api/v1/talk/later"))["later"]:
            return kept[0]["id"]
        room = ogawa.group("予約の部屋", self.office.ids["kato"])
        message = {"body": "明日の朝に", "client_key": key(), "due_at": int(time.time() * 1000) + 86_400_000}
        return ogawa.must(ogawa.post(f"/api/v1/talk/rooms/{room}/later", message))["id"]

    def review(self):
        """Whether whom this is about stays in the room after a transfer; 田中, its master, says."""
        def opened():
            listed = self.master.must(self.master.get("/api/v1/talk/reviews"))["reviews"]
            return next((one["id"] for one in listed if one["room"] == self.room), None)

        if known := opened():
            return known
        aoki, directory = self.office.aoki, "/api/v1/directory/people"
        people = aoki.must(aoki.get(directory))["people"]
        now = next(one["department"] for one in people if one["id"] == self.target)
        elsewhere = "生活支援課" if now == "総務課" else "総務課"
        aoki.must(aoki.post(f"{directory}/{self.target}/transfer", {"day": "2026-01-01", "department": elsewhere}))
        return opened()

    def report(self):
        """Of the one message here, by 小川."""
        ogawa, path = self.office.ogawa, f"/api/v1/talk/rooms/{self.room}/messages/1/reports"
        return ogawa.must(ogawa.post(path, {"reason": "困ります"}))["id"]

    def contact(self):
        """One of the organisation's, the same throughout the question."""
        if self.kept_contact is None:
            self.kept_contact = add(self.office.aoki, f"外の病院{self.number}")
        return self.kept_contact

    def contacts_sheet(self):
        return f"機関・事業所,電話\r\n外の薬局{self.number},03-0000-0001\r\n".encode()

    def own_clause(self):
        made = self.office.aoki.post("/api/v1/policy/clauses", {"title": "駐車場", "text": "奥から。"})
        clause = self.office.aoki.must(made)["id"]
        self.published()
        return clause

    def present_edition(self):
        self.draft(self.office)
        return self.published()

    def questions(self):
        """The version of the yearly questions, made the same in both organisations."""
        def version(office):
            return office.aoki.must(office.aoki.get("/api/v1/quiz"))["version"]

        while (here := version(self.office)) != (there := version(self.neighbour)):
            behind = self.office if here < there else self.neighbour
            behind.aoki.must(behind.aoki.delete("/api/v1/quiz/questions"))
        return here

    def marks_of(self, what):
        """Texts that only those may read who see it."""
        if what == "room":
            return [self.room, self.name, self.said]
        return [self.office.ids["ogawa"], "小川 健", "わたしたちの組織"]


class MatrixCase(OfficeCase):
    """An office, its neighbour, and cookies of the past."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        try:
            cls.neighbour = Neighbour(cls.office)
            cls.dead = dead_cookies(cls.office, cls.neighbour)
            cls.rows = Rows(cls.office.server)
            cls.org = cls.office.sato.must(cls.office.sato.get("/api/v1/session"))["org"]["id"]
        except BaseException:
            cls.office.close()
            raise

    def kept(self):
        """Every row of the office."""
        return self.rows.of(self.org)
