"""Side doors of HTTP: other methods, other spellings of a path or an id, requests from elsewhere."""

import http.client
import json

from tests.authz.asking import operation_of
from tests.authz.asks import asks
from tests.authz.positions import id_at, positions, put
from tests.authz.scene import MatrixCase, Scene
from tests.authz.table import operations
from tests.kit.cases import on_both_databases
from tests.kit.client import Client
from tests.kit.contract import contract
from tests.kit.websocket import Refused, WebSocket

methods = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "COPY", "get", "Post")


def raw(client, method, target, body=None, **headers):
    """As it is: no header but these, no check against the contract. Status, header, body."""
    connection = http.client.HTTPConnection("127.0.0.1", client.server.port, timeout=30)
    try:
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": f"127.0.0.1:{client.server.port}", "Cookie": client.cookie or None,
                "Origin": client.origin} | {name.replace("_", "-"): value for name, value in headers.items()}
        content = None if body is None else json.dumps(body).encode()
        if content is not None:
            sent |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(content)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def other_spellings(path):
    """What somebody in front of us or behind us could take for the same path."""
    head, tail = path[:len("/api/v1")], path[len("/api/v1"):]
    return [
        "/" + path, head + "/" + tail, path + "/", path + "//", head.upper() + tail, path.upper(), "/." + path,
        "/x/.." + path, head + "/." + tail, head + "/x/.." + tail, "/hello/.." + path, "/healthz/.." + path,
        "/hello/..;" + path, head + "/%2e" + tail, head + "/x/%2e%2e" + tail, head + "/x/%2E%2e" + tail,
        head.replace("/", "%2f") + tail, head + "%2f" + tail[1:], head + "%5c" + tail[1:], path + "%20", path + "%00",
        path + "%0a", path + "%23", path + ";x=1", path + "/%2e", path + ".json", "\\" + path,
        "http://127.0.0.1" + path, "http://evil.example" + path, path[1:], "*" + path,
    ]


