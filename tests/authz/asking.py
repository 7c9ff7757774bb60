"""Asks one operation as one client, and says what came of it."""

import dataclasses
import functools

from tests.authz.asks import asks
from tests.authz.relations import Relation
from tests.authz.table import permissions, place_of, tables, words
from tests.kit.contract import contract
from tests.kit.passkey import named
from tests.kit.websocket import Refused, WebSocket

# The sessions of those who asked may be others, or ended.
changes_sessions = ("set_password", "sign_out", "set_device", "sign_in_by_code", "sign_in_by_password",
                    "sign_in_by_passkey", "take_over")
under_a_name = {"ask_passkey", "sign_in_by_passkey", "offer_passkey", "add_passkey"}  # no passkeys under a number
not_compared = ("X-Request-Id", "Date")


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    code: str | None  # of a refusal
    headers: tuple = ()
    text: str = ""    # of the body, with a word for the request's own id

    @property
    def is_refusal(self):
        return self.status >= 400


@dataclasses.dataclass(frozen=True)
class Case:
    """One cell: what this relation got for this operation."""

    operation: str
    relation: Relation
    answer: Answer
    changed: list  # tables in which rows of the office are others than before


@functools.cache
def operation_of(name):
    found, = (o for o in contract().operations if o.name == name)
    return found


def ask(operation, client, path, body=None):
    if operation == "live":
        return ask_for_socket(client)
    said = operation_of(operation)
    origin = {"Origin": named(client)} if operation in under_a_name else {}
    reply = client.ask(said.method, path, body, said.body or "application/json", **origin)
    kept = tuple((n, v) for n, v in reply.headers.items() if n not in not_compared)
    text = reply.content.decode(errors="replace").replace(reply.headers["X-Request-Id"], "(request)")
    return Answer(reply.status, reply.code if reply.status >= 400 else None, kept, text)


def ask_for_socket(client):
    try:
        with WebSocket(client) as socket:
            socket.hello()
            return Answer(101, None)
    except Refused as refused:
        return Answer(refused.status, refused.code)


def asked(operation, relation, scene, kept):
    """`kept` gives the office's rows."""
    scene.permission = permissions.get(operation)
    client = relation.become(scene)
    scene.asker = client
    question = asks[operation](scene)
    before = kept()
    answer = ask(operation, client, *question)
    after = kept()
    if operation in changes_sessions:
        scene.office.people.clear()
        scene.neighbour.people.clear()
    changed = [table for table in after if before[table] != after[table]]
    return Case(operation, relation, answer, changed)


def owed(operation, relation, answers=tables):
    """(status, code) that the table says."""
    if operation in relation.but:
        cell = relation.but[operation]
        return words.get(cell, (cell, None))
    place = place_of(operation)
    return answers[place][operation][relation.rank(place)]


def differences(cases, answers=tables):
    """Cases whose answer isn't what `answers` owe."""
    return [case for case in cases
            if (case.answer.status, case.answer.code) != owed(case.operation, case.relation, answers)]
