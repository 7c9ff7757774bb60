"""Who gets what answer, written by hand: the statuses the product owes to each kind of person.

In a fresh scene for each question there is a group room that `master` (田中) opened and `member` (佐藤) is
in; it has one message of the master's. `stranger` (原) is signed in and not in the room, `administrator`
(青木) neither. Whoever isn't in a room is told what a missing room is told: 404."""

import dataclasses
import typing

from tests.kit.client import key
from tests.kit.office import names, sheet

password = "ほうれん草のおひたしと朝ごはん"


@dataclasses.dataclass
class Row:
    operation: str
    ask: typing.Callable  # scene → path, and body if it has one
    outsider: int
    stranger: int
    member: int
    master: int
    administrator: int
    method: str = "GET"
    kind: str = "application/json"


def room(scene, rest=""):
    return f"/api/v1/talk/rooms/{scene.room}{rest}"


table = [
    Row("health", lambda _: ("/healthz",), 200, 200, 200, 200, 200),

    Row("get_session", lambda _: ("/api/v1/session",), 401, 200, 200, 200, 200),
    Row("sign_out", lambda _: ("/api/v1/session",), 401, 204, 204, 204, 204, "DELETE"),
    Row("sign_in_by_code", lambda s: ("/api/v1/session/code", {"code": s.code()}),
        201, 201, 201, 201, 201, "POST"),
    Row("sign_in_by_password", lambda s: ("/api/v1/session/password", s.login_with_password()),
        201, 201, 201, 201, 201, "POST"),
    Row("set_password", lambda _: ("/api/v1/me/password", {"current": password, "password": password}),
        401, 204, 204, 204, 204, "PUT"),
    Row("set_settings", lambda _: ("/api/v1/me/settings",
                                   {"text_size": "large", "theme": "dark", "enter_key": "send"}),
        401, 200, 200, 200, 200, "PUT"),

    Row("list_people", lambda _: ("/api/v1/directory/people",), 401, 200, 200, 200, 200),
    Row("import_people", lambda _: ("/api/v1/directory/imports", sheet(names)),
        401, 403, 403, 403, 200, "POST", "text/csv"),
    Row("issue_card", lambda s: (f"/api/v1/directory/people/{s.kato}/card",),
        401, 403, 403, 403, 201, "POST"),

    Row("sync", lambda _: ("/api/v1/sync", {"streams": []}), 401, 200, 200, 200, 200, "POST"),
    Row("live", lambda _: ("/api/v1/live",), 401, 101, 101, 101, 101),

    Row("list_rooms", lambda _: ("/api/v1/talk/rooms",), 401, 200, 200, 200, 200),
    Row("create_room", lambda s: ("/api/v1/talk/rooms", {
        "kind": "group", "name": "花見の係", "members": [s.kato], "client_key": key()}),
        401, 201, 201, 201, 201, "POST"),
    Row("get_room", lambda s: (room(s),), 401, 404, 200, 200, 404),
    Row("add_members", lambda s: (room(s, "/members"), {"people": [s.kato]}),
        401, 404, 200, 200, 404, "POST"),
    Row("remove_member", lambda s: (room(s, f"/members/{s.ogawa}"),), 401, 404, 403, 204, 404, "DELETE"),
    Row("list_messages", lambda s: (room(s, "/messages"),), 401, 404, 200, 200, 404),
    Row("post_message", lambda s: (room(s, "/messages"), {"body": "行ってきます", "client_key": key()}),
        401, 404, 201, 201, 404, "POST"),
    Row("mark_read", lambda s: (room(s, "/reading"), {"seq": 1}), 401, 404, 204, 204, 404, "PUT"),
    Row("list_readers", lambda s: (room(s, "/messages/1/readers"),), 401, 404, 200, 200, 404),
]
