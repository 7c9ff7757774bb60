import { expect, test } from "vitest";
import { added, moved, removed, renamed, rowsOf, type Rows, type Way } from "./tree.ts";
import { changesBetween } from "./tree_changes.ts";
import { department, office } from "./tree_fixtures.ts";

const rows = rowsOf(office);
const go = (from: Rows, key: string, way: Way): Rows => moved(from, key, way) ?? [];
const changes = (after: Rows) => changesBetween(rows, after);

test("GivenNoEdits_WhenSummedUp_ThenThereIsNothing", () => {
  expect(changes(rows)).toEqual([]);
  expect(changes(renamed(rows, "=総務課", " 総務課 "))).toEqual([]);
});

test("GivenEveryKindOfEdit_WhenSummedUp_ThenNewNamesAreSpoken", () => {
  const named = renamed(rows, "=地域福祉課", "地域課");
  const { rows: more, key } = added(named, "=地域福祉課");
  const all = removed(renamed(more, key, "見守り係"), "=貸付係");
  expect(changes(go(all, "=生活支援課", "up"))).toEqual([
    { kind: "renamed", was: "地域福祉課", name: "地域課" },
    { kind: "added", name: "見守り係", under: "地域課" },
    { kind: "removed", name: "貸付係" },
    { kind: "moved", name: "地域課", under: undefined, behind: "生活支援課" },
  ]);
});

test("GivenAParent_WhenItMoves_ThenItsPartsAreNotCounted", () => {
  expect(changes(go(rows, "=地域福祉課", "in"))).toEqual([
    { kind: "moved", name: "地域福祉課", under: "総務課", behind: undefined },
  ]);
});

test("GivenOneThatWentPastOthers_WhenSummedUp_ThenItAloneMoved", () => {
  const many = rowsOf(["A", "B", "C", "D"].map((name) => department(name)));
  const last = ["=A", "=A", "=A"].reduce((from, key) => go(from, key, "down"), many);
  expect(changesBetween(many, last)).toEqual([
    { kind: "moved", name: "A", under: undefined, behind: "D" },
  ]);
  expect(changesBetween(many, go(go(many, "=D", "up"), "=D", "down"))).toEqual([]);
});

test("GivenANewParent_WhenOneGoesIntoIt_ThenItMoved", () => {
  const { rows: more, key } = added(rows, undefined);
  const named = renamed(more, key, "新");
  const into = go(go(named, key, "up"), "=生活支援課", "in");
  expect(changes(into)).toEqual([
    { kind: "added", name: "新", under: undefined },
    { kind: "moved", name: "生活支援課", under: "新", behind: undefined },
  ]);
});

test("GivenTwoThatChangeNames_WhenSummedUp_ThenBothAreRenamedAndNobodyMoved", () => {
  const swapped = renamed(renamed(rows, "=総務課", "生活支援課"), "=生活支援課", "総務課");
  expect(changes(swapped)).toEqual([
    { kind: "renamed", was: "総務課", name: "生活支援課" },
    { kind: "renamed", was: "生活支援課", name: "総務課" },
  ]);
});

test("GivenWhatSomebodyElseMade_WhenCompared_ThenANewNameIsOneThatCameAndOneThatWent", () => {
  const theirs = office.map((one) =>
    one.name === "総務課" ? department("総務部") : { ...one, people: 1 },
  );
  expect(changes(rowsOf(theirs))).toEqual([
    { kind: "added", name: "総務部", under: undefined },
    { kind: "removed", name: "総務課" },
  ]);
});
