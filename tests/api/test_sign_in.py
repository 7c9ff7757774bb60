"""Ways in and out: codes, passwords, throttling, sessions that end."""

import concurrent.futures
import time

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client
from tests.kit.server import Server, wait_until
from tests.kit.websocket import WebSocket

passphrase = "あさごはん なっとう みそしる"


def at_once(count, act):
    with concurrent.futures.ThreadPoolExecutor(count) as threads:
        return list(threads.map(act, range(count)))


@on_both_databases
class Codes(OfficeCase):
    def from_network(self, number):
        """Tries are counted by network: each test has one of its own."""
        return Client(self.office.server, address=f"127.0.{number}.1")

    def test_GivenACode_WhenUsedTwice_ThenTheSecondTimeIsRefused(self):
        code = self.office.card("sato")
        first = self.from_network(11).sign_in(code)
        self.assertEqual((first.status, first.json["person"]["login"]), (201, "sato@office"))
        again = self.from_network(11)
        self.assert_refused(again.sign_in(code), 401, "access.bad_code")
        self.assert_refused(again.get("/api/v1/session"), 401, "access.signed_out")

    def test_GivenACode_WhenEightUseItAtOnce_ThenOneIsIn(self):
        code = self.office.card("sato")
        clients = [self.from_network(12) for _ in range(8)]
        statuses = at_once(8, lambda n: clients[n].sign_in(code).status)
        self.assertEqual(statuses.count(201), 1, statuses)
        self.assertLessEqual(set(statuses), {201, 401, 429})

    def test_GivenACodeAsPeopleTypeIt_WhenUsed_ThenItIsKnown(self):
        wide = {ord(c): ord(c) + 0xFEE0 for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
        for typed in (str.lower, lambda c: c.replace("-", ""), lambda c: f"  {c.replace('-', ' ')} ",
                      lambda c: c.translate(wide)):
            code = typed(self.office.card("sato"))
            with self.subTest(code):
                self.assertEqual(self.from_network(13).sign_in(code).status, 201)

    def test_GivenANewCard_WhenTheOldCodeIsUsed_ThenItIsDead(self):
        old, new = self.office.card("sato"), self.office.card("sato")
        self.assert_refused(self.from_network(14).sign_in(old), 401, "access.bad_code")
        self.assertEqual(self.from_network(14).sign_in(new).status, 201)

    def test_GivenWrongCodes_WhenTriedOnAndOn_ThenTheyWaitAndARightOneFromThereDoesNot(self):
        guesser = self.from_network(15)
        for _ in range(100):
            self.assert_refused(guesser.sign_in("AAAA-AAAA-AAAA-AAAA-AAAA"), 401, "access.bad_code")
        code = self.office.card("sato")
        refused = wait_until(lambda: (reply := guesser.sign_in("AAAA")).status == 429 and reply, "the first wait")
        self.assertEqual(refused.code, "access.wait")
        self.assertGreaterEqual(int(refused.headers["Retry-After"]), 1)
        self.assertEqual(guesser.sign_in(code).status, 201)
        self.assert_refused(self.from_network(16).sign_in("AAAA"), 401, "access.bad_code")


class SixtyFour(OfficeCase):
    people = 64

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rows = [f"職員,ショクイン,staff{n}" for n in range(cls.people)]
        keeper = cls.office.keeper
        keeper.must(keeper.post("/api/v1/directory/imports", "\n".join(["氏名,フリガナ,ID", *rows]).encode(),
                                kind="text/csv"))
        everybody = keeper.must(keeper.get("/api/v1/directory/people"))["people"]
        cls.office.ids |= {p["login"].removesuffix("@office"): p["id"] for p in everybody}


@on_both_databases
class WholeOfficeByCard(SixtyFour):
    def test_GivenOneAddressForAll_When64SignInByCardAtOnce_ThenNobodyIsRefused(self):
        codes = [self.office.card(f"staff{n}") for n in range(self.people)]
        clients = [Client(self.office.server) for _ in codes]
        statuses = at_once(self.people, lambda n: clients[n].sign_in(codes[n]).status)
        self.assertEqual(statuses, [201] * self.people)
        self.assertEqual(len({client.person for client in clients}), self.people)


class WholeOfficeByPassword(SixtyFour):
    """What could refuse them is the queue for hashing: no difference between databases."""

    def test_GivenOneAddressForAll_When64SignInByPasswordAtOnce_ThenNobodyIsRefused(self):
        sessions = [self.office.session_of(f"staff{n}") for n in range(self.people)]
        with concurrent.futures.ThreadPoolExecutor(4) as threads:
            choices = threads.map(lambda own: own.put("/api/v1/me/password", {"password": passphrase}), sessions)
        self.assertEqual([reply.status for reply in choices], [204] * self.people)
        clients = [Client(self.office.server) for _ in range(self.people)]
        statuses = at_once(self.people, lambda n: clients[n].sign_in_by_password(f"staff{n}", passphrase).status)
        self.assertEqual(statuses, [201] * self.people)


@on_both_databases
class Passwords(OfficeCase):
    def setUp(self):
        self.sato = self.office.session_of("sato")
        self.sato.must(self.sato.put("/api/v1/me/password", {"current": passphrase, "password": passphrase}))

    def client(self, network):
        return Client(self.office.server, address=f"127.0.{network}.1")

    def test_GivenAPassword_WhenSignedInWithTheShortOrWholeId_ThenIn(self):
        for login in ("sato", "sato@office", " ＳＡＴＯ "):
            with self.subTest(login):
                self.assertEqual(self.client(21).sign_in_by_password(login.strip(), passphrase).status, 201)

    def test_GivenWrongIdOrPasswordOrNoPasswordAtAll_WhenTried_ThenTheAnswerIsTheSame(self):
        for login in ("sato", "nobody", "hara", "", "a@b@c", "sato@elsewhere"):
            with self.subTest(login):
                reply = self.client(22).sign_in_by_password(login, "ちがうことば")
                self.assert_refused(reply, 401, "access.bad_password")

    def test_GivenWrongPasswords_WhenTriedOnAndOn_ThenItWaitsHereAndNobodyIsLockedOutElsewhere(self):
        here, elsewhere = self.client(23), self.client(24)
        for _ in range(3):
            self.assert_refused(here.sign_in_by_password("sato", "ちがうことば"), 401, "access.bad_password")
        refused = self.assert_refused(here.sign_in_by_password("sato", passphrase), 429, "access.wait")
        self.assertEqual(int(refused.headers["Retry-After"]), 1)
        self.assertEqual(elsewhere.sign_in_by_password("sato", passphrase).status, 201)
        self.assert_refused(here.sign_in_by_password("hara", "ちがう"), 401, "access.bad_password")
        wait_until(lambda: here.sign_in_by_password("sato", passphrase).status == 201, "the end of the wait")
        self.assert_refused(here.sign_in_by_password("sato", "ちがうことば"), 401, "access.bad_password")

    def test_GivenAShortPasswordOrAWrongCurrentOne_WhenSet_ThenTheOldOneStays(self):
        own = self.office.session_of("ogawa")
        put = lambda **body: own.put("/api/v1/me/password", body)
        self.assert_refused(put(password="十四文字では足りないのです"), 422, "access.weak_password")
        refused = self.assert_refused(put(password="k.ogawa1985office"), 422, "access.guessable_password")
        self.assertEqual([one["code"] for one in refused.json["fields"]],
                         ["access.password_has_organisation", "access.password_has_name", "access.password_has_year"])
        self.assertNotIn("1985", refused.content.decode())
        own.must(put(password=passphrase))
        own = self.client(25)
        own.must(own.sign_in_by_password("ogawa", passphrase))  # a card would not be asked for it
        self.assert_refused(put(password=passphrase + "2"), 403, "access.bad_current_password")
        self.assert_refused(put(password=passphrase + "2", current="ちがう"), 403, "access.bad_current_password")
        self.assertEqual(self.client(25).sign_in_by_password("ogawa", passphrase).status, 201)

    def test_GivenANewPassword_WhenSet_ThenTheOtherSessionsEndAndThisOneGoesOn(self):
        tanaka, other = self.office.session_of("tanaka"), self.office.session_of("tanaka")
        with WebSocket(other) as socket, WebSocket(tanaka) as kept:
            socket.hello(), kept.hello()
            tanaka.must(tanaka.put("/api/v1/me/password", {"password": passphrase}))
            self.assertEqual(socket.end(), 4003)
            self.assert_refused(other.get("/api/v1/session"), 401, "access.signed_out")
            tanaka.must(tanaka.put("/api/v1/me/settings",
                                   {"text_size": "small", "theme": "dark", "enter_key": "send"}))
            self.assertEqual(kept.next()["type"], "access.settings_changed")


@on_both_databases
class Sessions(OfficeCase):
    def test_GivenSocketsOfASession_WhenSignedOut_ThenTheyCloseWithinASecondAndRequestsAreRefused(self):
        sato, other = self.office.session_of("sato"), self.office.session_of("sato")
        sockets = [WebSocket(sato).hello() for _ in range(4)]
        with WebSocket(other) as kept:
            kept.hello()
            connections = [sato.again() for _ in range(4)]  # on every loop: each may remember the session
            for connection in connections:
                self.assertEqual(connection.get("/api/v1/session").status, 200)
            reply = sato.delete("/api/v1/session")
            began = time.monotonic()
            self.assertEqual([socket.end() for socket in sockets], [4003] * 4)
            self.assertLess(time.monotonic() - began, 1)
            self.assertIn("Max-Age=0", reply.headers["Set-Cookie"])
            for connection in connections:
                self.assert_refused(connection.get("/api/v1/session"), 401, "access.signed_out")
            self.assertEqual(other.get("/api/v1/session").status, 200)
            other.must(other.put("/api/v1/me/settings",
                                 {"text_size": "large", "theme": "dark", "enter_key": "send"}))
            self.assertEqual(kept.next()["type"], "access.settings_changed")

    def test_GivenForgedCookies_WhenUsed_ThenRefused(self):
        sato, hara = self.office.sato, self.office.hara
        name, good = sato.cookie.split("=", 1)
        org, session, secret = good.split("-", 2)
        theirs = hara.cookie.split("=", 1)[1].split("-", 2)
        for forged in ("", "x", "--", "1-1-", good[:-1], good + "a", f"{org}-{theirs[1]}-{secret}",
                       f"{org}-{session}-{theirs[2]}", f"{org}-{session}-", f"{int(org) + 1}-{session}-{secret}",
                       f"-{org}-{session}-{secret}", f"{org}-99999999999999999999-{secret}", "1-" + "9" * 5000,
                       f"{org}-{session}-{secret.swapcase()}", f"+{good}", f"{org}-{session} -{secret}"):
            with self.subTest(forged[:60]):
                reply = Client(self.office.server, f"{name}={forged}").get("/api/v1/session")
                self.assert_refused(reply, 401, "access.signed_out")
        self.assertEqual(sato.get("/api/v1/session").status, 200)

    def test_GivenTheCookie_WhenSet_ThenNoScriptAndNoOtherSiteGetsIt(self):
        reply = Client(self.office.server).sign_in(self.office.card("sato"))
        said = reply.headers["Set-Cookie"].split("; ")
        self.assertLessEqual({"Path=/", "HttpOnly", "SameSite=Lax"}, set(said))
        self.assertNotIn("Domain", reply.headers["Set-Cookie"])

    def test_GivenOldSessions_WhenUsed_ThenTheyAreOver(self):
        day = 24 * 3600 * 1000
        cases = ((13, 89, 200), (15, 15, 401), (1, 91, 401))  # unused for, made before: days; the answer
        clients = [self.office.session_of("kato") for _ in cases]
        self.office.server.stop()
        for (unused, made, _), client in zip(cases, clients):
            session = client.cookie.split("-")[1]
            self.office.server.database.run(
                f"UPDATE access_session SET last_seen_at = last_seen_at - {unused * day}, "
                f"created_at = created_at - {made * day} WHERE session_id = {session}")
        self.office.server.start()
        answers = [client.again().get("/api/v1/session").status for client in clients]
        self.assertEqual(answers, [answer for _, _, answer in cases])


@on_both_databases
class FirstStart(OfficeCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(cls.database)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def test_GivenAnEmptyFolder_WhenStarted_ThenACodeForTheFirstAdministratorIsToldOnce(self):
        self.server.start()
        code = self.server.complaints().split("#c=")[1].split()[0]
        administrator = Client(self.server)
        session = administrator.must(administrator.sign_in(code))
        self.assertEqual(session["person"]["role"], "administrator")
        self.server.stop()
        self.server.log.write_text("")
        self.server.start()
        self.assertNotIn("#c=", self.server.complaints())
        self.assertEqual(administrator.again().get("/api/v1/session").json, session)
