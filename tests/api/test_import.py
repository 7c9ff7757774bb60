"""Staff sheets as Excel in Japan writes them, through HTTP and from the command line."""

import codecs
import concurrent.futures

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import key
from tests.kit.websocket import WebSocket
from tests.kit.workbook import media_type as xlsx, workbook

imports = "/api/v1/directory/imports"
people = "/api/v1/directory/people"


def crlf(*lines):
    return "\r\n".join(lines) + "\r\n"


@on_both_databases
class Import(OfficeCase):
    def setUp(self):
        self.aoki = self.office.aoki

    def send(self, text, encoding="cp932"):
        content = text if isinstance(text, bytes) else text.encode(encoding)
        return self.aoki.post(imports, content, kind="text/csv")

    def everybody(self):
        return {p["login"]: p for p in self.aoki.must(self.aoki.get(people))["people"]}

    def test_GivenASheetInCp932_WhenImported_ThenEverybodyIsThereAndTwiceChangesNothing(self):
        sheet = crlf('入職日,内線,"フリガナ",備考,氏名,ID,所属,役職,雇用区分,生年(西暦)',
                     '令和8年4月1日,21,ワタナベ ケイコ,"二行の\r\n備考, と 点",渡邉 恵子,watanabe,総務課,主任,正職員,1967',
                     '2026/4/1,22,ﾀｶﾊｼ ｼﾞﾛｳ,,髙橋 次郎,takahashi,"総務課",,臨時職員,1990',
                     '2026-04-01,,ハシグチ アイ,,橋口 愛,,地域福祉課,,特定業務職員,1988')
        first = self.aoki.must(self.send(sheet))
        self.assertEqual(first, {"added": 3, "changed": 0, "unchanged": 0})
        there = self.everybody()
        self.assertEqual(there["watanabe@office"]["name"], "渡邉 恵子")
        self.assertEqual(there["takahashi@office"]["name"], "髙橋 次郎")
        self.assertEqual(there["watanabe@office"]["position"], "主任")
        made = [p for p in there.values() if p["name"] == "橋口 愛"]
        self.assertRegex(made[0]["login"], r"^[a-z.]+.*@office$")
        shown = [value for one in there.values() for field, value in one.items() if field != "id"]
        self.assertNotIn("1967", str(shown))  # an id may well have these digits

        before = self.aoki.sync()
        self.assertEqual(self.aoki.must(self.send(sheet)), {"added": 0, "changed": 0, "unchanged": 3})
        self.assertEqual(self.aoki.sync(), before)
        self.assertEqual(self.everybody(), there)

    def test_GivenTheSameSheetInOtherEncodings_WhenImported_ThenNothingIsNew(self):
        sheet = crlf("氏名,フリガナ,ID,所属", "森 さくら,モリ サクラ,mori,総務課")
        self.assertEqual(self.aoki.must(self.send(sheet))["added"], 1)
        for content in (sheet.encode(), codecs.BOM_UTF8 + sheet.encode(), sheet.replace("\r\n", "\n").encode(),
                        sheet.encode("cp932").rstrip()):
            with self.subTest(content[:12]):
                self.assertEqual(self.aoki.must(self.send(content)), {"added": 0, "changed": 0, "unchanged": 1})

    def test_GivenBadRows_WhenImported_ThenAllAreReportedWithLineAndReasonAndNothingIsKept(self):
        sheet = crlf("氏名,フリガナ,ID,雇用区分,入職日,生年(西暦)",
                     "良い 人,ヨイ ヒト,yoi,正職員,2026/4/1,1980",
                     ",ナマエ ナシ,nashi,正職員,2026/4/1,1980",
                     "漢字 仮名,漢字,kanji,正職員,2026/4/1,1980",
                     '"二行の\r\n名前",ニギョウ,nigyo,正職員,2026/4/1,1980',
                     "変な 区分,ヘンナ クブン,hen,社長,2026/4/1,1980",
                     "変な 日付,ヘンナ ヒヅケ,hizuke,正職員,2026/2/30,1980",
                     "変な ID,ヘンナ アイディー,あいでぃ,正職員,2026/4/1,1980",
                     "二度 目,ニド メ,yoi,正職員,2026/4/1,1980",
                     "多い 列,オオイ レツ,ooi,正職員,2026/4/1,1980,余り")
        before = self.aoki.sync()
        reply = self.assert_refused(self.send(sheet), 422, "directory.bad_sheet")
        self.assertEqual([(f["path"], f["code"]) for f in reply.json["fields"]], [
            ("行 3", "sheet.empty_cell"), ("行 4", "directory.not_kana"),
            ("行 5", "sheet.unprintable_cell"), ("行 7", "directory.bad_employment"),
            ("行 8", "directory.bad_date"), ("行 9", "directory.bad_login"), ("行 10", "directory.login_twice"),
            ("行 11", "sheet.too_many_cells")])
        self.assertIn("社長", reply.json["fields"][3]["title"])
        self.assertEqual(self.aoki.sync(), before)

    def test_GivenAWorkbook_WhenPreviewedAndImported_ThenItIsReadAsACsvFileIs(self):
        content = workbook([["氏名", "フリガナ", "ID", "入職日"], ["表 計算", "ヒョウ ケイサン", "hyo", 46113]])
        plan = self.aoki.must(self.aoki.post("/api/v1/directory/imports/preview", content, kind=xlsx))
        self.assertEqual([(one["name"], one["login"], one["hired_on"]) for one in plan["added"]],
                         [("表 計算", "hyo@office", "2026-04-01")])
        self.assertEqual(self.aoki.must(self.aoki.post(imports, content, kind=xlsx))["added"], 1)
        again = self.aoki.must(self.aoki.post("/api/v1/directory/imports/preview", content, kind=xlsx))
        self.assertEqual((again["added"], again["changed"]), ([], []))

    def test_GivenALockedWorkbook_WhenImported_ThenItIsSaidHowToSaveIt(self):
        locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
        self.assert_refused(self.aoki.post(imports, locked, kind=xlsx), 422, "sheet.locked")

    def test_GivenWhatIsNoSheet_WhenImported_ThenRefused(self):
        for code, content in (("sheet.unreadable", b"PK\x03\x04" + b"\0" * 100),
                              ("sheet.unreadable", b"\x81"), ("sheet.empty", b""),
                              ("sheet.empty", "氏名,フリガナ\r\n".encode("cp932")),
                              ("directory.bad_sheet", "名前,かな\r\nあ,ア\r\n".encode("cp932")),
                              ("directory.bad_sheet", '氏名,フリガナ\r\n"森,モリ\r\n'.encode("cp932"))):
            with self.subTest(content[:20]):
                self.assert_refused(self.send(content), 422, code)
        self.assert_refused(self.send(b"a" * (8 * 1024 * 1024 + 1)), 413, "net.body_too_large")

    def test_GivenTwoAlikeWithoutId_WhenARowMeansOneOfThem_ThenItIsRefused(self):
        alike = "鈴木 愛,スズキ アイ,{},2020/4/1"
        heading = "氏名,フリガナ,ID,入職日"
        self.aoki.must(self.send(crlf(heading, alike.format("suzuki1"), alike.format("suzuki2"))))
        reply = self.assert_refused(self.send(crlf(heading, alike.format(""))), 422, "directory.bad_sheet")
        self.assertEqual(reply.fields(), {"行 2": "directory.ambiguous_row"})

    def test_GivenOpenScreens_WhenPeopleAreImported_ThenTheyAreToldAndSyncBringsOnlyThose(self):
        sato = self.office.sato
        known = {s["stream"]: s["version"] for s in sato.sync()["streams"]}
        with WebSocket(sato) as socket:
            socket.hello()
            self.aoki.must(self.send(crlf("氏名,フリガナ,ID", "新 人,シン ジン,shin")))
            event = socket.next()
        self.assertEqual((event["type"], event["stream"]), ("directory.people_changed", "directory"))
        changes, = sato.sync(sato.sync()["access_version"], known)["streams"]
        self.assertEqual(changes["version"], event["version"])
        self.assertEqual([p["login"] for p in changes["people"]], ["shin@office"])

    def test_GivenTheCommandLine_WhenASheetIsImported_ThenItSaysTheSame(self):
        file = self.office.server.folder / "more.csv"
        file.write_bytes(crlf("氏名,フリガナ,ID", "林 一,ハヤシ ハジメ,hayashi").encode("cp932"))
        self.assertEqual(self.office.command("import", "people", str(file)),
                         [{"added": 1, "changed": 0, "unchanged": 0}])
        file.write_bytes(crlf("氏名,フリガナ,ID", "林 二,はなこ?,x", ",ア,y").encode("cp932"))
        code, told, complaint = self.office.server.run("import", "people", str(file))
        self.assertEqual((code, told), (1, ""))
        self.assertIn("行 2: フリガナ", complaint)
        self.assertIn("行 3: 「氏名」が空です。", complaint)
        self.office.server.stop()
        file.write_bytes(crlf("氏名,フリガナ,ID", "林 三,ハヤシ ミツ,mitsu").encode("cp932"))
        self.assertEqual(self.office.command("import", "people", str(file))[0]["added"], 1)  # by itself
        self.office.server.start()
        self.assertIn("mitsu@office", self.everybody())

    def test_GivenAKeyThatIsNone_WhenASheetIsImported_ThenNothingHappens(self):
        sheet = crlf("氏名,フリガナ,ID", "鍵 無,カギ ナシ,kagi").encode()
        refused = self.aoki.post(f"{imports}?key=1", sheet, kind="text/csv")
        self.assert_refused(refused, 422, "directory.bad_import_key")
        self.assertNotIn("kagi@office", self.everybody())

    def test_GivenASheetWithSites_WhenItIsImported_ThenTheyAreThereAndWithThePeople(self):
        self.aoki.must(self.send(crlf("氏名,フリガナ,ID,所属,拠点", "場所 有,バショ アリ,basho,総務課,北分室")))
        self.assertEqual(self.everybody()["basho@office"]["site"], "北分室")
        sites = self.aoki.must(self.aoki.get("/api/v1/directory/sites"))["sites"]
        self.assertEqual([(one["name"], one["people"]) for one in sites], [("北分室", 1)])


