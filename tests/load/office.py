"""The product under load: a data folder with people, sessions and rooms, made through its own API."""

import http.client
import json
import re
import shutil
import subprocess
import uuid

from machine import SERVER_CORE, Process


class Client:
    """One person's requests over one connection."""

    def __init__(self, port, cookie=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Origin": f"http://127.0.0.1:{port}", "Cookie": cookie}

    def ask(self, method, path, body=None, kind="application/json"):
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = dict(self.headers, **({"Content-Type": kind} if content else {}))
        self.connection.request(method, path, content, headers)
        reply = self.connection.getresponse()
        text = reply.read()
        if reply.status >= 400:
            raise RuntimeError(f"{method} {path}: {reply.status} {text.decode(errors='replace')}")
        return reply, json.loads(text) if text else None

    def sign_in(self, code):
        reply, session = self.ask("POST", "/api/v1/session/code", {"code": code})
        self.headers["Cookie"] = reply.getheader("Set-Cookie").split(";")[0]
        return session


class Office:
    """A data folder that is made once and copied for every measurement, so that all begin alike."""

    def __init__(self, program, folder, layouts):
        self.program = program
        self.folder = folder
        self.layouts = layouts  # name: (rooms, members per room)
        self.people = max(rooms * members for rooms, members in layouts.values())
        self.log = folder / "horenso.log"
        self.template = folder / "template"
        self.sample = folder / "sample"
        self.prepared = False

    def command(self, data, port=0):
        return [self.program, "serve", "--data", data, "--listen", f"127.0.0.1:{port}", "--loops", "1"]

    def start(self, data, *options):
        """Starts the product and waits until it is ready. Gives the process and its port."""
        process = Process(self.command(data) + list(options), SERVER_CORE, self.log)
        try:
            url = process.line()["url"]
            return process, int(re.search(r":(\d+)", url)[1])
        except Exception:
            process.stop()
            raise

    def copy(self):
        """A fresh copy of the prepared data folder."""
        data = self.folder / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.template, data, ignore=lambda _, names: [n for n in names if n.endswith(".sock")])
        return data

    def rooms_file(self, layout):
        return self.folder / f"rooms-{layout}"

    def prepare_sample(self):
        if not self.sample.exists():
            process, _ = self.start(self.sample, "--sample")
            process.stop()

    def prepare(self):
        """People, a session for each, and the rooms of every layout."""
        if self.prepared:
            return
        shutil.rmtree(self.template, ignore_errors=True)
        process, port = self.start(self.template)
        with process:
            admin = Client(port)
            admin.sign_in(self.card("administrator"))
            admin.ask("POST", "/api/v1/directory/imports", staff_csv(self.people), "text/csv")
            people = admin.ask("GET", "/api/v1/directory/people")[1]["people"]
            staff = sorted((p for p in people if p["login"].startswith("load")), key=lambda p: p["login"])
            codes = [admin.ask("POST", f"/api/v1/directory/people/{p['id']}/card")[1]["code"] for p in staff]
            clients = [Client(port) for _ in staff]
            for client, code in zip(clients, codes):  # one at a time: tries at the same time are throttled
                client.sign_in(code)
            members = [(p["id"], client) for p, client in zip(staff, clients)]
            for layout, (rooms, size) in self.layouts.items():
                self.write_rooms(layout, [members[i * size:(i + 1) * size] for i in range(rooms)])
            self.write_idle(members[:64])
            self.idle_people = [(person, client.headers["Cookie"]) for person, client in members[:64]]
            self.admin_cookie = admin.headers["Cookie"]
        self.prepared = True

    def card(self, role, data=None):
        told = subprocess.run([self.program, "card", "--role", role, "--data", data or self.template],
                              check=True, capture_output=True, text=True).stdout
        return json.loads(told.splitlines()[0])["code"]

    def write_rooms(self, layout, groups):
        with open(self.rooms_file(layout), "w") as file:
            for number, group in enumerate(groups, 1):
                master = group[0][1]
                draft = {"kind": "group", "name": f"{layout}-{number}", "members": [p for p, _ in group[1:]],
                         "client_key": str(uuid.uuid4())}
                room = master.ask("POST", "/api/v1/talk/rooms", draft)[1]
                print("room", room["id"], file=file)
                for _, client in group:
                    print("member", client.headers["Cookie"], file=file)

    def cookie(self):
        """Of somebody who is signed in."""
        lines = self.rooms_file("idle").read_text().splitlines()
        return next(line.removeprefix("member ") for line in lines if line.startswith("member "))

    def write_idle(self, members):
        with open(self.rooms_file("idle"), "w") as file:
            print("room 0", file=file)
            for _, client in members:
                print("member", client.headers["Cookie"], file=file)


def staff_csv(count, with_rooms=False):
    """Without a department and an employment type, so that nobody is in other rooms than those of the layouts; or in
    one of 40 departments, with a room for each and for each employment type."""
    rows = ["氏名,フリガナ,ID,役職,内線,入職日" + (",所属,雇用区分" if with_rooms else "")]
    kinds = ("正職員", "特定業務職員", "臨時職員")
    for n in range(1, count + 1):
        placed = f",第{n % 40}課,{kinds[n % 3]}" if with_rooms else ""
        rows.append(f"計測 花{n}子,ケイソク ハナコ,load{n:04},職員,,2020-04-01{placed}")
    return "\r\n".join(rows).encode()
