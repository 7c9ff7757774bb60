"""What runs leave behind: a JSON line each, the table of docs/faults.md, and figures in build/bench.json."""

import datetime
import json
import subprocess

from tests.authz import figures
from tests.kit.server import program, root

daily = root / "build/faults.jsonl"
nightly = root / "docs/faults.jsonl"
page = root / "docs/faults.md"
begin, end = "<!-- table -->\n", "<!-- end of table -->\n"


def version():
    """The program's, and the newest commit where there is one."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    commit = subprocess.run(["git", "-C", root, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return f"{told} {commit.stdout.strip()}".strip()


def keep(outcome, file=daily):
    line = {"date": datetime.date.today().isoformat(), "version": version(), "fault": outcome.fault,
            "database": outcome.database, "n": outcome.n, "seed": outcome.seed,
            "acknowledged": outcome.acknowledged, "lost": outcome.lost, "doubled": outcome.doubled,
            "findings": len(outcome.findings), "bound": round(outcome.bound(), 6), "seconds": outcome.seconds,
            "notes": outcome.notes}
    file.parent.mkdir(exist_ok=True)
    with open(file, "a") as out:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")


def write_table():
    """Rewrites the table of docs/faults.md from docs/faults.jsonl."""
    head = ["date", "version", "fault", "n", "seed", "sends", "lost", "doubled", "findings", "bound 3/n", "notes"]
    rows = [head, ["---"] * len(head)]
    for line in map(json.loads, nightly.read_text().splitlines()):
        notes = ", ".join(f"{name} {value}" for name, value in line["notes"].items())
        rows.append([line["date"], line["version"], f"{line['fault']}, {line['database']}", f"{line['n']:,}",
                     line["seed"], f"{line['acknowledged']:,}", line["lost"], line["doubled"], line["findings"],
                     f"{line['bound']:.2%}", notes])
    table = "".join("| " + " | ".join(map(str, row)) + " |\n" for row in rows)
    text = page.read_text()
    before, after = text.split(begin)[0], text.split(end)[1]
    page.write_text(before + begin + "\n" + table + "\n" + end + after)


def merge(outcomes, suite="faults"):
    """Figures beside those of other parts: the most that a campaign of this run lost or doubled."""
    for name in ("lost", "doubled"):
        figures.keep(f"{suite}_{name}", sum(getattr(outcome, name) for outcome in outcomes), "messages", 0,
                     at_least=False)
