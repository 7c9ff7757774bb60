"""Every place in a request where an id can stand: in its path and in its body, as the contract says."""

import copy
import re

from tests.authz.asking import operation_of
from tests.kit.contract import contract


def positions(name):
    """("room",) in the path; ("members", 0), ("streams", 0, "stream") in the body."""
    operation = operation_of(name)
    return [*path_positions(operation), *body_positions(operation)]


def path_positions(operation):
    for parameter in operation.said.get("parameters", ()):
        parameter = contract().checker.resolve(parameter)
        if parameter["in"] == "path" and is_named(parameter["schema"]):
            yield (parameter["name"],)


def body_positions(operation):
    content = operation.said.get("requestBody", {}).get("content", {})
    for media, said in content.items():
        if media == "application/json":
            yield from inside(said["schema"])


def is_named(schema):
    """Says the schema that it is an id, or a stream, whose name has one in it?"""
    return schema.get("$ref", "").rsplit("/", 1)[-1] in ("Id", "Stream")


def inside(schema, way=()):
    if is_named(schema):
        yield ("body", *way)
        return
    schema = contract().checker.resolve(schema)
    for name, inner in schema.get("properties", {}).items():
        yield from inside(inner, (*way, name))
    if "items" in schema:
        yield from inside(schema["items"], (*way, 0))


def put(operation, question, position, value):
    """The question with `value` at this place."""
    path, *body = question
    if position[0] != "body":
        return (put_in_path(operation_of(operation).path, path, position[0], value), *body)
    changed = copy.deepcopy(body[0])
    at = changed
    for step, after in zip(position[1:], [*position[2:], None], strict=True):
        if step == 0 and not at:
            at.append({})
        if after is None:
            at[step] = value
        else:
            if not isinstance(step, int):
                at.setdefault(step, [] if after == 0 else {})
            at = at[step]
    return path, changed


def put_in_path(pattern, path, name, value):
    return pattern.format(**parameters(pattern, path) | {name: value})


def parameters(pattern, path):
    return re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern), path).groupdict()


def id_at(operation, question, position):
    """What stands at this place; None if it is left out."""
    path, *body = question
    if position[0] != "body":
        return parameters(operation_of(operation).path, path.partition("?")[0])[position[0]]
    at = body[0]
    for step in position[1:]:
        at = at[step] if at and (isinstance(step, int) or step in at) else None
    return at
