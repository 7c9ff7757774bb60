"""Sockets: who gets one, and what a client that breaks the rules of RFC 6455 gets."""

from tests.kit.cases import OfficeCase
from tests.kit.client import Client, key
from tests.kit.websocket import (BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, Closed, Refused, WebSocket)


class Handshake(OfficeCase):
    def test_GivenABadHandshake_WhenASocketIsAskedFor_ThenRefused(self):
        for status, code, changes in (
                (403, "net.foreign_origin", {"Origin": "http://evil.example"}),
                (403, "net.foreign_origin", {"Origin": "null"}),
                (403, "net.foreign_origin", {"Origin": None}),
                (421, "net.foreign_host", {"Host": "evil.example"}),
                (401, "access.signed_out", {"Cookie": None}),
                (401, "access.signed_out", {"Cookie": "horenso_session=1-1-x"}),
                (426, "net.upgrade_required", {"Sec_WebSocket_Version": "8"}),
                (426, "net.upgrade_required", {"Sec_WebSocket_Version": None}),
                (426, "net.upgrade_required", {"Upgrade": None}),
                (426, "net.upgrade_required", {"Upgrade": "h2c"}),
                (400, "net.bad_handshake", {"Sec_WebSocket_Key": None}),
                (400, "net.bad_handshake", {"Sec_WebSocket_Key": "short"})):
            with self.subTest(changes):
                with self.assertRaises(Refused) as refused:
                    WebSocket(self.office.sato, **changes)
                self.assertEqual((refused.exception.status, refused.exception.code), (status, code))

    def test_GivenAPlainGet_WhenTheSocketsAddressIsAsked_ThenUpgradeRequired(self):
        reply = self.assert_refused(self.office.sato.get("/api/v1/live"), 426, "net.upgrade_required")
        self.assertEqual(reply.headers["Upgrade"], "websocket")


class Frames(OfficeCase):
    def test_GivenBrokenFrames_WhenSent_ThenTheSocketIsClosedWithTheReason(self):
        text = "こんにちは".encode()
        for name, code, frames in (
                ("without a mask", 1002, [((TEXT, text), {"mask": None})]),
                ("reserved bit", 1002, [((TEXT, text), {"first_bits": 0xC0})]),
                ("unknown opcode", 1002, [((0x3, text), {})]),
                ("long ping", 1002, [((PING, b"x" * 126), {})]),
                ("ping in parts", 1002, [((PING, b"x"), {"first_bits": 0})]),
                ("nothing to go on with", 1002, [((CONTINUATION, text), {})]),
                ("a text within a text", 1002, [((TEXT, text), {"first_bits": 0}), ((TEXT, text), {})]),
                ("binary", 1003, [((BINARY, text), {})]),
                ("no UTF-8", 1007, [((TEXT, b"\xff\xfe"), {})]),
                ("surrogate", 1007, [((TEXT, b"\xed\xa0\x80"), {})]),
                ("half a letter", 1007, [((TEXT, text[:-1]), {})]),
                ("a huge frame", 1009, [((TEXT, b"x" * 70_000), {})]),
                ("a huge text in parts", 1009, [((TEXT, b"x" * 60_000), {"first_bits": 0}),
                                                ((CONTINUATION, b"x" * 60_000), {})]),
                ("a close of one byte", 1002, [((CLOSE, b"\x03"), {})]),
                ("a close code that isn't one", 1002, [((CLOSE, b"\x03\xed"), {})]),
                ("a goodbye", 1000, [((CLOSE, b"\x03\xe8"), {})])):
            with self.subTest(name):
                with WebSocket(self.office.sato) as socket:
                    socket.hello()
                    for what, how in frames:
                        socket.send(*what, **how)
                    self.assertEqual(socket.end(), code)
        self.assertEqual(self.office.sato.get("/api/v1/session").status, 200)

    def test_GivenAPing_WhenSent_ThenThePongBringsItBack(self):
        with WebSocket(self.office.sato) as socket:
            socket.hello()
            socket.send(PING, b"are you there")
            self.assertEqual(socket.next_frame(), (PONG, b"are you there"))

    def test_GivenTextsFromAClient_WhenSent_ThenTheyAreIgnoredAndEventsGoOn(self):
        sato = self.office.sato
        room = sato.group("係", self.office.ids["hara"])
        with WebSocket(sato) as socket:
            socket.hello()
            socket.send(TEXT, b'{"type": "talk.message_posted"}')
            socket.send(TEXT, b"a" * 60_000)
            socket.send(TEXT, "半".encode()[:1], first_bits=0)
            socket.send(PING, b"between")
            socket.send(CONTINUATION, "半".encode()[1:])
            self.assertEqual(socket.next_frame(), (PONG, b"between"))
            message = sato.say(room, "聞こえますか")
            self.assertEqual(socket.next()["message"], message)

    def test_GivenAPeerThatHangsUp_WhenOthersGoOn_ThenTheyHearEverything(self):
        sato = self.office.sato
        room = sato.group("係", self.office.ids["hara"])
        with WebSocket(self.office.hara) as socket:
            socket.hello()
            for _ in range(20):
                gone = WebSocket(sato)
                gone.socket.sendall(b"\x81")  # the first byte of a frame
                gone.close()
            messages = [sato.say(room, f"{n}") for n in range(20)]
            self.assertEqual([socket.next()["message"] for _ in messages], messages)


class SlowReaders(OfficeCase):
    def test_GivenAReaderThatStops_WhenMuchIsSaid_ThenItIsToldToResyncAndOthersHearEverything(self):
        sato, hara = self.office.sato, self.office.hara
        room = sato.group("長い話", hara.person)
        long = "話" * 5000
        with WebSocket(hara, receive_buffer=4096) as stuck, WebSocket(hara) as other:
            stuck.hello(), other.hello()
            said = []
            for _ in range(600):  # 9 MB: more than a system keeps for a connection, and our queue
                said.append(sato.say(room, long, key())["seq"])
                self.assertEqual(other.next()["message"]["seq"], said[-1])
            heard = []
            with self.assertRaises(Closed) as closed:
                while True:
                    heard.append(stuck.next()["message"]["seq"])
            self.assertEqual(closed.exception.code, 4001)
            self.assertEqual(heard, said[:len(heard)])
            self.assertLess(len(heard), len(said))
        self.assertEqual(Client(self.office.server).get("/healthz").status, 200)
