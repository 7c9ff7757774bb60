"""Who can be asking, as seen from one room of one organisation.

A relation is a line: its rank in the office and in the room (columns of table.py), and how to become it.
Where an answer is another than the ranks say, `but` has it, in the words of table.py."""

import dataclasses
import typing

from tests.authz.cookies import client_with


@dataclasses.dataclass(frozen=True)
class Relation:
    name: str
    office: str
    room: str
    become: typing.Callable  # scene → client
    but: dict = dataclasses.field(default_factory=dict)
    foreign: bool = False  # signed in to another organisation: even a good answer changes nothing here

    @property
    def sees(self):
        """What may stand in an answer."""
        seen = {"office"} if self.office != "outside" and not self.foreign else set()
        return seen | ({"room"} if self.room in ("member", "master") else set())

    def rank(self, place):
        return getattr(self, place)


def dead(name):
    return Relation(name, "outside", "outside", lambda scene: client_with(scene.office.server, scene.dead[name]))


def former_member(scene):
    return scene.taken_out(by=scene.master)


def one_who_left(scene):
    client = scene.session_of("hara")
    return scene.taken_out(by=client, client=client)


def in_another_room(scene):
    client = scene.session_of("hara")
    client.must(scene.office.sato.send(scene.office.sato.group("別の部屋", client.person), "別の話"))
    return client


def demoted(scene):
    client = scene.session_of("hara")
    scene.office.command("role", "hara", "administrator", "--org", "office")
    client.must(client.post(f"/api/v1/directory/people/{client.person}/card"))
    scene.office.command("role", "hara", "member", "--org", "office")
    return client


def oneself(scene):
    scene.target = scene.office.ids["sato"]
    return scene.session_of("sato")


def administrator_inside(scene):
    client = scene.session_of("aoki")
    scene.bring(client)
    return client


def deputy(scene):
    client = scene.session_of("hara")
    scene.bring(client)
    path = f"/api/v1/talk/rooms/{scene.room}/deputy"
    scene.master.must(scene.master.put(path, {"person": client.person}))
    return client


def head(scene):
    client = scene.session_of("kato")
    people = scene.office.aoki.must(scene.office.aoki.get("/api/v1/directory/people"))["people"]
    department = next(one["department"] for one in people if one["id"] == client.person)
    wish = {"department": department, "person": client.person}
    scene.office.aoki.must(scene.office.aoki.put("/api/v1/directory/heads", wish))
    return client


foreign_refusals = {"create_room": "strangers", "accept_edition": "another", "ask_to_join": "gone",
                    "report_loss": "nobody", "change_contact": "no_contact", "remove_contact": "no_contact"}

relations = [
    Relation("nobody", "outside", "outside", lambda scene: client_with(scene.office.server, "")),
    dead("garbage"),
    dead("forged"),
    dead("without a secret"),
    dead("moved to another organisation"),
    dead("own secret, numbers of another"),
    dead("signed out"),
    dead("ended from elsewhere"),
    dead("retired"),
    dead("idle for too long"),
    dead("too old"),
    dead("idle for too long on a shared device"),
    dead("too old on a shared device"),
    Relation("stranger", "member", "stranger", lambda scene: scene.session_of("hara")),
    Relation("in another room", "member", "stranger", in_another_room),
    Relation("taken out", "member", "stranger", former_member),
    Relation("left", "member", "stranger", one_who_left),
    Relation("no administrator any more", "member", "stranger", demoted),
    Relation("member", "member", "member", lambda scene: scene.session_of("sato")),
    Relation("self", "member", "member", oneself, {"remove_member": 204, "list_hand_over": 200}),
    Relation("master", "member", "master", lambda scene: scene.session_of("tanaka"), {"answer_review": 204}),
    Relation("deputy", "member", "master", deputy, dict.fromkeys(("hand_over", "set_deputy"), "only_master")),
    Relation("head of the department", "head", "stranger", head),
    Relation("administrator", "administrator", "stranger", lambda scene: scene.session_of("aoki")),
    Relation("administrator inside", "administrator", "member", administrator_inside),
    Relation("of another organisation", "member", "stranger", lambda scene: scene.neighbour.sato,
             foreign_refusals, foreign=True),
    Relation("administrator of another organisation", "administrator", "stranger",
             lambda scene: scene.neighbour.aoki,
             foreign_refusals | dict.fromkeys(("issue_card", "set_leave", "end_leave", "plan_transfer", "plan_retirement",
                                                "list_devices_of", "list_hand_over"), "nobody")
             | {"approve_device": "nodevice", "remove_device": "nodevice", "find_loss": "noloss"}
             | {"call_off_planned": "no_plan", "set_departments": "stale"}
             | {"open_report": "noreport", "close_report": "noreport"}
             | {"remove_own_clause": "no_clause"},
             foreign=True),
]
