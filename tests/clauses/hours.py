"""An office whose times are set, and who is rung."""

from tests.clauses.cases import ClauseCase
from tests.kit.server import wait_until

always = [{"weekday": day, "opens": 0, "closes": 1440} for day in range(8)]
never = []


class HoursCase(ClauseCase):
    def organisation_works(self, week):
        self.office.aoki.must(self.office.aoki.put("/api/v1/hours/week", {"scope": "organisation", "week": week}))

    def set_own_week(self, client, week):
        client.must(client.put("/api/v1/hours/me/week", {} if week is None else {"week": week}))

    def notices(self, client):
        return client.must(client.get("/api/v1/notices"))

    def rings(self, client):
        return self.notices(client)["rings"]

    def wait_until_closed(self, client):
        """Who closes is noted a moment later; whoever opened before that would never have been closed."""
        noted = f"SELECT 1 FROM notify_closed WHERE person_id = {client.person}"
        wait_until(lambda: self.office.server.database.look(noted), "the closing to be noted")

    def wait_for_digest(self, client, many):
        """So many notices, the newest of which is given."""
        wait_until(lambda: len(self.notices(client)["notices"]) >= many, "a digest")
        notices = self.notices(client)["notices"]
        self.assertEqual(len(notices), many)
        return notices[0]
