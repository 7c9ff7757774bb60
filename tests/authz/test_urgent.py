"""Who may call people outside their hours (clause B3): being in the room isn't enough, nor is being allowed."""

from tests.authz.relations import relations
from tests.authz.scene import MatrixCase, Scene
from tests.authz.table import all_permissions
from tests.kit.cases import on_both_databases
from tests.kit.client import key

may_not, gone, out = (403, "talk.may_not_be_urgent"), (404, "talk.room_not_found"), (401, "access.signed_out")


def owed(relation):
    if relation.room != "member" and relation.room != "master":
        return out if relation.room == "outside" else gone
    return (201, None) if relation.office in ("head", "entrusted", "sub", "administrator") else may_not


@on_both_databases
class Urgent(MatrixCase):
    def post(self, client, room):
        reply = client.post(f"/api/v1/talk/rooms/{room}/messages",
                            {"body": "川の水があふれそうです", "client_key": key(), "urgent": "災害"})
        return reply.status, reply.code if reply.status >= 400 else None

    def test_GivenEachRelation_WhenAnUrgentMessageIsPosted_ThenOnlyWhoMayAndIsInTheRoomIsHeard(self):
        for relation in relations:
            with self.subTest(relation.name):
                scene = Scene(self)
                scene.permission = "urgent"
                client = relation.become(scene)
                kept = self.kept()
                answer = self.post(client, scene.room)
                self.assertEqual(answer, owed(relation))
                self.assertEqual(self.kept() == kept, answer[0] != 201)

    def test_GivenTheHeadOfADepartmentInTheRoom_WhenAnUrgentMessageIsPosted_ThenItIsHeard(self):
        scene = Scene(self)
        head, = (one for one in relations if one.office == "head")
        client = head.become(scene)
        scene.bring(client)
        self.assertEqual(self.post(client, scene.room), (201, None))

    def test_GivenWhoIsEntrustedWithItInTheRoom_WhenAnUrgentMessageIsPosted_ThenItIsHeardAndNotFromWhoHasAllTheRest(self):
        for permissions, owed_now in ((["urgent"], (201, None)), (set(all_permissions) - {"urgent"}, may_not)):
            with self.subTest(permissions):
                scene = Scene(self)
                client = scene.entrusted(permissions)
                scene.bring(client)
                self.assertEqual(self.post(client, scene.room), owed_now)
