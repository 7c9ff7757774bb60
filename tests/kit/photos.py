"""Somebody's photo, as a test asks for it."""

from tests.kit.pictures import png

mine = "/api/v1/me/photo"


def choose(client, picture=None, kind="image/png"):
    return client.put(mine, png() if picture is None else picture, kind=kind)


def chosen(client, picture=None, kind="image/png"):
    """The id of the photo that this person has from now on."""
    return client.must(choose(client, picture, kind))["photo"]


def address(person, photo, size=None):
    query = f"?size={size}" if size else ""
    return f"/api/v1/directory/people/{person}/photos/{photo}{query}"


def photo_of(client, person):
    """Which one the directory tells this client of; None if there is none."""
    people = client.must(client.get("/api/v1/directory/people"))["people"]
    return next(one.get("photo") for one in people if one["id"] == person)
