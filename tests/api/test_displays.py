"""Screens on walls: what the cookie says, what it opens, and that it opens nothing else (clause 3.3)."""

import threading

from tests.kit.cases import OfficeCase, on_both_databases
from tests.kit.client import Client
from tests.kit.contract import contract
from tests.kit.displays import display_of, displays, open_display

board = "/api/v1/display"


@on_both_databases
class Displays(OfficeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office.work_always()

    def keeper(self, method, path="", body=None, *statuses):
        keeper = self.office.keeper
        return keeper.must(keeper.ask(method, f"{displays}{path}", body), *statuses)

    def test_GivenACode_WhenOpened_ThenTheScreenShowsTheDepartmentByACookieOfItsOwn(self):
        code = display_of(self.office, "地域福祉課")
        self.assertTrue(code["url"].endswith(f"/display#c={code['code']}"))
        client = Client(self.office.server)
        reply = client.open_display(code["code"].lower().replace("-", " "))
        self.assertEqual((reply.status, reply.json), (201, {"name": "窓口"}))
        cookie = reply.headers["Set-Cookie"].split("; ")
        self.assertTrue(cookie[0].startswith("horenso_display="))
        self.assertLessEqual({"Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=34560000"}, set(cookie))
        shown = client.get(board)
        self.assertEqual(shown.headers["Set-Cookie"].split("; ")[0], cookie[0])
        self.assertEqual([(one["name"], one["state"]) for one in shown.json["people"]],
                         [("佐藤 花子", "working"), ("田中 一郎", "working")])
        self.assertEqual(set(shown.json["people"][0]), {"name", "department", "state"})

    def test_GivenADisplay_WhenItAsksForAnythingElse_ThenItIsNobody(self):
        client = open_display(self.office)
        for operation in contract().operations:
            if operation.authz in ("anyone", "display"):
                continue
            with self.subTest(operation.name):
                upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
                           "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA=="} if operation.name == "live" else {}
                body = None if operation.body is None else b"{}"
                reply = client.ask(operation.method, operation.path_with(), body, operation.body, **upgrade)
                self.assert_refused(reply, 401, "access.signed_out")
        self.assertEqual(client.get(board).status, 200)

    def test_GivenACodeThatManyScan_WhenTheyOpenItAtOnce_ThenOneScreenIsTheDisplay(self):
        code = display_of(self.office)["code"]
        clients = [Client(self.office.server) for _ in range(20)]
        threads = [threading.Thread(target=client.open_display, args=(code,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sum(client.get(board).status == 200 for client in clients), 1)

    def test_GivenADisplay_WhenItIsEndedOrRenewed_ThenItsNextQuestionIsRefusedOnEveryConnection(self):
        for end in (lambda display: self.keeper("DELETE", f"/{display}"),
                    lambda display: self.keeper("POST", f"/{display}/code")):
            code = display_of(self.office)
            client = Client(self.office.server)
            client.must(client.open_display(code["code"]))
            connections = [client.again() for _ in range(8)]
            for connection in connections:
                connection.must(connection.get(board))
            end(code["id"])
            for connection in connections:
                self.assert_refused(connection.get(board), 401, "access.no_display")

    def test_GivenASignedInPerson_WhenAskingForThePicture_ThenTheyAreNoDisplay(self):
        for client in (self.office.aoki, self.office.sato, self.office.outsider()):
            self.assert_refused(client.get(board), 401, "access.no_display")

    def test_GivenADepartment_WhenItIsRenamedOrGone_ThenItsDisplayFollowsOrIsOver(self):
        directory = "/api/v1/directory/departments"
        keeper = self.office.keeper
        client = open_display(self.office, "生活支援課")

        def set_departments(change, *others):
            now = keeper.must(keeper.get(directory))
            wish = [{"name": change(one["name"]), "was": one["name"]} for one in now["departments"]
                    if one["name"] != "窓口課"]
            keeper.must(keeper.put(directory, {"version": now["version"], "departments": [*wish, *others]}))

        set_departments(lambda name: name.replace("生活支援課", "生活相談課"), {"name": "窓口課"})
        self.assertEqual(client.must(client.get(board))["department"], "生活相談課")
        of_nobody = open_display(self.office, "窓口課")
        of_nobody.must(of_nobody.get(board))
        set_departments(lambda name: name.replace("生活相談課", "生活支援課"))
        self.assert_refused(of_nobody.get(board), 401, "access.no_display")

    def test_GivenNames_WhenTheyCantBeTaken_ThenTheyAreRefused(self):
        for wish, code in (({"name": ""}, "access.bad_display_name"), ({"name": "あ" * 51}, "access.bad_display_name"),
                           ({"name": "窓口", "department": "ない課"}, "access.no_such_department")):
            self.assert_refused(self.office.keeper.post(displays, wish), 422, code)
