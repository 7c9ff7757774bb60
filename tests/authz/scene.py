"""What a question is about, made anew for each: a room of a master (田中) with two members (佐藤, 小川) and
one message, in an office beside which another organisation lives."""

import functools
import itertools
import time

from tests.authz.appointing import appoint, dismiss, made_set
from tests.authz.cookies import dead_cookies, password, pin
from tests.authz.neighbour import Neighbour
from tests.authz.rows import Rows
from tests.kit import passkey, totp
from tests.kit.cases import OfficeCase
from tests.kit.client import key
from tests.kit.contacts import add
from tests.kit.displays import display_of
from tests.kit.doubts import doubt_of
from tests.kit.office import sheet
from tests.kit.photos import chosen

numbers = itertools.count(1)


def owner_of_a_phone(office):
    """Signed in on a private device."""
    login = f"mochi{next(numbers)}"
    people = sheet({login: ("持 主", "モチ ヌシ", "総務課")})
    office.aoki.must(office.aoki.post("/api/v1/directory/imports", people, kind="text/csv"))
    everybody = office.aoki.must(office.aoki.get("/api/v1/directory/people"))["people"]
    office.ids[login] = next(one["id"] for one in everybody if one["login"].startswith(f"{login}@"))
    return office.session_of(login)


def device_of(office, person):
    path = f"/api/v1/directory/people/{person}/devices"
    return office.aoki.must(office.aoki.get(path))["devices"][0]["id"]


def loss_of(office, person):
    aoki, losses = office.aoki, "/api/v1/access/losses"
    aoki.must(aoki.post(losses, {"person": person}))
    return next(one["id"] for one in aoki.must(aoki.get(losses))["losses"] if one["person"] == person)


