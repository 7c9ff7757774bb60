"""Profile photos (clause 5.5): what becomes of a file, who gets the photo, and what a bad file can do."""

import http.client
import os
import pathlib
import stat
import threading
import time

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.office import Office
from tests.kit.photos import address, choose, chosen, mine, photo_of
from tests.kit.pictures import bomb, deep_bomb, moving_png, parts_of, png, size_of, with_exif
from tests.kit.retirement import retire_now
from tests.kit.server import fresh_folder

pictures = pathlib.Path(__file__).parent / "pictures"
secret = b"35.6812N 139.7671E at home"


def photo(client, person, number, size=None):
    reply = client.get(address(person, number, size))
    if reply.status != 200:
        raise AssertionError(reply.content.decode())
    return reply


@on_both_databases
class Photos(OfficeCase):
    def large(self, client, picture, kind="image/png"):
        """What is kept of a picture."""
        return photo(client, client.person, chosen(client, picture, kind)).content

    def test_GivenAPicture_WhenChosen_ThenEverybodyGetsItInTwoSizesUnderAnAddressOfItsOwn(self):
        sato, tanaka = self.office.sato, self.office.tanaka
        number = chosen(sato)
        self.assertEqual(photo_of(tanaka, sato.person), number)
        for size, side in (("large", 512), ("small", 96), (None, 512)):
            reply = photo(tanaka, sato.person, number, size)
            self.assertEqual(size_of(reply.content), (side, side))
            self.assertEqual(reply.headers["Content-Type"], "image/jpeg")
            self.assertEqual(reply.headers["Cache-Control"], "private, max-age=2592000, immutable")
            self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(reply.headers.get_all("Content-Security-Policy"), ["default-src 'none'; sandbox"])

    def test_GivenAPhoto_WhenAnotherIsChosen_ThenTheFormerAddressIsGoneAndSyncTells(self):
        sato, tanaka = self.office.sato, self.office.tanaka
        before = chosen(sato)
        known = {one["stream"]: one["version"] for one in tanaka.sync()["streams"]}
        after = chosen(sato, moving_png())
        self.assertNotEqual(before, after)
        changed, = (one["people"] for one in tanaka.sync(None, known)["streams"] if one["stream"] == "directory")
        self.assertEqual([(one["id"], one["photo"]) for one in changed], [(sato.person, after)])
        self.assert_refused(tanaka.get(address(sato.person, before)), 404, "directory.no_such_photo")

    def test_GivenAPhoto_WhenTakenBack_ThenItIsGoneForEverybodyAndTwiceIsNoError(self):
        sato, tanaka = self.office.sato, self.office.tanaka
        number = chosen(sato)
        for _ in range(2):
            self.assertEqual(sato.delete(mine).status, 204)
        self.assertIsNone(photo_of(tanaka, sato.person))
        for client in (sato, tanaka):
            self.assert_refused(client.get(address(sato.person, number)), 404, "directory.no_such_photo")

    def test_GivenSomebodysPhoto_WhenAnAdministratorRemovesIt_ThenItIsGoneAndOthersMayNot(self):
        aoki, hara, kato = self.office.aoki, self.office.hara, self.office.kato
        number, path = chosen(hara), f"/api/v1/directory/people/{hara.person}/photo"
        self.assert_refused(kato.delete(path), 403, "directory.not_administrator")
        self.assertEqual(photo_of(kato, hara.person), number)
        for _ in range(2):
            self.assertEqual(aoki.delete(path).status, 204)
        self.assertIsNone(photo_of(kato, hara.person))
        self.assert_refused(aoki.delete("/api/v1/directory/people/1/photo"), 404, "directory.no_such_person")

    def test_GivenAnImport_WhenItChangesSomebody_ThenTheirPhotoStays(self):
        hara, number = self.office.hara, chosen(self.office.hara)
        row = "氏名,フリガナ,ID,内線\r\n原 葵,ハラ アオイ,hara,777".encode("cp932")
        self.office.aoki.must(self.office.aoki.post("/api/v1/directory/imports", row, kind="text/csv"))
        self.assertEqual(photo_of(self.office.aoki, hara.person), number)
        self.assertEqual(photo(self.office.aoki, hara.person, number).status, 200)

    def test_GivenAJpegOfAPhone_WhenChosen_ThenItStandsUprightAndWhereItWasTakenIsGone(self):
        sato = self.office.sato
        upright = self.large(sato, png(64, 64))
        plain, seen = self.large(sato, upright, "image/jpeg"), set()
        for orientation in range(1, 9):
            kept = self.large(sato, with_exif(upright, orientation, secret), "image/jpeg")
            seen.add(kept)
            self.assertNotIn(b"SecretPhone", kept)
            self.assertNotIn(secret, kept)
            self.assertNotIn(b"Exif", kept)
            self.assertEqual({marker for marker, _ in parts_of(kept) if 0xE0 <= marker <= 0xFE}, {0xE0})
            self.assertEqual(kept == plain, orientation == 1)
        self.assertEqual(len(seen), 8)

    def test_GivenOtherKindsAndMovingOnes_WhenChosen_ThenEachIsAPhoto(self):
        for picture in (moving_png(), *(pictures.joinpath(name).read_bytes()
                                        for name in ("still.webp", "moving.webp", "phone.heic"))):
            self.assertEqual(size_of(self.large(self.office.sato, picture)), (512, 512))

    def test_GivenWhatIsNoPicture_WhenCalledOne_ThenItIsRefusedAndThePhotoStays(self):
        sato, before = self.office.sato, chosen(self.office.sato)
        for file in (b"", b"x", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                     b"<!DOCTYPE html><script>alert(1)</script>", b"PK\3\4" + b"\0" * 100, b"GIF89a" + b"\0" * 100,
                     b"%PDF-1.7\n", b"\0\0\0\x1cftypavif\0\0\0\0mif1avif" + b"\0" * 50, b"\x7fELF" + b"\0" * 100):
            for kind in ("image/jpeg", "image/heic"):
                with self.subTest(file[:8], kind=kind):
                    self.assert_refused(choose(sato, file, kind), 422, "media.not_a_picture")
        self.assertEqual(photo_of(sato, sato.person), before)

    def test_GivenABrokenPicture_WhenChosen_ThenItIsRefused(self):
        sato = self.office.sato
        whole = self.large(sato, png())
        for file in (png()[:-30], whole[:len(whole) // 2], whole[:3], whole[:2] + b"\xff\xda" + b"\0" * 50, png()[:20],
                     pictures.joinpath("phone.heic").read_bytes()[:400], b"RIFF\xff\xff\xff\x7fWEBPVP8 " + b"\xff" * 99):
            self.assert_refused(choose(sato, file), 422, "media.broken")

    def test_GivenABomb_WhenChosen_ThenItIsRefusedBeforeItIsUnpacked(self):
        began = time.monotonic()
        self.assert_refused(choose(self.office.sato, bomb()), 422, "media.too_many_pixels")
        self.assertLess(time.monotonic() - began, 5)

    def test_GivenAsManyPixelsAsMayBe_WhenChosen_ThenOthersAreAnsweredMeanwhile(self):
        slow = threading.Thread(target=chosen, args=(self.office.sato.again(), deep_bomb()))
        slow.start()
        while slow.is_alive():
            began = time.monotonic()
            self.assertEqual(self.office.tanaka.get("/api/v1/session").status, 200)
            self.assertLess(time.monotonic() - began, 5)
        slow.join()
        self.assertIsNotNone(photo_of(self.office.tanaka, self.office.sato.person))

    def test_GivenAnotherKindOfBodyOrTooMuch_WhenSent_ThenItIsRefusedUnread(self):
        sato = self.office.sato
        for kind in ("text/html", "image/svg+xml", "application/json", "image/gif"):
            self.assert_refused(choose(sato, png(), kind), 415, "net.wrong_content_type")
        connection = http.client.HTTPConnection("127.0.0.1", sato.server.port, timeout=30)
        connection.putrequest("PUT", mine)
        for name, value in (("Origin", sato.origin), ("Cookie", sato.cookie), ("Content-Type", "image/png"),
                            ("Content-Length", str(10 * 1024 * 1024 + 1))):
            connection.putheader(name, value)
        connection.endheaders()
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()

    def test_GivenSomebodysPictureUnderWay_WhenTheySendAnother_ThenOneAtATimeAndOthersGoOn(self):
        sato = self.office.sato
        slow = threading.Thread(target=choose, args=(sato.again(), deep_bomb()))
        slow.start()
        answers = set()
        while slow.is_alive():
            answers.add(choose(sato).status)
        slow.join()
        self.assertLessEqual(answers, {200, 429})


@on_both_databases
class RetiredPhotos(OfficeCase):
    def test_GivenAPhoto_WhenItsOwnerRetires_ThenItIsDeletedAtOnceAndCounted(self):
        aoki, hara = self.office.aoki, self.office.session_of("hara")
        number = chosen(hara)
        retire_now(self.office, hara.person)
        self.assertIsNone(photo_of(aoki, hara.person))
        self.assert_refused(aoki.get(address(hara.person, number)), 404, "directory.no_such_photo")
        self.assertEqual(int(next(iter(self.office.server.database.look(
            "SELECT COUNT(*) FROM directory_photo")))[0]), 0)
        proof = aoki.must(aoki.get("/api/v1/directory/retired"))["retired"][0]
        self.assertIn({"what": "photos", "count": 1}, proof["erased"])


class LostWorkers(OfficeCase):
    """The program that looks at pictures dies, stands still or isn't there: nothing else is lost."""

    @classmethod
    def setUpClass(cls):
        cls.folder = fresh_folder()
        cls.worker = cls.folder / "horenso-media"
        cls.office = Office(cls.database, options=("--media", str(cls.worker)))

    def become(self, script):
        self.worker.write_text(f"#!/bin/sh\n{script}\n")
        self.worker.chmod(stat.S_IRWXU)

    def test_GivenNoProgram_WhenAPhotoIsChosen_ThenItIsSaidAndTheRestServes(self):
        if self.worker.exists():
            os.remove(self.worker)
        self.assert_refused(choose(self.office.sato), 503, "media.missing")
        self.assertIn("app.no_media", self.office.server.log.read_text())
        self.assertEqual(self.office.sato.get("/api/v1/session").status, 200)

    def test_GivenAProgramThatCrashes_WhenAPhotoIsChosen_ThenOnlyThatIsRefused(self):
        self.become("kill -SEGV $$")
        self.assert_refused(choose(self.office.sato), 422, "media.broken")
        self.assertEqual(self.office.sato.get("/api/v1/session").status, 200)

    def test_GivenAProgramThatStandsStill_WhenItsTimeIsOver_ThenTheServerHasGoneOnAllTheWhile(self):
        self.become("kill -STOP $$")
        answers = []
        waiting = threading.Thread(target=lambda: answers.append(choose(self.office.sato.again())))
        waiting.start()
        while waiting.is_alive():
            began = time.monotonic()
            self.assertEqual(self.office.tanaka.get("/api/v1/directory/people").status, 200)
            self.assertLess(time.monotonic() - began, 5)
            time.sleep(0.1)
        waiting.join()
        self.assert_refused(answers[0], 503, "media.took_too_long")
