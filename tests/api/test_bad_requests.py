"""What arrives broken, foreign or too large is named, and nothing changes by it."""

import socket

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client, key
from tests.kit.contract import contract
from tests.kit.server import patience

rooms = "/api/v1/talk/rooms"
family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"  # 25 bytes, one character


class BadRequestCase(OfficeCase):
    def setUp(self):
        self.sato = self.office.sato
        self.room = self.sato.group("打合せ", self.office.ids["tanaka"])
        self.messages = f"{rooms}/{self.room}/messages"
        self.sato.say(self.room, "はじめ")
        self.before = self.sato.sync()

    def tearDown(self):
        self.assertEqual(self.sato.sync(), self.before, "something changed")

    def text_refused(self, text, code):
        with self.subTest(text[:40]):
            self.assert_refused(self.sato.send(self.room, text), 422, code)


@on_both_databases
class BadBodies(BadRequestCase):
    def test_GivenNoJson_WhenSent_ThenItIsMalformed(self):
        deep = b'{"body":' + b"[" * 100 + b"]" * 100 + b"}"
        for body in (b"", b"{", b'{"body": ', b'{"body": "a"} {}', b"{'body': 1}", b"\xef\xbb\xbf{}", deep,
                     b'{"body": NaN}', b'{"body": "a\nb"}'):
            with self.subTest(body[:40]):
                self.assert_refused(self.sato.post(self.messages, body), 400, "json.malformed")

    def test_GivenBytesThatAreNoText_WhenSent_ThenTheyAreRefused(self):
        for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "表".encode("cp932"),
                    b"\\ud800", b"\\udc00\\ud800"):
            with self.subTest(bad):
                body = b'{"body": "' + bad + b'", "client_key": "' + key().encode() + b'"}'
                reply = self.sato.post(self.messages, body)
                self.assertIn((reply.status, reply.code), {(400, "json.malformed"), (422, "talk.not_utf8")})

    def test_GivenWrongTypes_WhenARoomIsMade_ThenEveryBadFieldIsNamed(self):
        reply = self.sato.post(rooms, {"kind": 1, "name": ["a"], "members": ["x", 3, "-1", "1"],
                                       "client_key": None})
        self.assert_refused(reply, 400, "json.bad_fields")
        self.assertEqual(reply.fields(), {
            "kind": "json.not_text", "name": "json.not_text", "members[0]": "json.not_id",
            "members[1]": "json.not_id", "members[2]": "json.not_id", "client_key": "json.not_text"})

    def test_GivenMissingFields_WhenSent_ThenEachIsNamed(self):
        for method, path, names in (("POST", self.messages, {"body", "client_key"}),
                                    ("POST", rooms, {"kind", "members", "client_key"}),
                                    ("PUT", f"{rooms}/{self.room}/reading", {"seq"}),
                                    ("POST", f"{rooms}/{self.room}/members", {"people"}),
                                    ("PUT", "/api/v1/me/settings", {"text_size", "theme", "enter_key"}),
                                    ("PUT", "/api/v1/me/password", {"password"}),
                                    ("POST", "/api/v1/session/code", {"code"}),
                                    ("POST", "/api/v1/session/password", {"login", "password"}),
                                    ("POST", "/api/v1/sync", {"streams"})):
            with self.subTest(path):
                reply = self.assert_refused(self.sato.ask(method, path, {}), 400, "json.bad_fields")
                self.assertEqual(reply.fields(), dict.fromkeys(names, "json.missing"))

    def test_GivenNumbersThatAreNone_WhenSent_ThenTheyAreNamed(self):
        for number in (1.5, "1", True, None, 1e300, 2**63):
            with self.subTest(number):
                reply = self.sato.put(f"{rooms}/{self.room}/reading", {"seq": number})
                self.assert_refused(reply, 400, "json.bad_fields")
                self.assertEqual(reply.fields(), {"seq": "json.not_whole_number"})
        for query in ("limit=0", "limit=101", "limit=x", "before=0", "after=-1", "before=99999999999999999999"):
            with self.subTest(query):
                reply = self.assert_refused(self.sato.get(f"{self.messages}?{query}"), 400, "net.bad_query")
                self.assertEqual(reply.fields(), {query.split("=")[0]: "net.number_out_of_range"})

    def test_GivenUnknownChoices_WhenSent_ThenTheyAreNamed(self):
        reply = self.sato.put("/api/v1/me/settings", {"text_size": "huge", "theme": "", "enter_key": "send"})
        self.assert_refused(reply, 422, "json.bad_fields")
        self.assertEqual(reply.fields(), dict.fromkeys(("text_size", "theme"), "access.unknown_setting"))
        draft = {"kind": "party", "name": "x", "members": [], "client_key": key()}
        self.assertEqual(self.assert_refused(self.sato.post(rooms, draft), 422, "json.bad_fields").fields(),
                         {"kind": "talk.unknown_kind"})

    def test_GivenControlCharacters_WhenSent_ThenRefused(self):
        for sign in "\0\a\b\r\x1b\x7f\x85\x9f":
            self.text_refused(f"こん{sign}にちは", "talk.control_character")

    def test_GivenNothingToSee_WhenSent_ThenRefused(self):
        for text in ("", " ", "\n\t", "\u3000", "\u00a0", "\u2003\u2028", "\u200b\ufeff"):
            self.text_refused(text, "talk.empty")

    def test_GivenTooManyCharactersOrBytes_WhenSent_ThenRefusedForWhatIsTooMany(self):
        self.text_refused("あ" * 5001, "talk.too_long")
        self.text_refused("a" * 41_000, "talk.too_long")
        self.text_refused(family * 1639, "talk.too_large")  # 40,975 bytes

    def test_GivenFewCharactersOfManyBytes_WhenSent_ThenNobodyIsToldToCountCharacters(self):
        refused = self.assert_refused(self.sato.send(self.room, family * 1639), 422, "talk.too_large").json
        self.assertIn("絵文字", refused["title"])
        self.assertIn("分けて", refused["instead"])
        self.assertNotIn("5000", refused["title"] + refused["instead"])

    def test_GivenBadKeys_WhenSent_ThenRefused(self):
        for bad in ("", "1", "zzzzzzzz-zzzz-4zzz-8zzz-zzzzzzzzzzzz", key() + "0", key().replace("-", ""),
                    "ABCDEF00-0000-4000-8000-000000000000"):
            with self.subTest(bad):
                self.assert_refused(self.sato.send(self.room, "おはよう", bad), 422, "talk.bad_key")

    def test_GivenBadGroups_WhenMade_ThenRefused(self):
        def draft(**changes):
            return {"kind": "group", "name": "係", "members": [], "client_key": key(), **changes}

        tanaka, hara = self.office.ids["tanaka"], self.office.ids["hara"]
        for code, changes in (("talk.bad_room_name", {"name": ""}), ("talk.bad_room_name", {"name": "あ" * 51}),
                              ("talk.bad_room_name", {"name": "1\n2"}), ("talk.bad_room_name", {"name": "a\0"}),
                              ("talk.direct_needs_one", {"kind": "direct"}),
                              ("talk.direct_needs_one", {"kind": "direct", "members": [tanaka, hara]}),
                              ("talk.direct_needs_one", {"kind": "direct", "members": [self.sato.person]}),
                              ("talk.bad_key", {"client_key": "x"})):
            with self.subTest(changes):
                self.assert_refused(self.sato.post(rooms, draft(**changes)), 422, code)


