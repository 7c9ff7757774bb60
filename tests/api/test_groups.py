"""Groups as several people use them at once, over sockets and at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.websocket import WebSocket

groups, rooms = "/api/v1/talk/groups", "/api/v1/talk/rooms"


def at_once(*calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


@on_both_databases
class Groups(OfficeCase):
    def setUp(self):
        self.master, self.deputy, self.asker = self.office.tanaka, self.office.sato, self.office.hara
        self.room = self.master.group("打合せG", self.deputy.person)
        self.must_put(self.master, "group", {"name": "打合せG", "edited": 0, "visibility": "listed", "purpose": "打合せ"})
        self.must_put(self.master, "deputy", {"person": self.deputy.person})

    def must_put(self, who, what, body):
        return who.must(who.put(f"{rooms}/{self.room}/{what}", body))

    def ask(self, words="入れてください"):
        self.asker.must(self.asker.put(f"{groups}/{self.room}/request", {"words": words}))

    def seen(self, who):
        return who.must(who.get(f"{rooms}/{self.room}"))

    def mine(self):
        listed = self.asker.must(self.asker.get(groups))["groups"]
        return next(one for one in listed if one["id"] == self.room).get("request")

    def test_GivenOpenSockets_WhenSomebodyAsksAndGetsAnAnswer_ThenEachScreenHearsWhatIsForIt(self):
        with WebSocket(self.master) as master, WebSocket(self.asker) as asker:
            master.hello(), asker.hello()
            self.ask()
            master.until(lambda event: event["stream"] == f"room:{self.room}")
            self.assertEqual([one["person"] for one in self.seen(self.master)["requests"]], [self.asker.person])
            asker.until(lambda event: event["type"] == "notify.changed")
            self.must_put(self.master, f"requests/{self.asker.person}", {"answer": "no"})
            asker.until(lambda event: event["type"] == "notify.changed")
            self.assertIn("declined_at", self.mine())
            self.ask("もう一度")
            self.must_put(self.deputy, f"requests/{self.asker.person}", {"answer": "yes"})
            heard = asker.until(lambda event: event["type"] == "access.changed")
            self.assertIn("access.changed", [event["type"] for event in heard])
            self.assertEqual(self.seen(self.asker)["members"][-1], self.asker.person)
        self.asker.must(self.asker.delete(f"{rooms}/{self.room}/members/{self.asker.person}"))

    def test_GivenTwoWhoAnswerAtOnce_ThenTheAskerIsInOnceOrNot(self):
        for n in range(10):
            self.ask(f"{n}回目")
            answers = at_once(*(lambda who=who, said=said: who.put(
                f"{rooms}/{self.room}/requests/{self.asker.person}", {"answer": said})
                for who, said in ((self.master, "yes"), (self.deputy, "no"))))
            statuses = sorted(answer.status for answer in answers)
            self.assertEqual(statuses, [204, 404], answers)
            is_in = self.asker.person in self.seen(self.master)["members"]
            self.assertEqual(is_in, answers[0].status == 204)
            self.assertNotIn("requests", self.seen(self.master))
            if is_in:
                self.asker.must(self.asker.delete(f"{rooms}/{self.room}/members/{self.asker.person}"))

    def test_GivenSomebodyWhoAsksWhileBeingAdded_ThenTheyAreInAndNothingIsWaiting(self):
        for _ in range(10):
            other = self.asker.again()
            added, asked = at_once(
                lambda: self.master.post(f"{rooms}/{self.room}/members", {"people": [self.asker.person]}),
                lambda: other.put(f"{groups}/{self.room}/request", {"words": "入れてください"}))
            self.assertEqual((added.status, asked.status), (200, 204))
            self.assertNotIn("requests", self.seen(self.master))
            self.assertIsNone(self.mine())
            self.asker.must(self.asker.delete(f"{rooms}/{self.room}/members/{self.asker.person}"))

    def test_GivenAMasterWhoHandsOverWhileTheOtherLeaves_ThenTheGroupHasAMasterWhoIsIn(self):
        for _ in range(10):
            room = self.master.group("係G", self.deputy.person, self.asker.person)
            handed, left = at_once(
                lambda: self.master.put(f"{rooms}/{room}/master", {"person": self.deputy.person, "leaving": True}),
                lambda: self.deputy.delete(f"{rooms}/{room}/members/{self.deputy.person}"))
            self.assertIn((handed.status, left.status), [(204, 409), (404, 204)])
            seen = self.asker.must(self.asker.get(f"{rooms}/{room}"))
            self.assertIn(seen["master"], seen["members"])
