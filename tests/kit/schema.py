"""Holds a value to a schema of the contract: the part of JSON Schema that api/ uses, and no more.

A keyword this doesn't know is an error, so that nothing in the contract goes unchecked. A property that
a schema with properties doesn't name is a finding too: the contract says everything that is sent."""

import re

said_only = {"description", "format", "discriminator", "default", "maxLength"}
kinds = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
}
uuid = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")


class Checker:
    def __init__(self, document):
        self.document = document

    def resolve(self, node):
        while "$ref" in node:
            found = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def faults(self, value, schema, where="$"):
        """What is wrong, each with its place; nothing if it fits."""
        schema = self.resolve(schema)
        unknown = set(schema) - set(self.rules) - said_only
        if unknown:
            raise ValueError(f"{where}: the checker doesn't know {sorted(unknown)}")
        if "type" in schema and not kinds[schema["type"]](value):
            return [f"{where}: {value!r} is no {schema['type']}"]
        found = [fault for name, rule in self.rules.items() if name in schema
                 for fault in rule(self, value, schema, where)]
        if schema.get("format") == "uuid" and not uuid.fullmatch(value):
            found.append(f"{where}: {value!r} is no UUID")
        return found

    def properties(self, value, schema, where):
        for name, inner in value.items():
            if name not in schema["properties"]:
                yield f"{where}: {name} is not in the contract"
            else:
                yield from self.faults(inner, schema["properties"][name], f"{where}.{name}")

    def required(self, value, schema, where):
        return [f"{where}: {name} is missing" for name in schema["required"] if name not in value]

    def items(self, value, schema, where):
        for place, inner in enumerate(value):
            yield from self.faults(inner, schema["items"], f"{where}[{place}]")

    def one_of(self, value, schema, where):
        tried = [self.faults(value, choice, where) for choice in schema["oneOf"]]
        fitting = sum(not faults for faults in tried)
        return [] if fitting == 1 else [f"{where}: fits {fitting} of the choices: {value!r}"]

    rules = {
        "type": lambda *_: (),
        "properties": properties,
        "required": required,
        "items": items,
        "oneOf": one_of,
        "enum": lambda _, v, s, at: [] if v in s["enum"] else [f"{at}: {v!r} is none of {s['enum']}"],
        "const": lambda _, v, s, at: [] if v == s["const"] else [f"{at}: {v!r} is not {s['const']!r}"],
        "pattern": lambda _, v, s, at: [] if re.search(s["pattern"], v) else [f"{at}: {v!r}"],
        "minimum": lambda _, v, s, at: [] if v >= s["minimum"] else [f"{at}: {v} is too small"],
        "maximum": lambda _, v, s, at: [] if v <= s["maximum"] else [f"{at}: {v} is too large"],
    }
