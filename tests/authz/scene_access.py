"""What a question about ways in is about: devices, screens on walls, passkeys, second factors, PINs."""

import functools
import itertools

from tests.authz.cookies import password, pin
from tests.kit import passkey, totp
from tests.kit.displays import display_of
from tests.kit.doubts import doubt_of
from tests.kit.office import sheet

numbers = itertools.count(1)


def owner_of_a_phone(office):
    """Signed in on a private device."""
    login = f"mochi{next(numbers)}"
    people = sheet({login: ("持 主", "モチ ヌシ", "総務課")})
    office.aoki.must(office.aoki.post("/api/v1/directory/imports", people, kind="text/csv"))
    everybody = office.aoki.must(office.aoki.get("/api/v1/directory/people"))["people"]
    office.ids[login] = next(one["id"] for one in everybody if one["login"].startswith(f"{login}@"))
    return office.session_of(login)


def device_of(office, person):
    path = f"/api/v1/directory/people/{person}/devices"
    return office.aoki.must(office.aoki.get(path))["devices"][0]["id"]


def loss_of(office, person):
    aoki, losses = office.aoki, "/api/v1/access/losses"
    aoki.must(aoki.post(losses, {"person": person}))
    return next(one["id"] for one in aoki.must(aoki.get(losses))["losses"] if one["person"] == person)


class AccessScene:
    asker = None  # who asks the question that is being made

    # Devices, of somebody whose sessions nothing else needs.

    @functools.cached_property
    def owner(self):
        return self.raised(owner_of_a_phone(self.office))

    def device(self):
        return device_of(self.office, self.owner.person)

    @functools.cached_property
    def loss(self):
        return loss_of(self.office, self.raised(owner_of_a_phone(self.office)).person)

    def without_a_phone(self):
        """The same person for everybody in an office: of others, a colleague stops devices only so often."""
        kept = self.office.__dict__.setdefault("without_a_phone", [])
        if not kept:
            kept.append(owner_of_a_phone(self.office))
        return self.raised(kept[0]).person

    @functools.cached_property
    def wallet_number(self):
        return self.owner.must(self.owner.post("/api/v1/me/wallet-card"))["number"]

    @functools.cached_property
    def display(self):
        return display_of(self.office)

    def anothers_doubt(self):
        """What 小川 is asked, whose two desks are in two places."""
        return doubt_of(self.office, "ogawa")

    # Passkeys: each kept until the office's people are forgotten.

    def passkey_of(self, login):
        client = self.session_of(login)
        kept = self.office.__dict__.setdefault("passkeys", {})
        if login not in kept:
            kept[login] = passkey.register(client)
        return kept[login]

    def anothers_passkey(self):
        return self.passkey_of("ogawa")[1]["id"]

    def signed_by_passkey(self):
        device, _ = self.passkey_of("kato")
        return device.sign(passkey.asked(self.office.outsider()))

    def made_passkey(self):
        """By whoever asks; of somebody who is outside, for somebody else."""
        is_inside = self.asker.get("/api/v1/session").status == 200
        client = self.asker if is_inside else self.session_of("kato")
        return passkey.Device(passkey.named(client)).make(passkey.offered(client))

    # A second factor: of whoever asks; of somebody who is outside, nobody's.

    def without_second_factor(self, question):
        if self.asker.get("/api/v1/session").status == 200:
            self.asker.put("/api/v1/me/password", {"password": password, "current": password})
            self.asker.must(self.asker.delete("/api/v1/me/second-factor"), 204, 404)
        return question

    def begun_second_factor(self):
        self.without_second_factor(())
        begun = self.asker.post("/api/v1/me/second-factor/secret", {})
        return {"code": totp.code_of(begun.json["secret"]) if begun.status == 201 else "000000"}

    def with_second_factor(self, question):
        confirmed = self.begun_second_factor()
        self.asker.post("/api/v1/me/second-factor", confirmed)
        return question

    def somebody_with_a_year(self):
        """In the ID, where first passwords follow the guideline's pattern."""
        aoki, path = self.office.aoki, "/api/v1/directory/people"
        rules = {"password_days": 0, "second_for_administrators": False, "login_form": "name",
                 "pattern_passwords": True}
        aoki.must(aoki.put("/api/v1/access/sign-in-rules", rules))
        login = f"m.toshi{self.number}.1967"
        people = sheet({login: ("年 持", "トシ モチ", "総務課")})
        aoki.must(aoki.post("/api/v1/directory/imports", people, kind="text/csv"))
        everybody = aoki.must(aoki.get(path))["people"]
        self.office.ids[login] = next(one["id"] for one in everybody if one["login"].startswith(f"{login}@"))
        self.lift(login)
        return self.office.ids[login]

    def at_a_counter(self):
        """Whoever asks sits at a PC of many, on which 加藤 has a PIN."""
        kato = self.come_in("kato", "shared")
        kato.must(kato.put("/api/v1/me/pin", {"pin": pin}))
        if self.asker:
            self.asker.device = kato.device
        return {"person": kato.person, "pin": pin}
