"""Cookies that let nobody in, though each was once a good one or looks like it."""

from tests.kit.client import Client
from tests.kit.office import sheet
from tests.kit.retirement import everybody, retire_now

name = "horenso_session"
password = "ほうれん草のおひたしと朝ごはん"
pin = "739184"


def parts(client):
    """Organisation, session, secret."""
    return client.cookie.removeprefix(f"{name}=").split("-", 2)


def made_of(org, session, secret):
    return f"{name}={org}-{session}-{secret}"


def wrong_secret(secret):
    """As long, of the same letters, and another in its last place but one."""
    other = "a" if secret[-2] != "a" else "b"
    return secret[:-2] + other + secret[-1]


def dead_cookies(office, neighbour):
    """By name. Restarts the server: some of them grow old behind its back."""
    dead = old_cookies(office) | {"retired": cookie_of_somebody_retired(office)}
    alive, other = office.session_of("ogawa"), neighbour.session_of("hara")
    (org, session, secret), (elsewhere, foreign, _) = parts(alive), parts(other)
    dead |= {
        "garbage": f"{name}=0-%00-ü".encode().decode("latin-1"),
        "forged": made_of(org, session, wrong_secret(secret)),
        "without a secret": made_of(org, session, ""),
        "moved to another organisation": made_of(elsewhere, session, secret),
        "own secret, numbers of another": made_of(elsewhere, foreign, secret),
    }
    left = office.session_of("ogawa")
    remember_everywhere(left)
    left.must(left.delete("/api/v1/session"))
    dead["signed out"] = left.cookie

    elsewhere, here = office.session_of("kato"), office.session_of("kato")
    remember_everywhere(elsewhere)
    here.must(here.put("/api/v1/me/password", {"password": password}))
    dead["ended from elsewhere"] = elsewhere.cookie
    return dead


def remember_everywhere(client):
    """Asks over so many connections that each loop of the server has seen this session."""
    for connection in [client.again() for _ in range(8)]:
        connection.must(connection.get("/api/v1/session"))


hour = 3600 * 1000

# What is over: the device, the column that says it, and how long ago by now.
old = {
    "idle for too long": ("own", "last_seen_at", 14 * 24 * hour),
    "too old": ("own", "created_at", 90 * 24 * hour),
    "idle for too long on a shared device": ("shared", "last_seen_at", hour / 2),
    "too old on a shared device": ("shared", "device_since", 12 * hour),
}


def old_cookies(office):
    clients = {name: office.session_of("ogawa", device) for name, (device, _, _) in old.items()}
    office.server.stop()
    for name, (_, column, age) in old.items():
        office.server.database.run(f"UPDATE access_session SET {column} = {column} - {int(age)} "
                                   f"WHERE session_id = {parts(clients[name])[1]}")
    office.server.start()
    return {name: client.cookie for name, client in clients.items()}


def cookie_of_somebody_retired(office):
    """Whose last day was long ago, as the server finds when it wakes."""
    keeper = office.keeper
    newcomer = sheet({"owari": ("山田 終", "ヤマダ オワリ", "総務課")})
    keeper.must(keeper.post("/api/v1/directory/imports", newcomer, kind="text/csv"))

    office.ids["owari"] = next(one["id"] for one in everybody(office) if one["login"] == "owari@office")
    client = office.session_of("owari")
    remember_everywhere(client)
    retire_now(office, office.ids.pop("owari"))
    return client.cookie


def client_with(server, cookie):
    return Client(server, cookie)