@on_both_databases
class HttpDoors(MatrixCase):
    def test_GivenARoute_WhenAskedByAMethodThatIsNotItsOwn_ThenRefusedAndNothingChanges(self):
        scene = Scene(self)
        client, kept = scene.come_in("sato"), self.kept()
        for operation in contract().operations:
            path = operation.path_with(room=scene.room, person=scene.target)
            own = {o.method for o in contract().operations if o.pattern.fullmatch(path)}
            for method in methods:
                if method in own or method == "HEAD" and "GET" in own:
                    continue
                with self.subTest(path=operation.path, method=method):
                    for asker in (client, Client(client.server)):
                        status, headers, _ = raw(asker, method, path)
                        self.assertIn(status, (405, 501))
                        self.assertIsNone(headers["Set-Cookie"])
        self.assertEqual(self.kept(), kept)

    def test_GivenAHeadRequest_WhenAsked_ThenItSaysWhatGetSaysAndShowsNothing(self):
        scene = Scene(self)
        for asker in (scene.come_in("sato"), scene.come_in("hara"), Client(self.office.server)):
            for operation in (o for o in contract().operations if o.method == "GET" and o.name != "live"):
                path = operation.path_with(room=scene.room)
                with self.subTest(operation.name):
                    status, headers, body = raw(asker, "HEAD", path)
                    expected, said, _ = raw(asker, "GET", path)
                    self.assertEqual((status, headers["Content-Length"], body), (expected, said["Content-Length"], b""))

    def test_GivenAMethodInAHeader_WhenAsked_ThenItIsNotListenedTo(self):
        scene = Scene(self)
        client, kept = scene.come_in("tanaka"), self.kept()
        for name in ("X_HTTP_Method_Override", "X_HTTP_Method", "X_Method_Override"):
            status, _, _ = raw(client, "GET", scene.members(f"/{scene.target}"), **{name: "DELETE"})
            self.assertEqual(status, 405)
        path = f"/api/v1/talk/rooms/{scene.room}/reading"
        status, _, _ = raw(client, "GET", path + "?_method=PUT", {"seq": 1})
        self.assertEqual(status, 405)
        self.assertEqual(self.kept(), kept)

    def test_GivenAPathInAnotherSpelling_WhenAsked_ThenItLeadsNowhere(self):
        scene = Scene(self)
        asked = [("GET", f"/api/v1/talk/rooms/{scene.room}/messages"), ("GET", "/api/v1/directory/people"),
                 ("DELETE", scene.members(f"/{scene.target}"))]
        askers = (scene.come_in("tanaka"), Client(self.office.server))
        kept = self.kept()
        for method, path in asked:
            for spelt in other_spellings(path):
                for asker in askers:
                    with self.subTest(method=method, path=spelt, signed_in=bool(asker.cookie)):
                        status, _, body = raw(asker, method, spelt)
                        self.assertIn(status, (400, 401, 404, 405))
                        self.assertNotIn(scene.said.encode(), body)
        self.assertEqual(self.kept(), kept)

    def test_GivenALetterOfAPathAsItsCode_WhenAsked_ThenItIsTheSamePathWithTheSameChecks(self):
        scene = Scene(self)
        path = f"/api/v1/talk/r%6foms/{scene.room}"
        for login, expected in (("sato", 200), ("hara", 404), ("aoki", 404)):
            self.assertEqual(raw(scene.come_in(login), "GET", path)[0], expected)
        self.assertEqual(raw(Client(self.office.server), "GET", path)[0], 401)

    def test_GivenAnotherSpellingOfAnId_WhenItStandsWhereverAnIdCan_ThenItNamesNobody(self):
        scene = Scene(self)
        member, administrator = scene.come_in("tanaka"), self.office.aoki
        questions = {operation: asks[operation](scene) for operation in operations() if positions(operation)}
        kept = self.kept()  # with all that questions make
        for operation, question in questions.items():
            # Whoever may not do it isn't even asked whom.
            authz = operation_of(operation).authz
            client = administrator if "administrator" in authz or "permission" in authz else member
            for position in positions(operation):
                if position[-1] == "stream":
                    continue
                real = id_at(operation, question, position) or scene.target
                for spelt in spellings(int(real), in_path=position[0] != "body"):
                    with self.subTest(operation, at=position, id=spelt[:40]):
                        path, *body = put(operation, question, position, spelt)
                        status, _, _ = raw(client, operation_of(operation).method, path, *body)
                        self.assertIn(status, (400, 404, 422, 431))
        self.assertEqual(self.kept(), kept)

    def test_GivenNoOriginOrAnother_WhenSomethingWouldChange_ThenRefusedWhateverElseTheRequestSays(self):
        scene = Scene(self)
        client, scene.asker = scene.come_in("tanaka"), scene.come_in("hara")
        own, port = client.origin, client.server.port
        claims = ({}, {"Sec_Fetch_Site": "same-origin"}, {"Sec_Fetch_Site": "none", "Sec_Fetch_Mode": "navigate"},
                  {"Referer": own + "/t"}, {"X_Requested_With": "XMLHttpRequest"}, {"X_Forwarded_Host": own})
        origins = (None, "", "null", "http://evil.example", f"https://127.0.0.1:{port}", own + ".evil.example",
                   own + "/", f"http://evil.example#{own}", f"http://127.0.0.1:{port}@evil.example", f"{own} {own}")
        changing = [name for name in operations() if operation_of(name).method != "GET"]
        questions = {name: asks[name](scene) for name in changing if operation_of(name).body not in ("text/csv", "image/jpeg")}
        kept = self.kept()
        for name in changing:
            operation = operation_of(name)
            path, *body = questions.get(name, (operation.path,))
            for number, origin in enumerate(origins):
                with self.subTest(name, origin=origin):
                    claim = claims[number % len(claims)]
                    self.assertEqual(raw(client, operation.method, path, *body, Origin=origin, **claim)[0], 403)
        self.assertEqual(self.kept(), kept)

    def test_GivenNoOriginOrAnother_WhenASocketIsOpened_ThenRefused(self):
        client = self.office.sato
        for origin in (None, "null", "http://evil.example", client.origin + "0"):
            with self.subTest(origin), self.assertRaises(Refused) as refused:
                WebSocket(client, Origin=origin, Sec_Fetch_Site="same-origin")
            self.assertEqual((refused.exception.status, refused.exception.code), (403, "net.foreign_origin"))

    def test_GivenAnotherHost_WhenAsked_ThenRefusedThoughForwardedHeadersNameOurs(self):
        client, own = self.office.sato, f"127.0.0.1:{self.office.server.port}"
        for host in ("evil.example", f"evil.example:{self.office.server.port}", own + ".evil.example", "", "127.0.0.1",
                     f"user@{own}", own + ",evil.example"):
            for claim in ({}, {"X_Forwarded_Host": own}, {"Forwarded": f"host={own}"}):
                with self.subTest(host, claim=claim):
                    self.assertIn(raw(client, "GET", "/api/v1/session", Host=host, **claim)[0], (400, 421))


def spellings(number, in_path):
    """Numbers that aren't this id, though a careless reader could come to it."""
    wide = str(number).translate({ord("0") + digit: chr(ord("０") + digit) for digit in range(10)})
    found = [f"0{number}", f"00{number}", f"+{number}", f"-{number}", f"{number}.0", f"{number}e0", f"0x{number:x}",
             f"{2 ** 63 + number}", f"{2 ** 64 + number}", f"{2 ** 128 + number}", f"{number - 2 ** 64}", "0", "-1",
             "9223372036854775808", "9" * 400, f"{number},1", f"{number}_"]
    if in_path:
        quoted = "".join(f"%{byte:02x}" for byte in wide.encode())
        return [*found, quoted, f"%20{number}", f"{number}%20", f"{number}%00", f"{number}%0a", f"{number}%09", "9" * 9000,
                f"{number}%2f", f"{number};1", "{room}", "null", "*"]
    return [*found, wide, f" {number}", f"{number} ", f"{number}\0", f"{number}\n", "", "null", "*"]
