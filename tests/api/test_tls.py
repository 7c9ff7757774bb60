"""TLS as an operator has it: an authority of the server's own, and a given certificate that changes."""

import contextlib
import datetime
import signal
import socket
import ssl
import subprocess

from tests.kit.server import Server, fresh_folder, patience, wait_until
from tests.kit.tls import Given, Https, SecureSocket, TlsCase, anybody, ask_plainly, believing, every_address, openssl
from tests.kit.websocket import PING, PONG


class OwnAuthority(TlsCase):
    def test_GivenEveryAddressAndNoCertificate_WhenStarted_ThenWhoTrustsItsAuthorityIsServed(self):
        server = self.serve("--names", "minato.example 192.168.1.10")
        self.assertEqual(server.url, f"https://minato.example:{server.port}")
        context = believing(self.authority(server))
        for name in ("localhost", "127.0.0.1", "minato.example", "192.168.1.10"):
            reply = Https(server, context, name).ask("GET", "/healthz")
            self.assertEqual((reply.status, reply.headers["Strict-Transport-Security"]), (200, "max-age=31536000"), name)
        said = server.complaints()
        self.assertIn(server.ready["authority_sha256"], said)
        self.assertIn(f"http://minato.example:{server.port}/ca", said)

    def test_GivenTheCertificate_WhenLookedAt_ThenItIsGoodForAYearAndForTheServersNamesOnly(self):
        server = self.serve("--names", "minato.example")
        context = believing(self.authority(server))
        connection = Https(server, context)
        connection.connect()
        told = connection.sock.getpeercert()
        self.assertEqual(set(told["subjectAltName"]),
                         {("DNS", "localhost"), ("IP Address", "127.0.0.1"), ("DNS", "minato.example")})
        life = ssl.cert_time_to_seconds(told["notAfter"]) - ssl.cert_time_to_seconds(told["notBefore"])
        self.assertLessEqual(life, datetime.timedelta(days=398).total_seconds())
        for name in ("bank.example", "192.168.1.11"):
            with self.assertRaises(ssl.SSLCertVerificationError):
                Https(server, context, name).connect()
        with self.assertRaises(ssl.SSLCertVerificationError):
            Https(server, ssl.create_default_context()).connect()
        reply = Https(server, anybody(), "bank.example").ask("GET", "/healthz")
        self.assertEqual((reply.status, reply.code), (421, "net.foreign_host"))

    def test_GivenTheAuthority_WhenItsKeyIsStolen_ThenItDoesNotVouchForOtherSites(self):
        server = self.serve("--names", "minato.example")
        kept = server.data / "tls" / "authority.pem"
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        forged = {}
        for name in ("bank.example", "minato.example"):
            request, made = server.folder / "forged.csr", server.folder / f"{name}.pem"
            named = server.folder / "names"
            named.write_text(f"subjectAltName=DNS:{name}")
            openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=x",
                    "-keyout", server.folder / "forged.key", "-out", request)
            openssl("x509", "-req", "-in", request, "-CA", kept, "-CAkey", kept, "-days", 30, "-extfile", named, "-out", made)
            forged[name] = subprocess.run(["openssl", "verify", "-CAfile", kept, made], capture_output=True).returncode
        self.assertEqual({name: code == 0 for name, code in forged.items()}, {"bank.example": False, "minato.example": True})

    def test_GivenOldProtocols_WhenOffered_ThenRefused(self):
        server = self.serve()
        for version, works in ((ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True)):
            context = anybody()
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = version
            refused = contextlib.nullcontext() if works else self.assertRaises(ssl.SSLError)
            with self.subTest(version), refused:
                self.assertEqual(Https(server, context).ask("GET", "/healthz").status, 200)

    def test_GivenAHandshakeByteByByte_WhenSent_ThenItIsWaitedFor(self):
        server = self.serve()
        coming, going = ssl.MemoryBIO(), ssl.MemoryBIO()
        shaking = anybody().wrap_bio(coming, going, server_hostname="localhost")
        with socket.create_connection(("127.0.0.1", server.port), timeout=patience) as plain:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while True:
                with contextlib.suppress(ssl.SSLWantReadError):
                    shaking.do_handshake()
                    break
                for byte in going.read():
                    plain.sendall(bytes([byte]))
                coming.write(plain.recv(65536))
            self.assertEqual(shaking.version(), "TLSv1.3")

    def test_GivenPlainHttp_WhenAsked_ThenOnlyTheWayToTlsIsShown(self):
        server = self.serve()
        reply = ask_plainly(server, "/hello?x=1")
        self.assertEqual((reply.status, reply.headers["Location"]), (308, f"https://127.0.0.1:{server.port}/hello?x=1"))
        for path in ("/healthz", "/api/v1/session", "/", "/index.html"):
            self.assertEqual(ask_plainly(server, path).status, 308, path)
        page = ask_plainly(server, "/ca")
        self.assertEqual(page.status, 200)
        self.assertIn(server.ready["authority_sha256"], page.content.decode().replace("<wbr>", ""))
        self.assertIn("/horenso-ca.crt", page.content.decode())
        self.assertEqual(ask_plainly(server, "/ca.css").headers["Content-Type"], "text/css; charset=utf-8")
        self.assertEqual(ask_plainly(server, "/ca", host="evil.example").status, 421)
        self.assertEqual(Https(server, anybody()).ask("GET", "/ca").content, page.content)

    def test_GivenTls_WhenSignedIn_ThenTheCookieGoesByTlsOnlyAndCardsLeadThere(self):
        server = self.serve("--names", "minato.example")
        connection = Https(server, anybody())
        reply = self.sign_in(server, connection)
        self.assertEqual(reply.status, 201)
        self.assertTrue(self.url.startswith(f"https://minato.example:{server.port}/hello#c="), self.url)
        said = reply.headers["Set-Cookie"].split("; ")
        self.assertTrue(said[0].startswith("__Host-horenso_session="))
        self.assertLessEqual({"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}, set(said))
        cookie = said[0]
        self.assertEqual(connection.ask("GET", "/api/v1/session", Cookie=cookie).status, 200)
        slipped_in = cookie.replace("__Host-", "")
        self.assertEqual(connection.ask("GET", "/api/v1/session", Cookie=slipped_in).status, 401)
        person = reply.json["person"]["id"]
        card = connection.ask("POST", f"/api/v1/directory/people/{person}/card", {}, Cookie=cookie)
        self.assertTrue(card.json["url"].startswith(f"https://localhost:{server.port}/hello#c="), card.content)
        gone = connection.ask("DELETE", "/api/v1/session", Cookie=cookie)
        self.assertIn("__Host-horenso_session=;", gone.headers["Set-Cookie"])
        self.assertLessEqual({"Secure", "Path=/", "Max-Age=0"}, set(gone.headers["Set-Cookie"].split("; ")))

    def test_GivenARestart_WhenTheFolderIsTheSame_ThenSoIsTheAuthority(self):
        server = self.serve()
        first, context = server.ready["authority_sha256"], believing(self.authority(server))
        server.stop()
        server.start(f"0.0.0.0:{server.port}")
        self.assertEqual(server.ready["authority_sha256"], first)
        self.assertEqual(Https(server, context).ask("GET", "/healthz").status, 200)


class GivenCertificate(TlsCase):
    def setUp(self):
        self.folder = fresh_folder()
        self.given = Given(self.folder)

    def test_GivenANewCertificate_WhenToldSo_ThenNewConnectionsSeeItAndOldOnesStay(self):
        first = self.given.make()
        server = self.serve(*self.given.options)
        connection = Https(server, believing(first))
        cookie = self.sign_in(server, connection).headers["Set-Cookie"].split(";")[0]
        with SecureSocket(server, cookie, believing(first)) as live:
            live.hello()
            second = self.given.make()
            server.process.send_signal(signal.SIGHUP)
            wait_until(lambda: Https(server, anybody()).serial == second, "the new certificate")
            live.send(PING, b"still here")
            self.assertEqual(live.next_frame(), (PONG, b"still here"))
        self.assertEqual(connection.ask("GET", "/healthz").status, 200)
        self.assertEqual(Https(server, believing(second)).ask("GET", "/healthz").status, 200)
        with self.assertRaises(ssl.SSLCertVerificationError):
            Https(server, believing(first)).connect()

    def test_GivenAPairThatDoesNotFit_WhenToldSo_ThenTheOldOneGoesOnAndItIsLogged(self):
        first = self.given.make()
        server = self.serve(*self.given.options)
        self.given.certificate.write_text("half a certifi")
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: "app.certificate_unusable" in server.complaints(), "the log to say so")
        self.assertEqual(Https(server, anybody()).serial, first)
        self.assertNotIn("PRIVATE KEY", server.complaints())

    def test_GivenItsNames_WhenNoneAreSet_ThenTheServerAnswersToThem(self):
        self.given.make("minato.example")
        server = self.serve(*self.given.options)
        self.assertEqual(server.url, f"https://minato.example:{server.port}")
        self.assertEqual(Https(server, anybody(), "minato.example").ask("GET", "/healthz").status, 200)
        self.assertEqual(Https(server, anybody(), "other.example").ask("GET", "/healthz").status, 421)
        for path in ("/ca", "/horenso-ca.crt", "/ca.css"):
            self.assertEqual(Https(server, anybody(), "minato.example").ask("GET", path).code, "net.not_found")
        self.assertNotIn("authority_sha256", server.ready)

    def test_GivenACertificate_WhenOnLoopback_ThenTlsThereToo(self):
        first = self.given.make()
        server = self.serve(*self.given.options, listen="127.0.0.1:0")
        self.assertEqual(Https(server, believing(first)).ask("GET", "/healthz").status, 200)
        self.assertEqual(ask_plainly(server, "/healthz").status, 308)

    def test_GivenFilesThatCannotBeUsed_WhenStarted_ThenItSaysWhichAndDoesNotServe(self):
        self.given.make()
        for options, said in ((("--tls-key", str(self.given.key)), "expected both"),
                              ((*self.given.options[:2], "--tls-key", str(self.given.certificate)), "tls.key"),
                              (("--tls-certificate", "/nowhere.pem", *self.given.options[2:]), "/nowhere.pem")):
            server = Server(options=options)
            self.addCleanup(server.close)
            code, _, complaint = server.run("serve", "--listen", every_address, *options)
            self.assertEqual(code, 1, complaint)
            self.assertIn(said, complaint)
