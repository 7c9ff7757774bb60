"""Side doors of whoever runs the server, and of the ways in: the control socket, cards, sign-in."""

import http.client
import os
import re
import socket
import stat

from tests.authz.cookies import password
from tests.authz.scene import MatrixCase, Scene
from tests.kit.cases import on_both_databases
from tests.kit.client import Client, key
from tests.kit.server import root


def control_paths():
    """As the server names them."""
    source = (root / "server/app/control.cpp").read_text()
    return re.findall(r'router\.add\(\{post, "(/[\w/]+)"', source)


class ControlConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


@on_both_databases
class OperatorDoors(MatrixCase):
    def test_GivenTheControlSocket_WhenLookedAt_ThenOnlyTheOwnerOfTheServerCanOpenIt(self):
        data = self.office.server.data
        found = os.stat(data / "control.sock")
        self.assertTrue(stat.S_ISSOCK(found.st_mode))
        self.assertEqual(stat.S_IMODE(found.st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(data).st_mode), 0o700)
        self.assertEqual(found.st_uid, os.getuid())

    def test_GivenItsRoutes_WhenAskedForOverTcp_ThenTheyAreNotThere(self):
        self.assertGreaterEqual(len(control_paths()), 4)
        for path in control_paths():
            for client in (Client(self.office.server), self.office.aoki):
                for method in ("GET", "POST", "PUT", "DELETE"):
                    for where in (path, "/api/v1" + path, "/control" + path):
                        with self.subTest(path=where, method=method):
                            self.assert_refused(client.ask(method, where, {}), 404, "net.not_found")

    def test_GivenTheControlSocket_WhenAskedForWhatPeopleUse_ThenThatIsNotThere(self):
        cookie = self.office.aoki.cookie
        connection = ControlConnection(self.office.server.data / "control.sock")
        for path in ("/api/v1/session", "/api/v1/directory/people", "/healthz", "/"):
            connection.request("GET", path, headers={"Cookie": cookie})
            response = connection.getresponse()
            response.read()
            self.assertEqual(response.status, 404)
        connection.close()

    def test_GivenACard_WhenUsedByWhoeverIsSignedInElsewhere_ThenItLeadsIntoItsOwnOrganisation(self):
        foreign = self.neighbour.session_of("hara")
        code = self.office.card("kato")
        reply = foreign.sign_in(code)
        self.assertEqual((reply.status, reply.json["person"]["id"]), (201, self.office.ids["kato"]))
        self.assert_refused(Client(self.office.server).sign_in(code), 401, "access.bad_code")

    def test_GivenAnAdministratorElsewhere_WhenTheyMakeACardForOurs_ThenNoneIsMadeAndTheOldOneLives(self):
        code, kept = self.office.card("kato"), self.kept()
        foreign = self.neighbour.session_of("aoki")
        for person in (self.office.ids["kato"], "999999999"):
            self.assert_refused(foreign.post(f"/api/v1/directory/people/{person}/card"),
                                404, "directory.no_such_person")
        self.assertEqual(self.kept(), kept)
        self.assertEqual(Client(self.office.server).sign_in(code).status, 201)

    def test_GivenTheSamePasswordAndLoginElsewhere_WhenSignedIn_ThenTheEndingDecides(self):
        for office in (self.office, self.neighbour):
            person = office.session_of("tanaka")
            person.must(person.put("/api/v1/me/password", {"password": password}))
            office.people.clear()
        for office, ending in ((self.office, "office"), (self.neighbour, "tonari")):
            client = Client(self.office.server)
            client.must(client.sign_in_by_password(f"tanaka@{ending}", password))
            self.assertEqual(client.person, office.ids["tanaka"])
            self.assert_refused(Client(self.office.server).sign_in_by_password(f"tanaka@{ending}", password[:-1]),
                                401, "access.bad_password")
        for login in ("tanaka", "tanaka@nowhere", "tanaka@office@tonari", "tanaka@", "@office", "tanaka@OFFICE2"):
            self.assert_refused(Client(self.office.server).sign_in_by_password(login, password),
                                401, "access.bad_password")

    def test_GivenASheetOfAnAdministratorElsewhere_WhenItNamesOurLogins_ThenOursStayAsTheyAre(self):
        kept, foreign = self.kept(), self.neighbour.aoki
        for login in ("sato@office", "kato@office", "admin@office"):
            sheet = f"氏名,フリガナ,ID,所属\r\n乗 取,ノッ トリ,{login},よそ\r\n".encode("cp932")
            foreign.post("/api/v1/directory/imports", sheet, kind="text/csv")
            self.assertEqual(self.kept(), kept)

    def test_GivenAKeyOfAnother_WhenUsedAgain_ThenItMeansNothingAboutTheirMessageOrRoom(self):
        scene, same = Scene(self), key()
        first = scene.master.say(scene.room, scene.said, same)
        for office in (self.office, self.neighbour):
            other = office.hara
            own = other.group("自分の部屋", office.ids["sato"])
            message = other.say(own, scene.said, same)
            self.assertEqual((message["room"], message["author"], message["seq"]), (own, other.person, 1))
        self.assertEqual(scene.master.history(scene.room)[-1], first)
