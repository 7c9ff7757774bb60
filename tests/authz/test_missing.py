"""What isn't yours is answered like what isn't there, wherever an id can stand."""

from tests.authz.appointing import made_set
from tests.authz.asking import ask
from tests.authz.asks import asks, in_an_hour
from tests.authz.positions import positions, put
from tests.authz.relations import relations
from tests.authz.scene import MatrixCase, Scene
from tests.authz.scene_access import device_of, loss_of, owner_of_a_phone
from tests.authz.table import operations, tables
from tests.kit import passkey
from tests.kit.cases import on_both_databases
from tests.kit.client import key
from tests.kit.contacts import add
from tests.kit.displays import display_of
from tests.kit.doubts import doubt_of
from tests.kit.photos import chosen

# What an id at a place with this name means.
means = {"room": "room", "person": "person", "members": "person", "people": "person", "stream": "stream",
         "later": "later", "report": "report", "review": "review", "planned": "planned", "contact": "contact",
         "responsible": "person", "device": "device", "loss": "loss", "passkey": "passkey", "set": "set", "sets": "set",
         "photo": "photo", "display": "display", "doubt": "doubt"}
passes_over = {"ask_statuses"}  # whom it doesn't know, and answers for the rest
streams = {"room": "room", "marks": "room", "person": "person", "notices": "person", "later": "person",
           "reviews": "person", "contacts": "person"}  # their names, and whose id follows


def missing(number):
    """An id as long as this one that nobody has."""
    return str(int(number) // 1000 * 1000 + 999 - int(number) % 1000 // 500 * 500)


def meaning(position):
    return means[next(step for step in reversed(position) if isinstance(step, str))]


@on_both_databases
class Missing(MatrixCase):
    """Compared whole: status, body but the request's id, header but id and date."""

    def assert_same(self, operation, client, questions):
        one, other = (ask(operation, client, *question) for question in questions)
        self.assertEqual(one, other)
        return one

    def test_GivenARoomOfOthers_WhenAskedForInAnyWay_ThenTheAnswerIsThatOfAMissingRoom(self):
        outside = [r for r in relations if r.room == "stranger"]
        self.assertGreater(len(outside), 4)
        for relation in outside:
            scene = Scene(self)
            client = relation.become(scene)
            for operation in tables["room"]:
                with self.subTest(operation, by=relation.name):
                    question = asks[operation](scene)
                    there = put(operation, question, ("room",), missing(scene.room))
                    answer = self.assert_same(operation, client, (question, there))
                    self.assertEqual((answer.status, answer.code), (404, "talk.room_not_found"))

    def foreign(self):
        """Ids of the other organisation: what there is, and somebody who knows it."""
        sato, tanaka = self.neighbour.sato, self.neighbour.tanaka
        room = sato.group("となりの部屋", tanaka.person)
        sato.say(room, "となりの話")
        wish = {"name": "となりの部屋", "edited": 0, "visibility": "listed", "purpose": "となり"}
        sato.must(sato.put(f"/api/v1/talk/rooms/{room}/group", wish))
        message = {"body": "となりの予約", "client_key": key(), "due_at": in_an_hour()}
        later = sato.must(sato.post(f"/api/v1/talk/rooms/{room}/later", message))["id"]
        report = tanaka.must(tanaka.post(f"/api/v1/talk/rooms/{room}/messages/1/reports", {"reason": "となりの件"}))["id"]
        aoki, directory = self.neighbour.aoki, "/api/v1/directory"
        aoki.must(aoki.put(f"{directory}/people/{tanaka.person}/retirement", {"day": "2099-03-31"}))
        planned = aoki.must(aoki.get(f"{directory}/planned"))["planned"][0]["id"]
        aoki.must(aoki.post(f"{directory}/people/{tanaka.person}/transfer", {"day": "2026-01-01", "department": "窓口"}))
        review = sato.must(sato.get("/api/v1/talk/reviews"))["reviews"][0]["id"]
        lost, owner = (owner_of_a_phone(self.neighbour).person for _ in range(2))
        return {"room": room, "person": tanaka.person, "later": later, "report": report, "review": review,
                "planned": planned, "device": device_of(self.neighbour, owner),
                "loss": loss_of(self.neighbour, lost), "passkey": passkey.register(tanaka)[1]["id"],
                "contact": add(aoki, "となりの病院")["id"], "set": made_set(self.neighbour, ["quiz"]),
                "photo": chosen(tanaka), "display": display_of(self.neighbour)["id"],
                "doubt": doubt_of(self.neighbour, "sato")}

    def test_GivenIdsOfAnotherOrganisation_WhenTheyStandWhereverAnIdCan_ThenTheAnswerIsThatOfMissingOnes(self):
        foreign, tried = self.foreign(), 0
        for relation in (r for r in relations if r.name in ("stranger", "member", "master", "administrator inside")):
            scene = Scene(self)
            client = relation.become(scene)
            for operation in operations():
                for position in positions(operation):
                    with self.subTest(operation, by=relation.name, at=position):
                        tried += self.compare_foreign(operation, client, asks[operation](scene), position, foreign)
        self.assertGreater(tried, 40)

    def compare_foreign(self, operation, client, question, position, foreign):
        kept, theirs = self.kept(), self.rows.of(self.org_of_neighbour())
        kind = meaning(position)
        pairs = [(foreign[kind], missing(foreign[kind]))] if kind != "stream" else [
            (f"{name}:{foreign[whose]}", f"{name}:{missing(foreign[whose])}") for name, whose in streams.items()]
        for pair in pairs:
            questions = [put(operation, question, position, value) for value in pair]
            if kind == "stream":
                for _, body in questions:
                    body["streams"][0]["version"] = 1
            answer = self.assert_same(operation, client, questions)
            self.assertEqual(answer.is_refusal, kind != "stream" and operation not in passes_over, answer.text)
        self.assertEqual(self.kept(), kept)
        self.assertEqual(self.rows.of(self.org_of_neighbour()), theirs)
        return len(pairs)

    def org_of_neighbour(self):
        return self.neighbour.sato.must(self.neighbour.sato.get("/api/v1/session"))["org"]["id"]

    def test_GivenTheContract_WhenItsIdsAreSought_ThenEveryPlaceIsKnownToMeanSomething(self):
        found = {position for operation in operations() for position in positions(operation)}
        self.assertIn(("body", "members", 0), found)
        self.assertIn(("body", "people", 0), found)
        self.assertIn(("body", "streams", 0, "stream"), found)
        for position in found:
            self.assertIn(meaning(position), set(means.values()))
