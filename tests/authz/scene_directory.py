"""What a question about people is about: roles, departments, sites, what is planned, photos."""

import functools

from tests.authz.appointing import appoint, made_set
from tests.kit.photos import chosen


class DirectoryScene:
    def newcomer(self):
        return {f"shin{self.number}": (f"新 人{self.number}", "シン ジン", "総務課")}

    # Roles (clause 3.1).

    permission = None  # of the operation that is asked
    rise = None        # what those rise to whom the question is about

    def entrusted(self, permissions, login="hara"):
        appoint(self.office, login, "member", permissions)
        return self.session_of(login)

    def raise_target(self, role, permissions=()):
        """Whom the question is about is somebody more."""
        self.rise = (role, permissions)
        appoint(self.office, "ogawa", role, permissions)

    def raised(self, client):
        login, = (login for login, number in self.office.ids.items() if number == client.person)
        self.lift(login)
        return client

    def lift(self, login):
        """Somebody else whom the question is about is that, too."""
        if self.rise:
            appoint(self.office, login, *self.rise)

    @functools.cached_property
    def role_set(self):
        """One that 小川 may be given."""
        return made_set(self.office, ["figures"], for_login="ogawa")

    def departments(self):
        """As they are, in a version that the neighbour's directory has not come to."""
        def told(office):
            return office.aoki.must(office.aoki.get("/api/v1/directory/departments"))

        while (here := told(self.office))["version"] <= told(self.neighbour)["version"]:
            self.office.aoki.must(self.office.aoki.put("/api/v1/directory/heads", {"department": "総務課"}))
        same = [{"name": one["name"], "was": one["name"]} for one in here["departments"]]
        return {"version": here["version"], "departments": same}

    # Sites: two in the office, from the first question about one; the neighbour has none.

    def sites_told(self, office=None):
        aoki = (office or self.office).aoki
        return aoki.must(aoki.get("/api/v1/directory/sites"))

    def site(self, name="本所"):
        """The office's departments work at 本所, but for 原's, which works at 分室."""
        if not self.sites_told()["sites"]:
            aoki = self.office.aoki
            both = [{"name": one, "address": "", "telephone": ""} for one in ("本所", "分室")]
            aoki.must(aoki.put("/api/v1/directory/sites", {"version": self.sites_told()["version"], "sites": both}))
            for one in aoki.must(aoki.get("/api/v1/directory/departments"))["departments"]:
                at = "分室" if one["name"] == self.department_of("hara") else "本所"
                aoki.must(aoki.put("/api/v1/directory/departments/site", {"department": one["name"], "site": at}))
        return name

    def at_site(self, login, name):
        """Somebody's session, who works there by themselves from now on."""
        aoki, client = self.office.aoki, self.session_of(login)
        path = f"/api/v1/directory/people/{self.office.ids[login]}/transfer"
        answer = aoki.post(path, {"day": "2026-01-01", "site": name})
        assert answer.status == 204 or answer.json["code"] == "directory.nothing_changes", answer.json
        return client

    def department_of(self, login):
        people = self.office.aoki.must(self.office.aoki.get("/api/v1/directory/people"))["people"]
        return next(one["department"] for one in people if one["id"] == self.office.ids[login])

    def sites(self):
        """As they are, in a version that the neighbour's directory has not come to."""
        self.site()
        self.departments()
        here = self.sites_told()
        same = [{"was": one["name"], **{field: one[field] for field in ("name", "address", "telephone")}}
                for one in here["sites"]]
        return {"version": here["version"], "sites": same}

    def planned(self):
        """That 小川 will retire one day."""
        aoki = self.office.aoki
        aoki.must(aoki.put(f"/api/v1/directory/people/{self.target}/retirement", {"day": "2099-03-31"}))
        all_planned = aoki.must(aoki.get("/api/v1/directory/planned"))["planned"]
        return next(one["id"] for one in all_planned if one["person"] == self.target)

    def photo(self):
        """Of whom it is about."""
        login = next(login for login, person in self.office.ids.items() if person == self.target)
        if login not in self.photos:
            self.photos[login] = chosen(self.session_of(login))
        return self.photos[login]
