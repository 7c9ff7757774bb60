"""Somebody retires now: their last day was long ago, as the server finds when it wakes."""

import time

from tests.kit.server import wait_until


def today():
    """Where the organisation is."""
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + 9 * 3600))


def everybody(office):
    return office.keeper.must(office.keeper.get("/api/v1/directory/people"))["people"]


def retire_now(office, person):
    """Restarts the server."""
    path = f"/api/v1/directory/people/{person}/retirement"
    office.keeper.must(office.keeper.put(path, {"day": today()}))
    office.server.stop()
    office.server.database.run("UPDATE directory_change SET day = '2026-01-01'")
    office.server.database.run("UPDATE job SET due_at = 0 WHERE kind = 'directory.changes'")
    office.server.start()

    def is_gone():
        return any(one["id"] == person and one.get("retired") for one in everybody(office))

    wait_until(is_gone, "the retirement")
