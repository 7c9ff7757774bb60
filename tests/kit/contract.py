"""The wire contract (api/*.yaml), and whether a reply keeps it."""

import functools
import json
import re
import subprocess
import tempfile

from tests.kit.schema import Checker
from tests.kit.server import root

japanese = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


class Operation:
    def __init__(self, method, path, said):
        self.method = method
        self.path = path
        self.said = said
        self.name = said["operationId"]
        self.authz = said["x-authz"]
        self.responses = said["responses"]
        self.body = next(iter(said.get("requestBody", {}).get("content", {})), None)  # its media type
        self.pattern = re.compile(re.sub(r"\{\w+\}", "[^/]+", path))

    def path_with(self, **given):
        """The path with these in its holes, and 1 in all others."""
        return re.sub(r"\{(\w+)\}", lambda hole: str(given.get(hole[1], 1)), self.path)


class Contract:
    def __init__(self, document):
        self.checker = Checker(document)
        self.operations = [Operation(method.upper(), path, said)
                           for path, methods in document["paths"].items() for method, said in methods.items()]

    def find(self, method, target):
        """The operation a request asks for; the one with fewer holes goes before."""
        path = target.split("?")[0]
        fitting = [o for o in self.operations if o.method == method and o.pattern.fullmatch(path)]
        return min(fitting, key=lambda o: o.path.count("{"), default=None)

    def check_reply(self, method, path, reply):
        """Raises AssertionError if the reply isn't as the contract says."""
        faults = self.faults(self.find(method, path), reply)
        if faults:
            raise AssertionError(f"{method} {path}: {reply.status} {reply.content[:500]!r}: {faults}")

    def faults(self, operation, reply):
        if reply.status >= 400:
            return self.problem_faults(reply)
        if operation is None:
            return []  # the web app's own files
        response = operation.responses.get(str(reply.status))
        if response is None:
            return ["a status the contract doesn't know"]
        content = self.checker.resolve(response).get("content")
        if content is None:
            return ["a body where the contract has none"] if reply.content else []
        kind = reply.headers["Content-Type"]
        if kind not in content:
            return [f"{kind} is not {' or '.join(content)}"]
        if kind != "application/json":
            return []  # a file
        return self.checker.faults(reply.json, content[kind]["schema"])

    def problem_faults(self, reply):
        if reply.headers["Content-Type"] != "application/problem+json":
            return [f"a refusal as {reply.headers['Content-Type']}"]
        problem = reply.json
        faults = self.checker.faults(problem, {"$ref": "#/components/schemas/Problem"})
        if problem.get("status") != reply.status:
            faults.append("the status in the body is another")
        if problem.get("request_id") != reply.headers["X-Request-Id"]:
            faults.append("the request id in the body is another")
        said = [problem, *problem.get("fields", [])]
        faults += [f"no Japanese title: {one}" for one in said if not japanese.search(one.get("title", ""))]
        return faults

    def check_event(self, event):
        faults = self.checker.faults(event, {"$ref": "#/components/schemas/LiveEvent"})
        if faults:
            raise AssertionError(f"{event}: {faults}")


@functools.cache
def contract():
    """Bundled as the web client's types are made from it."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        subprocess.run(["node", root / "web/contract/bundle.mjs", root / "api", file.name], check=True)
        return Contract(json.load(file))
