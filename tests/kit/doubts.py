"""Use that can't be one person's."""

import time

from tests.kit.client import Client

mine = "/api/v1/me/doubts"
places = "/api/v1/access/places"
windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36"
# Two places that exclude each other, and one that is neither.
main, north, elsewhere = "127.0.11.1", "127.0.12.1", "127.0.13.1"
networks = [{"name": "本所", "addresses": "127.0.11.0/24", "kind": "office", "site": "本所"},
            {"name": "北支所", "addresses": "127.0.12.0/24", "kind": "office", "site": "北支所"},
            {"name": "全体", "addresses": "127.0.0.0/8", "kind": "office"}]


def name_places(office):
    keeper = office.keeper
    allowances = keeper.must(keeper.get(places))["allowances"]
    for cell in allowances:
        cell |= {"sign_in": True, "download": True, "administration": True}
    keeper.must(keeper.put(places, {"networks": networks, "allowances": allowances}))


def sit(office, login, address, agent=windows):
    """A new session of this person at a desk there."""
    client = Client(office.server, address=address)
    client.must(client.sign_in(office.card(login)))
    client.agent = agent
    return client


def act(client):
    """Does something that changes nothing; nobody does two things within a millisecond, which is one to the server."""
    time.sleep(0.002)
    headers = {"User-Agent": client.agent}
    client.must(client.ask("PUT", "/api/v1/notices/quiet", {"what": "digest", "quiet": False}, **headers))


def in_two_places(office, login):
    name_places(office)
    desks = [sit(office, login, address) for address in (main, north)]
    for desk in desks:
        act(desk)
    return desks


def doubt_of(office, login):
    """What somebody is asked who was in two places at once."""
    desk, _ = in_two_places(office, login)
    return desk.must(desk.get(mine))["doubts"][0]["id"]
