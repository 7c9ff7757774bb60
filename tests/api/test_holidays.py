"""`horenso holidays`: Japan's public holidays, the same as in three lists that others made."""

import os
import subprocess
import tempfile
import unittest

from tests.kit.server import program, root

lists = root / "tests/kit/holidays/print.mjs"

# What each list must hold, so that one that lost its end can't agree: its years and how many days.
sizes = {
    "holiday_jp": (1970, 2050, 1329),
    "cabinet_office": (1955, 2026, 1050),
    "japanese_holidays": (1949, 2099, 2408),
}

# How two of them call what we call otherwise. (The third mixes names of its own with the Cabinet Office's.)
cabinet_office_says = {
    "振替休日": "休日",
    "国民の休日": "休日",
    "皇太子明仁親王の結婚の儀": "結婚の儀",
    "昭和天皇の大喪の礼": "大喪の礼",
    "皇太子徳仁親王の結婚の儀": "結婚の儀",
}
cabinet_office_says_once = {
    "2019-05-01": "休日（祝日扱い）",
    "2019-10-14": "体育の日（スポーツの日）",
    "2019-10-22": "休日（祝日扱い）",
}
japanese_holidays_says = {"天皇の即位の日": "即位の日"}


def horenso(*words, folder=None):
    return subprocess.run([program, "holidays", *words], capture_output=True, text=True, timeout=60, cwd=folder)


def by_date(lines):
    """The lines `DATE NAME`, each date once."""
    days = dict(line.split(" ", 1) for line in lines)
    assert len(days) == len(lines), "a date stands there twice"
    return days


class Holidays(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.printed = horenso().stdout
        cls.ours = by_date(cls.printed.splitlines())
        told = subprocess.run(["node", lists], capture_output=True, text=True, timeout=60)
        if told.returncode != 0:
            raise AssertionError(f"tests/kit/holidays isn't installed (./dev setup)? {told.stderr}")
        lines = [line.split(" ", 1) for line in told.stdout.splitlines()]
        cls.theirs = {name: by_date([day for which, day in lines if which == name]) for name in sizes}

    def of_years(self, first, last):
        return {date: name for date, name in self.ours.items() if first <= int(date[:4]) <= last}

    def test_GivenEachOfTheLists_WhenCounted_ThenItHasAllTheYearsItIsKnownFor(self):
        for name, (first, last, count) in sizes.items():
            with self.subTest(name):
                years = {int(date[:4]) for date in self.theirs[name]}
                self.assertEqual(years, set(range(first, last + 1)))
                self.assertEqual(len(self.theirs[name]), count)

    def test_GivenTheYearsOfEachList_WhenCompared_ThenNoDayIsInOneAndNotInTheOther(self):
        for name, (first, last, _) in sizes.items():
            with self.subTest(name):
                ours, theirs = set(self.of_years(first, last)), set(self.theirs[name])
                self.assertEqual(sorted(ours - theirs), [], "only ours")
                self.assertEqual(sorted(theirs - ours), [], "only theirs")

    def test_GivenTheListOfTheCabinetOffice_WhenNamesAreCompared_ThenOnlyTheKnownOnesDiffer(self):
        expected = {date: cabinet_office_says_once.get(date, cabinet_office_says.get(name, name))
                    for date, name in self.of_years(1955, 2026).items()}
        self.assertEqual(expected, self.theirs["cabinet_office"])

    def test_GivenAListWithSubstitutesAndBridges_WhenNamesAreCompared_ThenOnlyOneDiffers(self):
        expected = {date: japanese_holidays_says.get(name, name) for date, name in self.of_years(1949, 2099).items()}
        self.assertEqual(expected, self.theirs["japanese_holidays"])

    def test_GivenNoData_WhenAskedForAYearOrAll_ThenLinesComeInOrderAndNothingIsMade(self):
        with tempfile.TemporaryDirectory(prefix="horenso-test-") as folder:
            told = horenso("2026", folder=folder)
            self.assertEqual((told.returncode, told.stderr), (0, ""))
            self.assertEqual(os.listdir(folder), [])
        lines = told.stdout.splitlines()
        self.assertEqual(lines[0], "2026-01-01 元日")
        self.assertEqual(lines, [line for line in self.printed.splitlines() if line.startswith("2026-")])
        self.assertEqual(list(self.ours), sorted(self.ours))
        for line in self.printed.splitlines():
            self.assertRegex(line, r"^\d{4}-\d\d-\d\d \S+$")

    def test_GivenAYearThatIsNotKnown_WhenAsked_ThenItIsRefusedAndNothingIsPrinted(self):
        for year in ("1947", "2100", "-1", "next", "2026-01-01"):
            with self.subTest(year):
                told = horenso(year)
                self.assertEqual((told.returncode, told.stdout), (2, ""))
                self.assertNotEqual(told.stderr, "")
        for year in ("1948", "2099"):
            self.assertEqual(horenso(year).returncode, 0)
