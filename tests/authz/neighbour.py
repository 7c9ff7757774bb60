"""A second organisation on an office's server: same logins before the '@', other people."""

from tests.kit.client import Client
from tests.kit.office import Office, sheet

slug = "tonari"
names = {
    "mori": ("森 守", "モリ マモル", "事務局"),
    "aoki": ("江川 明", "エガワ アキラ", "事務局"),
    "sato": ("村井 学", "ムライ マナブ", "訪問係"),
    "tanaka": ("西 すみれ", "ニシ スミレ", "訪問係"),
    "hara": ("黒田 渉", "クロダ ワタル", "窓口"),
}


class Neighbour(Office):
    """`neighbour.sato` is 村井 of となり町. 江川 is an administrator there, and 森, who is nobody in the
    tests. Nobody here is known in the office."""

    def __init__(self, office, address="127.0.0.1"):
        self.server, self.people, self.address = office.server, {}, address
        self.command("organisation", "add", "となり町社協", slug)
        file = self.server.folder / "neighbour.csv"
        file.write_bytes(sheet(names))
        self.command("import", "people", str(file), "--org", slug)
        for login in ("aoki", "mori"):
            self.command("role", login, "administrator", "--org", slug)
        self.keeper = self.come_in(self.command("card", "mori", "--org", slug)[0]["code"])
        everybody = self.keeper.must(self.keeper.get("/api/v1/directory/people"))["people"]
        self.ids = {person["login"].removesuffix(f"@{slug}"): person["id"] for person in everybody}

    def come_in(self, code):
        client = Client(self.server, address=self.address)
        client.must(client.sign_in(code))
        return client

    def session_of(self, login):
        return self.come_in(self.card(login))

    def close(self):
        pass  # the server is the office's
