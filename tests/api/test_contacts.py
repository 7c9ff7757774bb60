"""Contacts through HTTP and from the command line, where neither shows in the units."""

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import key
from tests.kit.contacts import add, contacts, entry, known, remove
from tests.kit.websocket import WebSocket
from tests.kit.workbook import media_type as xlsx


@on_both_databases
class Contacts(OfficeCase):
    def setUp(self):
        self.aoki, self.sato = self.office.aoki, self.office.sato
        self.addCleanup(self.clear)

    def clear(self):
        for one in known(self.aoki).values():
            self.aoki.must(remove(self.aoki, one))

    def send(self, path, content, kind="text/csv"):
        content = content if isinstance(content, bytes) else content.encode("cp932")
        return self.aoki.post(f"{contacts}/{path}", content, kind=kind)

    def test_GivenAnEntryWithFaults_WhenAdded_ThenEachFieldHasASentence(self):
        wish = {"own": True, "client_key": key(), "entry": entry("", mail="x", organisation_kana="漢字")}
        refused = self.assert_refused(self.sato.post(contacts, wish), 422, "contacts.bad_entry")
        self.assertEqual(refused.fields(), {"organisation": "contacts.no_name", "mail": "contacts.bad_mail",
                                            "organisation_kana": "contacts.not_kana"})
        for field in refused.json["fields"]:
            self.assertRegex(field["title"], "。$")
        lacking = {"own": True, "client_key": key(), "entry": {"organisation": "病院"}}
        self.assert_refused(self.sato.post(contacts, lacking), 400, "json.bad_fields")

    def test_GivenAScreen_WhenContactsChange_ThenItIsToldAndSyncBringsOnlyWhatChanged(self):
        hospital, police = add(self.aoki, "病院"), add(self.aoki, "警察署")
        had = self.sato.sync()
        versions = {s["stream"]: s["version"] for s in had["streams"]}
        with WebSocket(self.sato) as socket:
            socket.hello()
            wish = {"version": hospital["version"], "entry": entry("市民病院")}
            changed = self.aoki.must(self.aoki.put(f"{contacts}/{hospital['id']}", wish))
            event = socket.next()
            self.aoki.must(remove(self.aoki, police))
        self.assertEqual(event, {"type": "contacts.changed", "stream": "contacts", "version": changed["version"]})
        state, = self.sato.sync(had["access_version"], versions)["streams"]
        self.assertEqual((state["stream"], state["snapshot"]), ("contacts", False))
        self.assertEqual((state["contacts"], state["removed_contacts"]), ([changed], [police["id"]]))

    def test_GivenAnExport_WhenImportedAgain_ThenNothingChangesInEitherFormat(self):
        add(self.aoki, "=SUM(A1)", telephone="+81-3-0000-0001", note="一行\n二行", responsible=self.office.ids["hara"])
        for form, kind in (("csv", "text/csv"), ("xlsx", xlsx)):
            sheet = self.aoki.post(f"{contacts}/exports", {"format": form})
            self.assertEqual((sheet.status, sheet.headers["Content-Type"]), (200, kind))
            self.assertIn(f"contacts.{form}", sheet.headers["Content-Disposition"])
            self.assertEqual(self.aoki.must(self.send("imports/preview", sheet.content, kind)),
                             {"added": [], "changed": [], "unchanged": 1})
        self.assert_refused(self.aoki.post(f"{contacts}/exports", {"format": "pdf"}), 422, "directory.bad_format")

    def test_GivenOnesOwnSheet_WhenItGoesInAndOut_ThenNobodyElseHearsOrSeesAnythingOfIt(self):
        own, hara = f"{contacts}/own", self.office.hara
        content = "機関・事業所,電話\r\n美容院,03-0000-0007\r\n".encode("cp932")
        plan = hara.must(hara.post(f"{own}/imports/preview", content, kind="text/csv"))
        self.assertEqual(len(plan["added"]), 1)
        made = key()
        report = hara.must(hara.post(f"{own}/imports?key={made}", content, kind="text/csv"))
        self.assertEqual(report, {"added": 1, "changed": 0, "unchanged": 0})
        last = hara.must(hara.get(f"{own}/imports"))["last"]
        self.assertEqual((last["key"], last["report"]), (made, report))
        self.assertNotIn("last", self.sato.must(self.sato.get(f"{own}/imports")))
        self.assertNotIn("美容院", known(self.sato))
        sheet = hara.post(f"{own}/exports", {"format": "csv"})
        self.assertIn("美容院", sheet.content.decode("utf-8-sig"))
        self.assert_refused(hara.post(f"{own}/imports", b"a" * (1024 * 1024 + 1), kind="text/csv"), 413,
                            "net.body_too_large")
        hara.must(remove(hara, known(hara)["美容院"]))

    def test_GivenBadRows_WhenImported_ThenAllAreReportedAndNothingIsKept(self):
        sheet = "機関・事業所,メール,担当,番号\r\n病院,x,だれか,\r\n,a@b.jp,,\r\n薬局,,,？\r\n"
        refused = self.assert_refused(self.send("imports", sheet), 422, "contacts.bad_sheet")
        self.assertEqual(refused.fields(), {"行 4": "contacts.bad_number"})
        refused = self.assert_refused(self.send("imports", sheet.replace("？", "")), 422, "contacts.bad_sheet")
        self.assertEqual([(one["path"], one["code"]) for one in refused.json["fields"]],
                         [("行 2", "contacts.unknown_responsible"), ("行 2", "contacts.bad_mail"),
                          ("行 3", "contacts.no_name")])
        self.assertEqual(known(self.aoki), {})
        self.assert_refused(self.send("imports", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, xlsx), 422, "sheet.locked")

    def test_GivenTheCommandLine_WhenASheetGoesInAndOut_ThenADryRunSaysAllAndNothingIsLost(self):
        folder = self.office.server.folder
        file = folder / "contacts.csv"
        file.write_bytes("機関・事業所,電話,担当\r\n病院,03-0000-0001,hara\r\n薬局,,\r\n".encode("cp932"))
        plan, = self.office.command("import", "contacts", str(file), "--dry-run")
        self.assertEqual([(one["organisation"], one.get("responsible")) for one in plan["added"]],
                         [("病院", self.office.ids["hara"]), ("薬局", None)])
        self.assertEqual(known(self.sato), {})
        self.assertEqual(self.office.command("import", "contacts", str(file)),
                         [{"added": 2, "changed": 0, "unchanged": 0}])
        for name in ("out.csv", "out.xlsx"):
            self.assertEqual(self.office.command("export", "contacts", str(folder / name)), [])
            self.assertEqual(self.office.command("import", "contacts", str(folder / name)),
                             [{"added": 0, "changed": 0, "unchanged": 2}])
        code, told, complaint = self.office.server.run("export", "contacts", str(folder / "out.csv"))
        self.assertEqual((code, told), (1, ""))
        self.assertIn("out.csv", complaint)
        file.write_bytes("機関・事業所,担当\r\n病院,いない\r\n".encode("cp932"))
        code, told, complaint = self.office.server.run("import", "contacts", str(file))
        self.assertEqual((code, told), (1, ""))
        self.assertIn("行 2: 担当「いない」", complaint)