@on_both_databases
class LargeImport(OfficeCase):
    def setUp(self):
        self.aoki = self.office.aoki

    def test_GivenALargeSheet_WhenItIsImported_ThenHowFarItHasComeIsSaidAndTheResultStays(self):
        rows = [f"大勢 {n},オオゼイ ハナコ,ozei{n},{n % 40}課,正職員" for n in range(3000)]
        content = crlf("氏名,フリガナ,ID,所属,雇用区分", *rows).encode()
        made, watcher = key(), self.office.session_of("aoki")
        with concurrent.futures.ThreadPoolExecutor() as threads:
            sent = threads.submit(self.aoki.post, f"{imports}?key={made}", content, kind="text/csv")
            seen = []
            while not sent.done():
                standing = watcher.must(watcher.get(imports))
                if now := standing.get("now"):
                    seen.append(now)
            self.assertEqual(self.aoki.must(sent.result())["added"], 3000)
        steps = ["reading", "checking", "writing", "following"]
        self.assertEqual([one["step"] for one in seen], sorted((one["step"] for one in seen), key=steps.index))
        self.assertTrue(any(0 < one["done"] <= one.get("of", 0) == 3000 for one in seen), seen)
        standing = self.aoki.must(self.aoki.get(imports))
        self.assertNotIn("now", standing)
        self.assertEqual((standing["last"]["key"], standing["last"]["report"]["added"]), (made, 3000))
