"""`horenso verify`: an office with a history is good; whatever is changed behind the server's back is found."""

import json
import re

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client

japanese = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
secret = "この文はどの記録にも残らない"
password = "かぼちゃと自転車と灯台と金曜日"


@on_both_databases
class Verify(OfficeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        office = cls.office
        room = office.sato.group("打合せG", office.ids["tanaka"])
        office.sato.say(room, secret)
        office.tanaka.read(room, 1)
        sato = office.sato
        sato.must(sato.post(f"/api/v1/talk/rooms/{room}/members", {"people": [office.ids["hara"]]}))
        sato.must(sato.delete(f"/api/v1/talk/rooms/{room}/members/{office.ids['tanaka']}"))
        sato.must(sato.put("/api/v1/me/password", {"password": password}))
        again = Client(office.server)
        again.must(again.sign_in_by_password("sato@office", password))
        again.must(again.delete("/api/v1/session"))

    def verify(self):
        """Exit code, the lines, what it complained of."""
        code, told, complaint = self.office.server.run("verify")
        return code, [json.loads(line) for line in told.splitlines()], complaint

    def must_be_good(self):
        code, lines, complaint = self.verify()
        self.assertEqual(code, 0, lines)
        self.assertNotRegex(complaint, japanese)
        for line in lines:
            self.assertTrue(line["ok"], line)
            if line["check"] == "audit":
                self.assertRegex(line["head"], "^[0-9a-f]{64}$")
        return lines

    def rows(self, columns="*", rest=""):
        return self.office.server.database.run(f"SELECT {columns} FROM audit_entry {rest} ORDER BY org_id, seq")

    def must_be_found(self, kind, *statements):
        """Does it while the server is stopped, looks with it stopped and running, and undoes it."""
        server = self.office.server
        server.stop()
        try:
            keep = ("audit_entry", "audit_head")
            for table in keep:
                server.database.run(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")
            for statement in statements:
                server.database.run(statement)
            self.one_is_broken(kind)
            server.start()
            self.one_is_broken(kind)
            server.stop()
        finally:
            for table in keep:
                server.database.run(f"DELETE FROM {table}")
                server.database.run(f"INSERT INTO {table} SELECT * FROM kept_{table}")
                server.database.run(f"DROP TABLE kept_{table}")
            server.start()
        self.must_be_good()

    def one_is_broken(self, kind):
        code, lines, complaint = self.verify()
        self.assertEqual(code, 1, lines)
        self.assertEqual([line["kind"] for line in lines if not line["ok"]], [kind])
        self.assertRegex(complaint, japanese)

    def test_GivenAnOfficeWithAHistory_WhenVerifiedRunningAndStopped_ThenItIsGoodAndTheSame(self):
        running = self.must_be_good()
        self.office.server.stop()
        try:
            self.assertEqual(self.must_be_good(), running)
            actions = [action for (action,) in self.rows("action")]
        finally:
            self.office.server.start()
        self.assertEqual(running[0]["entries"], len(actions))
        self.assertEqual(running[0]["slug"], "office")
        for action in ("directory.organisation_made", "directory.person_added", "directory.staff_imported",
                       "directory.role_changed", "access.card_issued", "access.signed_in", "access.password_set",
                       "access.signed_out", "talk.room_created", "talk.members_added", "talk.member_removed"):
            self.assertIn(action, actions)
        self.assertEqual(self.must_be_good(), running)

    def test_GivenWordsNamesAndPasswords_WhenRecorded_ThenNoneIsInAnyRow(self):
        self.office.server.stop()
        try:
            told = json.dumps(self.rows("actor, action, subject, details"), ensure_ascii=False)
        finally:
            self.office.server.start()
        self.assertNotRegex(told, japanese)
        for word in (secret, password, "sato", self.office.sato.cookie.split("-")[-1]):
            self.assertNotIn(word, told)

    def test_GivenARowThatIsEdited_WhenVerified_ThenItIsFound(self):
        self.must_be_found("hash", "UPDATE audit_entry SET person_id = person_id + 1 WHERE seq = 4")

    def test_GivenARowThatIsDeleted_WhenVerified_ThenItIsFound(self):
        self.must_be_found("hole", "DELETE FROM audit_entry WHERE seq = 3")

    def test_GivenARowThatIsInserted_WhenVerified_ThenItIsFound(self):
        self.must_be_found(
            "order", "INSERT INTO audit_entry SELECT org_id, 0, at, actor, person_id, session_id, action, subject,"
            " subject_id, details, previous, hash FROM audit_entry WHERE seq = 2")

    def test_GivenTwoRowsThatAreSwapped_WhenVerified_ThenItIsFound(self):
        self.must_be_found("hash", "UPDATE audit_entry SET seq = -2 WHERE seq = 2",
                           "UPDATE audit_entry SET seq = 2 WHERE seq = 3",
                           "UPDATE audit_entry SET seq = 3 WHERE seq = -2")

    def test_GivenAnEndThatIsCutOff_WhenVerified_ThenItIsFound(self):
        self.must_be_found("head", "DELETE FROM audit_entry WHERE seq > 5")

    def test_GivenAHeadThatIsGone_WhenVerified_ThenItIsFound(self):
        self.must_be_found("head", "DELETE FROM audit_head")
