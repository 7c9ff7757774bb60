"""Roles and sets in an office (clause 3.1), and everybody as before."""

import itertools

roles = "/api/v1/roles"
numbers = itertools.count(1)


def appoint(office, login, role, permissions=()):
    """Somebody gets this role, and a set of these permissions."""
    sets = [made_set(office, permissions)] if permissions else []
    give(office, login, {"role": role, "sets": sets})
    raised(office).add(login)


def give(office, login, wish):
    office.aoki.must(office.aoki.put(f"{roles}/people/{office.ids[login]}", wish))


def made_set(office, permissions, for_login=None):
    wish = {"name": f"担当{next(numbers)}", "permissions": list(permissions)}
    if for_login:
        raised(office).add(for_login)
    return office.aoki.must(office.aoki.post(f"{roles}/sets", wish))["id"]


def raised(office):
    """Who has been given something."""
    return office.__dict__.setdefault("raised", set())


def dismiss(office):
    """Nobody has anything any more."""
    for login in raised(office):
        give(office, login, {"role": "member", "sets": []})
    raised(office).clear()