class Scene:
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

    def newcomer(self):
        return {f"shin{self.number}": (f"新 人{self.number}", "シン ジン", "総務課")}

    # Roles (clause 3.1).

    permission = None  # of the operation that is asked
    rise = None        # what those rise to whom the question is about

    def entrusted(self, permissions, login="hara"):
        appoint(self.office, login, "member", permissions)
        return self.session_of(login)

    def raise_target(self, role, permissions=()):
        """Whom the question is about is somebody more."""
        self.rise = (role, permissions)
        appoint(self.office, "ogawa", role, permissions)

    def raised(self, client):
        if self.rise:
            login, = (login for login, number in self.office.ids.items() if number == client.person)
            appoint(self.office, login, *self.rise)
        return client

    @functools.cached_property
    def role_set(self):
        """One that 小川 may be given."""
        return made_set(self.office, ["figures"], for_login="ogawa")

    # Devices, of somebody whose sessions nothing else needs.

    @functools.cached_property
    def owner(self):
        return self.raised(owner_of_a_phone(self.office))

    def device(self):
        return device_of(self.office, self.owner.person)

    @functools.cached_property
    def loss(self):
        return loss_of(self.office, self.raised(owner_of_a_phone(self.office)).person)

    @functools.cached_property
    def wallet_number(self):
        return self.owner.must(self.owner.post("/api/v1/me/wallet-card"))["number"]

    @functools.cached_property
    def display(self):
        return display_of(self.office)

    def anothers_doubt(self):
        """What 小川 is asked, whose two desks are in two places."""
        return doubt_of(self.office, "ogawa")

    def departments(self):
        """As they are, in a version that the neighbour's directory has not come to."""
        def told(office):
            return office.aoki.must(office.aoki.get("/api/v1/directory/departments"))

        while (here := told(self.office))["version"] <= told(self.neighbour)["version"]:
            self.office.aoki.must(self.office.aoki.put("/api/v1/directory/heads", {"department": "総務課"}))
        same = [{"name": one["name"], "was": one["name"]} for one in here["departments"]]
        return {"version": here["version"], "departments": same}

    # Sites: two in the office, from the first question about one; the neighbour has none.

    def sites_told(self, office=None):
        aoki = (office or self.office).aoki
        return aoki.must(aoki.get("/api/v1/directory/sites"))

    def site(self, name="本所"):
        """The office's departments work at 本所, but for 原's, which works at 分室."""
        if not self.sites_told()["sites"]:
            aoki = self.office.aoki
            both = [{"name": one, "address": "", "telephone": ""} for one in ("本所", "分室")]
            aoki.must(aoki.put("/api/v1/directory/sites", {"version": self.sites_told()["version"], "sites": both}))
            for one in aoki.must(aoki.get("/api/v1/directory/departments"))["departments"]:
                at = "分室" if one["name"] == self.department_of("hara") else "本所"
                aoki.must(aoki.put("/api/v1/directory/departments/site", {"department": one["name"], "site": at}))
        return name

    def at_site(self, login, name):
        """Somebody's session, who works there by themselves from now on."""
        aoki, client = self.office.aoki, self.session_of(login)
        path = f"/api/v1/directory/people/{self.office.ids[login]}/transfer"
        answer = aoki.post(path, {"day": "2026-01-01", "site": name})
        assert answer.status == 204 or answer.json["code"] == "directory.nothing_changes", answer.json
        return client

    def department_of(self, login):
        people = self.office.aoki.must(self.office.aoki.get("/api/v1/directory/people"))["people"]
        return next(one["department"] for one in people if one["id"] == self.office.ids[login])

    def sites(self):
        """As they are, in a version that the neighbour's directory has not come to."""
        self.site()
        self.departments()
        here = self.sites_told()
        same = [{"was": one["name"], **{field: one[field] for field in ("name", "address", "telephone")}}
                for one in here["sites"]]
        return {"version": here["version"], "sites": same}

    def planned(self):
        """That 小川 will retire one day."""
        aoki = self.office.aoki
        aoki.must(aoki.put(f"/api/v1/directory/people/{self.target}/retirement", {"day": "2099-03-31"}))
        all_planned = aoki.must(aoki.get("/api/v1/directory/planned"))["planned"]
        return next(one["id"] for one in all_planned if one["person"] == self.target)

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
    # Passkeys: each kept until the office's people are forgotten.

    asker = None  # who asks the question that is being made

    def passkey_of(self, login):
        client = self.session_of(login)
        kept = self.office.__dict__.setdefault("passkeys", {})
        if login not in kept:
            kept[login] = passkey.register(client)
        return kept[login]

    def photo(self):
        """Of whom it is about."""
        login = next(login for login, person in self.office.ids.items() if person == self.target)
        if login not in self.photos:
            self.photos[login] = chosen(self.session_of(login))
        return self.photos[login]

    def anothers_passkey(self):
        return self.passkey_of("ogawa")[1]["id"]

    def signed_by_passkey(self):
        device, _ = self.passkey_of("kato")
        return device.sign(passkey.asked(self.office.outsider()))

    def made_passkey(self):
        """By whoever asks; of somebody who is outside, for somebody else."""
        is_inside = self.asker.get("/api/v1/session").status == 200
        client = self.asker if is_inside else self.session_of("kato")
        return passkey.Device(passkey.named(client)).make(passkey.offered(client))

    # A second factor: of whoever asks; of somebody who is outside, nobody's.

    def without_second_factor(self, question):
        if self.asker.get("/api/v1/session").status == 200:
            self.asker.put("/api/v1/me/password", {"password": password, "current": password})
            self.asker.must(self.asker.delete("/api/v1/me/second-factor"), 204, 404)
        return question

    def begun_second_factor(self):
        self.without_second_factor(())
        begun = self.asker.post("/api/v1/me/second-factor/secret", {})
        return {"code": totp.code_of(begun.json["secret"]) if begun.status == 201 else "000000"}

    def with_second_factor(self, question):
        confirmed = self.begun_second_factor()
        self.asker.post("/api/v1/me/second-factor", confirmed)
        return question

    def somebody_with_a_year(self):
        """In the ID, where first passwords follow the guideline's pattern."""
        aoki, path = self.office.aoki, "/api/v1/directory/people"
        rules = {"password_days": 0, "second_for_administrators": False, "login_form": "name",
                 "pattern_passwords": True}
        aoki.must(aoki.put("/api/v1/access/sign-in-rules", rules))
        login = f"m.toshi{self.number}.1967"
        people = sheet({login: ("年 持", "トシ モチ", "総務課")})
        aoki.must(aoki.post("/api/v1/directory/imports", people, kind="text/csv"))
        everybody = aoki.must(aoki.get(path))["people"]
        return next(one["id"] for one in everybody if one["login"].startswith(f"{login}@"))

    def at_a_counter(self):
        """Whoever asks sits at a PC of many, on which 加藤 has a PIN."""
        kato = self.come_in("kato", "shared")
        kato.must(kato.put("/api/v1/me/pin", {"pin": pin}))
        if self.asker:
            self.asker.device = kato.device
        return {"person": kato.person, "pin": pin}

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
            cls.rows = Rows(cls.office.server.database)
            cls.org = cls.office.sato.must(cls.office.sato.get("/api/v1/session"))["org"]["id"]
        except BaseException:
            cls.office.close()
            raise

    def kept(self):
        """Every row of the office."""
        return self.rows.of(self.org)
