"""Who can be asking, as seen from one room of one organisation.

A relation is a line: its rank in the office and in the room (columns of table.py), and how to become it.
Where an answer is another than the ranks say, `but` has it, in the words of table.py."""

import dataclasses
import typing

from tests.authz.appointing import appoint
from tests.authz.cookies import client_with
from tests.authz.table import all_permissions
from tests.kit.displays import display_of


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


def entrusted(scene):
    return scene.entrusted([scene.permission or "quiz"])


def entrusted_with_the_rest(scene):
    """With all that there is but what the operation asks for."""
    return scene.entrusted([one for one in all_permissions if one != scene.permission])


def sub_administrator(scene):
    appoint(scene.office, "hara", "sub_administrator")
    return scene.session_of("hara")


def below(become, role, permissions=()):
    """Whom it is about has a higher rank, or may do what the one who asks may not."""
    def become_below(scene):
        scene.raise_target(role, permissions)
        return become(scene)
    return become_below


def at_the_same_site(scene):
    """At the site of the room's members, by themselves: their department works elsewhere."""
    scene.site()
    return scene.at_site("hara", "本所")


def from_another_site(scene):
    """A member of the room like any other, though nobody else of it works at their site."""
    scene.site()
    return scene.at_site("sato", "分室")


def display(scene):
    """A screen on a wall, which is nobody: it gets its picture, and of all else what nobody gets."""
    client = scene.office.outsider()
    client.open_display(display_of(scene.office, "地域福祉課")["code"])
    return client


on_somebody = ("issue_card", "approve_device", "remove_device", "find_loss", "plan_transfer", "plan_retirement",
               "call_off_planned", "set_leave", "end_leave", "remove_photo_of", "issue_first_password")
too_high = dict.fromkeys(on_somebody, "higher")
foreign_refusals = {"create_room": "strangers", "accept_edition": "another", "ask_to_join": "gone",
                    "report_loss": "nobody", "change_contact": "no_contact", "remove_contact": "no_contact",
                    "get_photo": "nophoto"}

relations = [
    Relation("nobody", "outside", "outside", lambda scene: client_with(scene.office.server, "")),
    Relation("display", "outside", "outside", display, {"get_display": 200}),
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
    Relation("entrusted with it", "entrusted", "stranger", entrusted),
    Relation("entrusted with everything else", "member", "stranger", entrusted_with_the_rest),
    Relation("entrusted, of who may do more", "entrusted", "stranger",
             below(entrusted, "member", all_permissions), too_high),
    Relation("entrusted, of a sub-administrator", "entrusted", "stranger",
             below(entrusted, "sub_administrator"), too_high),
    Relation("sub-administrator", "sub", "stranger", sub_administrator),
    Relation("sub-administrator, of an administrator", "sub", "stranger",
             below(sub_administrator, "administrator"), too_high | {"appoint": "higher"}),
    Relation("administrator", "administrator", "stranger", lambda scene: scene.session_of("aoki")),
    # A site grants nothing, and takes nothing.
    Relation("stranger at the same site", "member", "stranger", at_the_same_site),
    Relation("member from another site", "member", "member", from_another_site),
    Relation("administrator inside", "administrator", "member", administrator_inside),
    Relation("of another organisation", "member", "stranger", lambda scene: scene.neighbour.sato,
             foreign_refusals, foreign=True),
    Relation("administrator of another organisation", "administrator", "stranger",
             lambda scene: scene.neighbour.aoki,
             foreign_refusals
             | dict.fromkeys(("issue_card", "issue_first_password", "set_leave", "end_leave", "plan_transfer",
                              "plan_retirement", "list_devices_of", "appoint", "list_hand_over", "remove_photo_of"),
                             "nobody")
             | {"change_role_set": "no_set", "delete_role_set": "no_set"}
             | dict.fromkeys(("change_display", "renew_display", "end_display"), "nowall")
             | {"approve_device": "nodevice", "remove_device": "nodevice", "find_loss": "noloss"}
             | {"call_off_planned": "no_plan", "set_departments": "stale"}
             | {"set_sites": "stale_sites", "set_department_site": "no_such_site", "set_day": "no_site"}
             | {"open_report": "noreport", "close_report": "noreport"}
             | {"remove_own_clause": "no_clause"},
             foreign=True),
]
