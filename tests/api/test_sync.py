"""Live screens and reloaded screens are the same, and a reconnect brings exactly what was missed."""

import random

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import key
from tests.kit.screen import Screen

rooms = "/api/v1/talk/rooms"
logins = ("sato", "tanaka", "hara", "kato")


class Day:
    """Random things that several people do, the same for the same seed."""

    def __init__(self, office, seed):
        self.random = random.Random(seed)
        self.people = [getattr(office, login) for login in logins]
        self.made = []
        self.count = 0
        for _ in range(2):
            self.open_room()

    def someone(self):
        return self.random.choice(self.people)

    def open_room(self):
        others = self.random.sample(self.people, self.random.randint(0, 3))
        self.made.append(self.someone().group("係", *(one.person for one in others)))

    def open_direct(self):
        who, other = self.random.sample(self.people, 2)
        draft = {"kind": "direct", "members": [other.person], "client_key": key()}
        self.made.append(who.must(who.post(rooms, draft))["id"])

    def send(self):
        self.count += 1
        self.someone().send(self.random.choice(self.made), f"その{self.count}")

    def read(self):
        path = f"{rooms}/{self.random.choice(self.made)}/reading"
        self.someone().put(path, {"seq": self.random.randint(0, 40)})

    def bring_in(self):
        path = f"{rooms}/{self.random.choice(self.made)}/members"
        self.someone().post(path, {"people": [self.someone().person]})

    def take_out(self):
        self.someone().delete(f"{rooms}/{self.random.choice(self.made)}/members/{self.someone().person}")

    def change_settings(self):
        size = self.random.choice(["small", "medium", "large"])
        self.someone().must(self.someone().put(
            "/api/v1/me/settings", {"text_size": size, "theme": "dark", "enter_key": "ask"}))

    def go_on(self, steps):
        for _ in range(steps):
            self.random.choices(
                [self.send, self.read, self.bring_in, self.take_out, self.open_room, self.open_direct,
                 self.change_settings], [60, 15, 6, 6, 1, 1, 2])[0]()


@on_both_databases
class EventsEqualSnapshot(OfficeCase):
    def test_GivenRandomDays_WhenEventsAreApplied_ThenEveryScreenShowsTheSnapshot(self):
        for seed in range(6):
            with self.subTest(seed=seed):
                day = Day(self.office, seed)
                screens = [Screen(person.again()) for person in day.people for _ in range(2)]
                for _ in range(4):
                    day.go_on(30)
                    for screen in screens:
                        screen.catch_up()
                for screen in screens:
                    screen.close()

    def test_GivenScreensThatWereAway_WhenTheyComeBack_ThenSyncBringsExactlyWhatTheyMissed(self):
        for seed in range(6):
            with self.subTest(seed=seed):
                day = Day(self.office, 100 + seed)
                day.go_on(20)
                for person in day.people:
                    screen = Screen(person.again())
                    screen.close()
                    before = {name: state["version"] for name, state in screen.streams.items()}
                    day.go_on(15)
                    reply = person.sync(screen.access_version, before)
                    self.assert_only_missed(reply, before)
                    screen.ask()
                    self.assertEqual(screen.shown(), screen.snapshot())
                    self.assertEqual(person.sync(screen.access_version, {
                        name: state["version"] for name, state in screen.streams.items()})["streams"], [])

    def test_GivenAScreenThatWasAway_WhenOnlyMarksMoved_ThenSyncBringsThemAndNothingElse(self):
        sato, hara = self.office.sato, self.office.hara
        room = sato.group("既読", hara.person)
        sato.say(room, "読んだら教えてください")
        screen = Screen(hara.again())
        screen.close()
        before = {name: state["version"] for name, state in screen.streams.items()}
        self.assertEqual(screen.streams[f"room:{room}"]["room"]["unread"], 1)
        hara.read(room, 1)  # on another device
        changed = hara.sync(screen.access_version, before)["streams"]
        self.assertEqual([change["stream"] for change in changed], [f"marks:{room}"])
        screen.ask()
        self.assertEqual(screen.streams[f"room:{room}"]["room"]["unread"], 0)
        self.assertEqual(screen.shown(), screen.snapshot())

    def assert_only_missed(self, reply, before):
        for change in reply["streams"]:
            since = before.get(change["stream"], 0)
            self.assertGreater(change["version"], since)
            if change["stream"] in before and change["stream"].startswith("room:"):
                self.assertFalse(change["snapshot"])
                self.assertTrue(all(m["version"] > since for m in change["messages"]))


@on_both_databases
class Paging(OfficeCase):
    def test_GivenMoreThanFitsOneReply_WhenAskedOnAndOn_ThenEverythingComesOnceTheNewestWordFirst(self):
        sato = self.office.session_of("sato")
        long = "𠮷\U000E0100" * 5000  # 40 KB
        made = [sato.group(f"{n}", self.office.ids["hara"]) for n in range(20)]
        for room in made:
            sato.say(room, long)
        versions, got, replies, access = {}, [], 0, None
        more = True
        while more:
            reply = sato.sync(access, versions)
            replies += 1
            self.assertEqual("visible" in reply, access is None)
            access, more = reply["access_version"], reply["more"]
            got += [change["stream"] for change in reply["streams"]]
            versions.update({change["stream"]: change["version"] for change in reply["streams"]})
        self.assertGreater(replies, 2)
        heard = [stream for stream in got if stream.startswith("room:")]
        self.assertEqual(heard[:len(made)], [f"room:{room}" for room in reversed(made)])
        self.assertEqual(len(got), len(set(got)))

    def test_GivenAClientFarBehind_WhenItSyncs_ThenItGetsASnapshotOfTheNewest(self):
        sato = self.office.sato
        room = sato.group("長い一日", self.office.ids["hara"])
        sato.say(room, "朝")
        version = sato.sync(streams={})["streams"]
        known = {s["stream"]: s["version"] for s in version}
        for n in range(210):
            sato.say(room, f"{n}")
        change, = sato.sync(sato.sync()["access_version"], known)["streams"]
        self.assertTrue(change["snapshot"])
        self.assertEqual([m["seq"] for m in change["messages"]], list(range(172, 212)))

    def test_GivenAClientAheadOfTheServer_WhenItSyncs_ThenItStartsAnew(self):
        sato = self.office.sato
        room = sato.group("過去", self.office.ids["hara"])
        reply = sato.sync(None, {f"room:{room}": 1000, "room:1": 5, "nonsense": -1})
        change, = (s for s in reply["streams"] if s["stream"] == f"room:{room}")
        self.assertTrue(change["snapshot"])

    def test_GivenALongRoom_WhenItsHistoryIsPaged_ThenBothWaysGiveTheSame(self):
        sato = self.office.sato
        room = sato.group("履歴", self.office.ids["hara"])
        said = [sato.say(room, f"{n}") for n in range(95)]
        down, before = [], ""
        while page := sato.history(room, f"limit=10{before}"):
            down = page + down
            before = f"&before={page[0]['seq']}"
        up, after = [], 0
        while page := sato.history(room, f"limit=30&after={after}"):
            up += page
            after = page[-1]["seq"]
        self.assertEqual(down, said)
        self.assertEqual(up, said)
        self.assertEqual(sato.history(room, "after=5&before=9"), said[5:8])
        self.assertEqual(sato.history(room, ""), said[-40:])
