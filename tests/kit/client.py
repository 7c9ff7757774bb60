"""One person's requests over one connection; every reply is held to the contract."""

import http.client
import json
import time
import uuid

from tests.kit.contract import contract


def key():
    return str(uuid.uuid4())


class Reply:
    def __init__(self, response, content):
        self.status = response.status
        self.headers = response.headers
        self.content = content

    @property
    def json(self):
        return json.loads(self.content)

    @property
    def code(self):
        """Of a Problem."""
        return self.json["code"]

    def fields(self):
        """path: code of the fields a Problem names."""
        return {field["path"]: field["code"] for field in self.json.get("fields", [])}


class Client:
    """Signed in once it has a cookie."""

    def __init__(self, server, cookie="", address="127.0.0.1"):
        self.server = server
        self.connection = http.client.HTTPConnection(
            "127.0.0.1", server.port, timeout=60, source_address=(address, 0))
        self.life = server.lives
        self.used_at = time.monotonic()
        self.cookie = cookie
        self.device = ""  # the cookie by which the browser is known
        self.person = None

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server.port}"

    def ask(self, method, path, body=None, kind="application/json", **headers):
        """`body`: bytes as they are, anything else as JSON. A header given as None is left out."""
        content = body if isinstance(body, bytes) or body is None else json.dumps(body, ensure_ascii=False).encode()
        sent = {"Origin": self.origin, "Cookie": "; ".join(filter(None, (self.cookie, self.device))) or None,
                "Content-Type": kind if content is not None else None}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        rested = time.monotonic() - self.used_at > 20  # the server closes what is idle for long
        if self.life != self.server.lives or rested:  # it was started again: that connection is dead
            self.connection.close()
            self.life = self.server.lives
        self.used_at = time.monotonic()
        if self.connection.sock is None:
            self.connection.connect()  # here, so that a reset below is one of the request
        try:
            self.connection.request(method, path, content, {n: v for n, v in sent.items() if v is not None})
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all of it was sent: the reply is there
        response = self.connection.getresponse()
        reply = Reply(response, response.read())
        if getattr(self.server, "is_of_today", True):
            contract().check_reply(method, path, reply)
        return reply

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body=None, **headers):
        return self.ask("POST", path, body, **headers)

    def put(self, path, body=None, **headers):
        return self.ask("PUT", path, body, **headers)

    def delete(self, path, **headers):
        return self.ask("DELETE", path, **headers)

    def sign_in(self, code, device=None):
        said = {} if device is None else {"device": device}
        return self.welcome(self.post("/api/v1/session/code", {"code": code, **said}))

    def sign_in_by_password(self, login, password, device=None):
        said = {} if device is None else {"device": device}
        return self.welcome(self.post("/api/v1/session/password", {"login": login, "password": password, **said}))

    def welcome(self, reply):
        if reply.status == 201:
            self.cookie, *new = (one.split(";")[0] for one in reply.headers.get_all("Set-Cookie"))
            self.device = new[0] if new else self.device
            self.person = reply.json["person"]["id"]
        return reply

    def open_display(self, code):
        """This is a screen on a wall from now on, which has no session."""
        reply = self.post("/api/v1/display", {"code": code})
        if reply.status == 201:
            self.cookie = reply.headers["Set-Cookie"].split(";")[0]
        return reply

    def again(self):
        """Another connection in the same session."""
        other = Client(self.server, self.cookie)
        other.person = self.person
        return other

    # What tests say often. Each must succeed.

    def must(self, reply, *statuses):
        if reply.status not in (statuses or (200, 201, 204)):
            raise AssertionError(f"{reply.status} {reply.content.decode(errors='replace')}")
        return reply.json if reply.content else None

    def group(self, name, *others):
        draft = {"kind": "group", "name": name, "members": list(others), "client_key": key()}
        return self.must(self.post("/api/v1/talk/rooms", draft))["id"]

    def send(self, room, body, client_key=None):
        """Only asks: the reply may be a refusal."""
        return self.post(f"/api/v1/talk/rooms/{room}/messages",
                         {"body": body, "client_key": key() if client_key is None else client_key})

    def say(self, room, body, client_key=None):
        return self.must(self.send(room, body, client_key))

    def read(self, room, seq):
        return self.must(self.put(f"/api/v1/talk/rooms/{room}/reading", {"seq": seq}))

    def history(self, room, query="limit=100"):
        return self.must(self.get(f"/api/v1/talk/rooms/{room}/messages?{query}"))["messages"]

    def sync(self, access_version=None, streams=None):
        have = {"streams": [{"stream": s, "version": v} for s, v in (streams or {}).items()]}
        if access_version is not None:
            have["access_version"] = access_version
        return self.must(self.post("/api/v1/sync", have))

    def __del__(self):
        self.connection.close()
