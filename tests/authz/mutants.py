"""Planted holes: each patch of mutants/ takes one check out of the server. Its first line says which."""

import pathlib
import subprocess

from tests.kit.server import root

folder = pathlib.Path(__file__).parent / "mutants"


class Mutant:
    def __init__(self, patch):
        self.patch = patch
        self.name = patch.stem
        self.says, *more = patch.read_text().split("\n---", 1)[0].strip().splitlines()
        self.database = "PostgreSQL" if "Only PostgreSQL runs this text." in more else "SQLite"

    def misfit(self):
        """Why it can't be planted in the sources as they are; "" if it can."""
        tried = subprocess.run(["patch", "--strip=1", "--batch", "--forward", "--dry-run", f"--input={self.patch}"], cwd=root,
                               capture_output=True, text=True)
        return tried.stdout + tried.stderr if tried.returncode else ""


def mutants():
    return [Mutant(patch) for patch in sorted(folder.glob("*.patch"))]
