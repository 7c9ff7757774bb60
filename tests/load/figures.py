"""The figures: their names, goals, and how each comes out of what was measured."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    name: str
    unit: str
    goal: float
    at_least: bool       # or at most
    needs: tuple         # measurements: (server, load)
    value: object        # from one round's measurements, keyed as in `needs`

    def met(self, value):
        return value >= self.goal if self.at_least else value <= self.goal

    def goal_text(self):
        return f"{'≥' if self.at_least else '≤'} {self.goal:g}"


def quotient(name, field, over, under, goal, at_least=True):
    return Figure(name, "ratio", goal, at_least, (over, under), lambda m: m[over][field] / m[under][field])


def single(name, unit, goal, measurement):
    return Figure(name, unit, goal, False, (measurement,), lambda m: m[measurement]["value"])


def extra_in_fsyncs(m):
    ours, raw = m["product", "open_100"]["p50_us"], m["raw", "open_100"]["p50_us"]
    return (ours - raw) / m["disk", "fsync"]["p50_us"]


RATE = "deliveries_per_second"
FIGURES = [
    quotient("fanout_10_vs_raw", RATE, ("product", "closed_10"), ("raw", "closed_10"), 0.8),
    quotient("fanout_100_vs_raw", RATE, ("product", "closed_100"), ("raw", "closed_100"), 1.5),
    quotient("fanout_1000_vs_raw", RATE, ("product", "closed_1000"), ("raw", "closed_1000"), 2.0),
    quotient("cpu_per_delivery_100_vs_raw", "server_cpu_us_per_delivery", ("product", "closed_100"),
             ("raw", "closed_100"), 0.7, at_least=False),
    quotient("fanout_100_vs_node_ws", RATE, ("product", "closed_100"), ("ws", "closed_100"), 2.5),
    quotient("durable_posts_vs_bare_sqlite", "posts_per_second", ("product", "posts"), ("sqlite", "posts"), 0.2),
    Figure("seen_p50_extra_in_fsyncs", "fsyncs", 5, False,
           (("product", "open_100"), ("raw", "open_100"), ("disk", "fsync")), extra_in_fsyncs),
    Figure("policy_check_p95_vs_echo", "ratio", 4, False, (("product", "checks"),),
           lambda m: m["product", "checks"]["check_p95_us"] / m["product", "checks"]["echo_p95_us"]),
    Figure("directory_search_vs_scan", "ratio", 0.05, False, (("web", "search"),),
           lambda m: m["web", "search"]["search_p95_us"] / m["web", "search"]["scan_p95_us"]),
    single("directory_keypress_ms", "ms", 100, ("web", "keypress")),
    quotient("import_rows_vs_bare_sqlite", "rows_per_second", ("product", "import"), ("sqlite", "import"), 0.2),
    quotient("import_into_rooms_vs_bare_sqlite", "rows_per_second", ("product", "import_rooms"),
             ("sqlite", "import"), 0.2),
    Figure("revoke_10000_ms", "ms", 1000, False, (("product", "revoke_one"), ("product", "revoke_all")),
           lambda m: max(found["milliseconds"] for (_, load), found in m.items() if load.startswith("revoke_"))),
    single("rss_empty_mb", "MiB", 30, ("product", "empty")),
    single("kb_per_idle_connection", "KiB", 6, ("product", "idle")),
    quotient("start_vs_node_ws", "seconds", ("product", "start"), ("ws", "start"), 0.5, at_least=False),
    single("web_initial_js_kb", "kB", 90, ("web", "size")),
]


@dataclass(frozen=True)
class Outcome:
    figure: Figure
    values: list  # one per round
    error: str = ""

    @property
    def value(self):
        return median(self.values)


def evaluate(figure, rounds):
    """`rounds`: for each round a dictionary (server, load) → measurement or an exception's text."""
    values = []
    for measured in rounds:
        for need in figure.needs:
            if isinstance(measured.get(need), str):
                return Outcome(figure, [], f"{need[0]} {need[1]}: {measured[need]}")
        values.append(figure.value(measured))
    return Outcome(figure, values)


def as_json(outcome):
    return {"value": round(outcome.value, 4), "unit": outcome.figure.unit, "goal": outcome.figure.goal,
            "goal_is": "at_least" if outcome.figure.at_least else "at_most",
            "met": outcome.figure.met(outcome.value), "low": round(min(outcome.values), 4),
            "high": round(max(outcome.values), 4), "rounds": len(outcome.values)}
