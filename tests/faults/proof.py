"""What is known of the checker after planted bugs were looked for: the lines and the table that say so."""

import collections

limit = 180  # seconds in which a bug must show
share = 0.9  # of the seeds that must show it


def rules_of(findings):
    return {finding.split()[0] for finding in findings or () if finding.startswith("C")}


class Proof:
    """One bug. It is caught if the rule that it breaks says so, and says nothing of the program as it is."""

    def __init__(self, bug):
        self.bug = bug
        self.seconds = []  # of the runs that caught it
        self.also = collections.Counter()  # other rules that said something
        self.runs = 0
        self.false_alarms = []

    def take(self, findings, seconds):
        """Of one run; None: it came to no end, and shows nothing."""
        self.runs += 1
        if self.shows(findings, seconds):
            self.seconds.append(seconds)
        self.also.update(rules_of(findings) - {self.bug.rule})

    def shows(self, findings, seconds):
        return self.bug.rule in rules_of(findings) and seconds <= limit

    def take_honest(self, findings):
        if findings != []:
            self.false_alarms.append(findings)

    def is_caught(self):
        return self.runs > 0 and len(self.seconds) >= share * self.runs and not self.false_alarms

    def cells(self):
        took = f"{max(self.seconds):.0f}" if self.seconds else "-"
        return (self.bug.name, f"{self.bug.campaign} × {self.bug.times}", self.bug.rule,
                " ".join(sorted(self.also)) or "-", took, f"{len(self.seconds)} of {self.runs}", len(self.false_alarms))


head = ("bug", "campaign", "rule", "also", "slowest, s", "caught", "false alarms")
widths = (34, 15, 5, 15, 11, 9, 0)


def line(cells):
    return " ".join(str(cell).ljust(width) for cell, width in zip(cells, widths)).rstrip()


begin, end = "<!-- proof -->\n", "<!-- end of proof -->\n"


def write_table(page, proofs):
    """Rewrites the table that stands between the marks in `page`."""
    rows = [(*head, "what the program does"), ["---"] * (len(head) + 1)]
    rows += [(f"`{proof.bug.name}`", *proof.cells()[1:], proof.bug.says) for proof in proofs]
    table = "".join("| " + " | ".join(map(str, row)) + " |\n" for row in rows)
    text = page.read_text()
    before, after = text.split(begin)[0], text.split(end)[1]
    page.write_text(before + begin + "\n" + table + "\n" + end + after)
