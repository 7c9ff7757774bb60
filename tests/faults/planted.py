"""Planted bugs: each patch of bugs/ is what a tired engineer could write. Its first lines say which bug it is,
and which campaign finds it by which of the checker's rules:

    What the program does.
    Campaign: kill × 5
    Rule: C1
"""

import dataclasses
import pathlib
import re

from tests.kit.server import root

folder = pathlib.Path(__file__).parent / "bugs"
programs = root / "build/release/bugs"  # made by the target `bugs` (cmake/horenso_bugs.cmake)
form = re.compile(r"(?P<says>.+\.)\nCampaign: (?P<campaign>\S+) × (?P<times>\d+)\nRule: (?P<rule>C\d+)\n")


@dataclasses.dataclass(frozen=True)
class Bug:
    patch: pathlib.Path
    says: str
    campaign: str
    times: int
    rule: str

    @property
    def name(self):
        return self.patch.stem

    @property
    def program(self):
        return programs / self.name


def read(patch):
    found = form.match(patch.read_text())
    if not found:
        raise ValueError(f"{patch.name} doesn't begin with what it is, its campaign and its rule")
    return Bug(patch, found["says"], found["campaign"], int(found["times"]), found["rule"])


def bugs():
    return [read(patch) for patch in sorted(folder.glob("*.patch"))]
