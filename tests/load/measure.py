"""What is measured: one server under one load at a time, each with a process of its own."""

import shutil
import time
from statistics import median, quantiles

from initial_js import initial_js_kb
from machine import GENERATOR_CORE, SERVER_CORE, Process, free_port, run_json, seconds_to_first_200
from office import Client, staff_csv


# Office text that the rules find something in, as long as a long message.
draft = {"kind": "message", "place": "room:1",
         "text": ("お疲れ様です。会議は14時です。" + "資料は受付に置きました。車は3号です。" * 30)[:500]}


class Bench:
    def __init__(self, tree, build, folder, office, sizes):
        self.tree = tree
        self.build = build        # where the programs are
        self.folder = folder      # for data and logs; on the disk that is measured
        self.office = office
        self.sizes = sizes
        self.log = folder / "bench.log"

    def measure(self, server, load):
        """One measurement; a dictionary of what it found."""
        if (server, load) == ("disk", "fsync"):
            return self.probe_disk()
        if (server, load) == ("sqlite", "posts"):
            return self.bare_sqlite()
        if (server, load) == ("web", "size"):
            return {"value": initial_js_kb(self.tree / "web/dist")}
        if (server, load) == ("web", "search"):
            return self.search()
        if (server, load) == ("web", "keypress"):
            return self.keypress()
        if (server, load) == ("sqlite", "import"):
            return self.bare_import()
        if load.startswith("import"):
            return self.staff_import(with_rooms=load == "import_rooms")
        if load == "start":
            return self.start(server)
        if load == "empty":
            return self.empty()
        if load == "idle":
            return self.idle()
        if load == "checks":
            return self.checks()
        if load.startswith("revoke_"):
            return self.revoke(load)
        return self.drive(server, load)

    def drive(self, server, load):
        process, port = self.serve(server)
        with process:
            found = run_json(self.generator(server, port) + self.load_options(server, load) +
                             ["--server-pid", process.pid], GENERATOR_CORE, self.log)
        if found["wrong"] or (found["missing"] and load != "posts"):
            raise RuntimeError(f"{found['wrong']} deliveries were wrong, {found['missing']} missing")
        return found

    def serve(self, server):
        if server == "product":
            self.office.prepare()
            return self.office.start(self.office.copy())
        process = Process(self.peer_command(server), SERVER_CORE, self.log)
        return process, process.line()["port"]

    def peer_command(self, server, port=0):
        if server == "raw":
            return [self.build / "load_raw_server", port]
        return ["node", self.tree / "tests/load/peers/ws_server.mjs", port]

    def generator(self, server, port):
        return [self.build / "load_generator", "--target", server, "--port", port,
                "--warm-up", self.sizes.warm_up, "--seconds", self.sizes.seconds]

    def load_options(self, server, load):
        mode, _, size = load.partition("_")
        size = size or "10"
        rooms, members = self.sizes.layouts[size]
        options = ["--mode", mode, "--rooms", rooms, "--members", members]
        if mode == "closed":
            options += ["--window", 8 if size == "1000" else 4]
        if mode == "open":
            options += ["--window", 16, "--rate", self.sizes.open_rate]
        if server == "product":
            options += ["--rooms-file", self.office.rooms_file(size)]
        return options

    def probe_disk(self):
        return run_json([self.build / "load_fsync_probe", self.folder / "probe", self.sizes.seconds],
                        SERVER_CORE, self.log)

    def bare_sqlite(self):
        data = self.folder / "bare"
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir()
        return run_json([self.build / "load_bare_sqlite", data / "bare.db", self.sizes.seconds,
                         self.tree / "server"], SERVER_CORE, self.log)

    def bare_import(self):
        data = self.folder / "bare"
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir()
        return run_json([self.build / "load_bare_import", data / "bare.db", self.sizes.staff, self.tree / "server"],
                        SERVER_CORE, self.log)

    def staff_import(self, with_rooms):
        """From the sheet's first byte to the answer, into an organisation of one."""
        data = self.folder / "import"
        shutil.rmtree(data, ignore_errors=True)
        process, port = self.office.start(data)
        with process:
            admin = Client(port)
            admin.sign_in(self.office.card("administrator", data))
            sheet = staff_csv(self.sizes.staff, with_rooms)
            began = time.perf_counter()
            report = admin.ask("POST", "/api/v1/directory/imports", sheet, "text/csv")[1]
            seconds = time.perf_counter() - began
        if report["added"] != self.sizes.staff:
            raise RuntimeError(f"{report} of {self.sizes.staff} rows")
        return {"rows_per_second": self.sizes.staff / seconds, "seconds": seconds}

    def search(self):
        return run_json(["node", self.tree / "tests/load/directory_search.mjs", self.sizes.staff, self.sizes.searches],
                        SERVER_CORE, self.log)

    def keypress(self):
        found = run_json(["node", self.tree / "tests/load/directory_keypress.mjs", self.sizes.staff, self.sizes.presses],
                         None, self.log, HORENSO_PROGRAM=str(self.office.program))
        return {"value": found["key_p95_ms"], **found}

    def start(self, server):
        """The second start: the database is there, its pages are in memory as after any restart."""
        times = []
        for _ in range(self.sizes.starts):
            port = free_port()
            if server == "product":
                self.office.prepare_sample()
                command = self.office.command(self.office.sample, port) + ["--sample"]
            else:
                command = self.peer_command(server, port)
            times.append(seconds_to_first_200(command, port, self.log))
        return {"seconds": median(times)}

    def empty(self):
        self.office.prepare_sample()
        process, _ = self.office.start(self.office.sample, "--sample")
        with process:
            time.sleep(self.sizes.settle)
            return {"value": process.pss_kb() / 1024}

    def checks(self):
        """What the guideline says of 500 characters, between requests that ask for nothing, on one connection."""
        self.office.prepare()
        process, port = self.office.start(self.office.copy())
        with process:
            client = Client(port, self.office.cookie())
            asks = {"echo_p95_us": ("GET", "/healthz"), "check_p95_us": ("POST", "/api/v1/policy/check", draft)}
            took = {name: [] for name in asks}
            for _ in range(self.sizes.checks):
                for name, ask in asks.items():
                    began = time.perf_counter()
                    client.ask(*ask)
                    took[name].append(time.perf_counter() - began)
        return {name: quantiles(times, n=20)[-1] * 1e6 for name, times in took.items()}

    def revoke(self, load):
        """From the answer that somebody, or everybody, is on leave to the last of their sockets told so."""
        self.office.prepare()
        process, port = self.office.start(self.office.copy())
        with process:
            people = self.office.idle_people[:1] if load == "revoke_one" else self.office.idle_people
            cookies = self.folder / load
            cookies.write_text("room 0\n" + "".join(f"member {cookie}\n" for _, cookie in people))
            command = self.generator("product", port) + ["--mode", "signed_out", "--rooms-file", cookies,
                                                         "--connections", self.sizes.idle_connections]
            with Process(command, GENERATOR_CORE, self.log) as generator:
                generator.line()
                admin = Client(port, self.office.admin_cookie)
                for person, _ in people:
                    admin.ask("PUT", f"/api/v1/directory/people/{person}/leave", {"from": "2020-04-01"})
                answered = time.monotonic_ns()
                told = generator.line()
        if told["signed_out"] != self.sizes.idle_connections:
            raise RuntimeError(f"{told['signed_out']} sockets were signed out")
        return {"milliseconds": (told["last_ns"] - answered) / 1e6}

    def idle(self):
        self.office.prepare()
        process, port = self.office.start(self.office.copy())
        count = self.sizes.idle_connections
        command = self.generator("product", port) + ["--mode", "idle", "--connections", count,
                                                     "--rooms-file", self.office.rooms_file("idle")]
        with process:
            time.sleep(self.sizes.settle)
            before = process.pss_kb()
            with Process(command, GENERATOR_CORE, self.log) as generator:
                generator.line()
                time.sleep(self.sizes.settle)
                return {"value": (process.pss_kb() - before) / count}
