"""Each operation asked as outsider, stranger to the room, member, its master, and administrator."""

from tests.api.access_table import password, table
from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client, key
from tests.kit.websocket import Refused, WebSocket

people = {"outsider": None, "stranger": "hara", "member": "sato", "master": "tanaka", "administrator": "aoki"}


class Scene:
    """What a question is about, made anew for each."""

    def __init__(self, office):
        self.office = office
        self.kato = office.ids["kato"]
        self.ogawa = office.ids["ogawa"]
        self.master = office.session_of("tanaka")
        self.room = self.master.group("打合せ", office.ids["sato"], self.ogawa)
        self.master.say(self.room, "10時に出ます")

    def asker(self, login):
        return Client(self.office.server) if login is None else self.office.session_of(login)

    def code(self):
        return self.office.card("kato")

    def login_with_password(self):
        kato = self.office.session_of("kato")
        kato.must(kato.put("/api/v1/me/password", {"current": password, "password": password}))
        return {"login": "kato@office", "password": password}

    def all_the_master_sees(self):
        return self.master.sync()


@on_both_databases
class Access(OfficeCase):
    def status(self, row, scene, asker):
        path, *body = row.ask(scene)
        if row.operation != "live":
            return asker.ask(row.method, path, *body, kind=row.kind).status
        try:
            with WebSocket(asker):
                return 101
        except Refused as refused:
            return refused.status

    def test_GivenTheTable_WhenEachOperationIsAskedByEachPerson_ThenTheAnswerIsAsWritten(self):
        for row in table:
            for relation, login in people.items():
                with self.subTest(operation=row.operation, by=relation):
                    scene = Scene(self.office)
                    asker = scene.asker(login)
                    before = scene.all_the_master_sees()
                    status = self.status(row, scene, asker)
                    self.assertEqual(status, getattr(row, relation))
                    if status >= 400:
                        self.assertEqual(scene.all_the_master_sees(), before, "a refusal changed something")

    def test_GivenARoomOfOthers_WhenAskedFor_ThenTheAnswerIsThatOfAMissingRoom(self):
        scene = Scene(self.office)
        hara = self.office.hara
        for row in (r for r in table if r.member != r.stranger == 404):
            with self.subTest(row.operation):
                answers = []
                for place in (scene.room, "999999999"):
                    path, *body = row.ask(scene)
                    reply = hara.ask(row.method, path.replace(scene.room, place), *body)
                    said = {k: v for k, v in reply.json.items() if k != "request_id"}
                    kept = {n: v for n, v in reply.headers.items() if n not in ("X-Request-Id", "Date")}
                    answers.append((reply.status, said, kept))
                self.assertEqual(answers[0], answers[1])
                self.assertEqual(answers[0][1]["code"], "talk.room_not_found")

    def test_GivenAPersonWhoIsNot_WhenMadeAMember_ThenRefusedAndNoRoomIsMade(self):
        before = self.office.hara.sync()
        draft = {"kind": "group", "name": "だれか", "members": ["999999999"], "client_key": key()}
        self.assert_refused(self.office.hara.post("/api/v1/talk/rooms", draft), 422, "talk.no_such_person")
        self.assertEqual(self.office.hara.sync(), before)