@on_both_databases
class WholeTexts(OfficeCase):
    def test_GivenWhatAPhoneKeyboardWrites_WhenSent_ThenItSurvivesByteForByte(self):
        sato = self.office.sato
        room = sato.group("文字", self.office.ids["tanaka"])
        for text in (family, "葛\U000E0100飾区", "𠮷野家", "ﾊﾝｶｸ ｶﾅ", "か\u3099き\u3099", "１２３ＡＢＣ",
                     "①㈱㍻", "👍🏽", "🇯🇵", "한국어 ئۇيغۇر עברית", "\u200b見えない", "一行\n二行\tたぶ",
                     '"引用" \\ / </script>', "あ" * 5000, family * 1638, " 前後の空白 "):
            with self.subTest(text[:20]):
                kept = sato.say(room, text)
                self.assertEqual(kept["body"], text)
                self.assertEqual(sato.history(room, "limit=1"), [kept])


    def test_GivenTheLongestTexts_WhenSentWithEverySignEscaped_ThenTheyAreKept(self):
        sato = self.office.sato
        room = sato.group("文字", self.office.ids["tanaka"])
        marked = ("a" + "\u0301" * 3) * 5000  # a letter and its marks are one character
        longest = marked + "\u0301" * ((40 * 1024 - len(marked.encode())) // 2)
        for text in ("👍" * 5000, "👍🏽" * 5000, family * 1638, longest, "あ" * 5000):
            with self.subTest(text[:4]):
                escaped = "".join(f"\\u{unit:04x}" for unit in memoryview(text.encode("utf-16-le")).cast("H"))
                body = f'{{"body": "{escaped}", "client_key": "{key()}"}}'.encode()
                kept = sato.must(sato.post(f"{rooms}/{room}/messages", body))
                self.assertEqual(kept["body"], text)


class RawCase(BadRequestCase):
    def raw(self, *parts):
        """The reply to bytes as they are; an empty one if the server hangs up."""
        with socket.create_connection(("127.0.0.1", self.office.server.port), timeout=patience) as connection:
            connection.sendall(b"".join(parts))
            told = b""
            while chunk := connection.recv(65536):
                told += chunk
                head, _, body = told.partition(b"\r\n\r\n")
                if b"\r\ncontent-length: %d\r\n" % len(body) in head.lower() + b"\r\n":
                    break
        return int(told.split(b" ")[1]), body

    def head(self, first, *more):
        always = (f"Host: 127.0.0.1:{self.office.server.port}", f"Origin: {self.sato.origin}",
                  f"Cookie: {self.sato.cookie}")
        return "\r\n".join((first, *always, *more, "", "")).encode()


class BadHttp(RawCase):
    """Below the features: no difference between databases."""

    def post_with(self, **headers):
        return self.sato.post(self.messages, {"body": "外から", "client_key": key()}, **headers)

    def test_GivenAnotherOrigin_WhenSomethingIsChanged_ThenRefused(self):
        for origin in (None, "null", "http://evil.example", "https://127.0.0.1:1", self.sato.origin + "0",
                       self.sato.origin.replace("http:", "https:"), self.sato.origin.upper()):
            with self.subTest(origin):
                self.assert_refused(self.post_with(Origin=origin), 403, "net.foreign_origin")
        self.assertEqual(self.sato.get("/api/v1/session", Origin=None).status, 200)

    def test_GivenAnotherHost_WhenAsked_ThenRefused(self):
        for host in ("evil.example", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:80", "localhost.evil.example"):
            with self.subTest(host):
                self.assert_refused(self.sato.get("/api/v1/session", Host=host), 421, "net.foreign_host")
        self.assertEqual(self.raw(b"GET /healthz HTTP/1.1\r\n\r\n")[0], 421)

    def test_GivenNoOrAnotherContentType_WhenPosted_ThenRefused(self):
        for kind in (None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/csv"):
            with self.subTest(kind):
                self.assert_refused(self.post_with(Content_Type=kind), 415, "net.wrong_content_type")
        sheet = self.office.keeper.post("/api/v1/directory/imports", b"x", kind="application/json")
        self.assert_refused(sheet, 415, "net.wrong_content_type")

    def test_GivenABodyAboveTheLimit_WhenPosted_ThenRefusedAndTheNextRequestIsAnswered(self):
        for path, size in ((rooms, 64 * 1024 + 1), (self.messages, 144 * 1024 + 1), (self.messages, 3 * 1024 * 1024)):
            with self.subTest(path=path, size=size):
                client = self.sato.again()
                reply = client.post(path, b" " * size)
                self.assert_refused(reply, 413, "net.body_too_large")
                self.assertEqual(client.get("/api/v1/session").status, 200)

    def test_GivenAHeadAboveTheLimit_WhenSent_ThenRefused(self):
        status, body = self.raw(self.head("GET /api/v1/session HTTP/1.1", "X: " + "a" * 17_000))
        self.assertEqual(status, 431, body)

    def test_GivenABodyWithoutItsLength_WhenSent_ThenRefused(self):
        chunks = b"2\r\n{}\r\n0\r\n\r\n"
        status, body = self.raw(self.head(f"POST {self.messages} HTTP/1.1", "Content-Type: application/json",
                                          "Transfer-Encoding: chunked"), chunks)
        self.assertEqual(status, 411, body)

    def test_GivenWhatAProxyCouldReadAnotherWay_WhenSent_ThenRefused(self):
        start = f"POST {self.messages} HTTP/1.1"
        kind = "Content-Type: application/json"
        for lines in ((kind, "Content-Length: 2", "Content-Length: 2"),
                      (kind, "Content-Length: 2", "Content-Length: 3"),
                      (kind, "Content-Length: 2", "Transfer-Encoding: chunked"),
                      (kind, "Content-Length: -1"), (kind, "Content-Length: 1, 2"),
                      (kind, "Content-Length: 99999999999999999999"),
                      ("Content-Type : application/json", "Content-Length: 2"),
                      (kind, "X: a\0b", "Content-Length: 2"), (kind, " folded", "Content-Length: 2")):
            with self.subTest(lines):
                status, body = self.raw(self.head(start, *lines), b"{}")
                self.assertIn(status, (400, 411, 413, 415), body)

    def test_GivenPathsThatAreNone_WhenAsked_ThenNotFoundOrBad(self):
        for path, expected in (("/api/v1/nowhere", 404), ("/api/v1/talk/rooms/", 404), ("/../etc/passwd", 404),
                               (f"{rooms}/{self.room}/../{self.room}", 404), (f"{rooms}/x", 404),
                               (f"{rooms}/-1", 404), (f"{rooms}/99999999999999999999", 404),
                               (f"{rooms}%2f{self.room}", 400), (f"{rooms}/%00", 400), (f"{rooms}/%zz", 400),
                               ("/api/v1/talk/rooms/%ff", 400)):
            with self.subTest(path):
                self.assertEqual(self.sato.get(path).status, expected)

    def test_GivenAnotherMethod_WhenAsked_ThenRefusedWithWhatIsAllowed(self):
        for operation in contract().operations:
            path = operation.path_with(room=self.room)
            known = {o.method for o in contract().operations if o.pattern.fullmatch(path)}
            with self.subTest(path):
                reply = self.assert_refused(self.sato.ask("PATCH", path), 405, "net.wrong_method")
                allowed = set(reply.headers["Allow"].split(", "))
                self.assertEqual(allowed, known | ({"HEAD"} if "GET" in known else set()))
        self.assert_refused(self.sato.ask("BREW", "/healthz"), 501, "net.unknown_method")

    def test_GivenSocketsThatSayHalfOfARequest_WhenOthersAsk_ThenTheyAreServedAndTheHalfEndsIn408(self):
        where = ("127.0.0.1", self.office.server.port)
        half = [socket.create_connection(where, timeout=patience) for _ in range(50)]
        half[1].sendall(b"GET /healthz HT")
        half[2].sendall(self.head(f"POST {self.messages} HTTP/1.1", "Content-Type: application/json",
                                  "Content-Length: 100") + b'{"body": "')
        try:
            self.assertEqual(Client(self.office.server).get("/healthz").status, 200)
            self.assertTrue(half[1].recv(100).startswith(b"HTTP/1.1 408 "))
            self.assertEqual(self.sato.get("/api/v1/session").status, 200)
        finally:
            for one in half:
                one.close()
