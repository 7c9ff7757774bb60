import { expect, test } from "vitest";
import { editedPatterns, judgeName, newRow, patternRows } from "./patterns.ts";

const patterns = [
  { name: "早番", opens: 420, closes: 960 },
  { name: "夜勤", opens: 1020, closes: 1980 },
  { name: "休み" },
];
const named = (...names: string[]) =>
  patternRows(patterns).map((row, i) => ({ ...row, name: names[i] ?? row.name }));

test("GivenPatterns_WhenNothingIsChanged_ThenTheyAreTheSame", () => {
  expect(editedPatterns(patternRows(patterns))).toEqual(patterns);
  expect(editedPatterns([])).toEqual([]);
});

test("GivenANewLine_WhenAdded_ThenItsKeyIsAnotherAndItsNameIsMissing", () => {
  const rows = patternRows(patterns);
  const added = newRow(rows);
  expect(rows.map(({ key }) => key)).not.toContain(added.key);
  expect(newRow([]).key).toBe(0);
  expect(judgeName([...rows, added], added)).toBe("missing");
  expect(editedPatterns([...rows, added])).toBeUndefined();
});

test.each([
  ["ADoubleName", ["遅番", " 遅番"], ["fine", "twice", "fine"]],
  ["ALongName", ["あ".repeat(11), "あ".repeat(10)], ["long", "fine", "fine"]],
  ["AnEmptyName", [" "], ["missing", "fine", "fine"]],
])("Given%s_WhenJudged_ThenTheLineIsNamed", (_, names, judged) => {
  const rows = named(...names);
  expect(rows.map((row) => judgeName(rows, row))).toEqual(judged);
  expect(editedPatterns(rows)).toBeUndefined();
});

test("GivenAWrongTime_WhenTheLineIsOff_ThenItDoesNotMatter", () => {
  const rows = patternRows(patterns).map((row) => ({ ...row, closes: "x" }));
  expect(editedPatterns(rows)).toBeUndefined();
  const off = rows.map((row) => ({ ...row, open: false }));
  expect(editedPatterns(off)).toEqual(patterns.map(({ name }) => ({ name })));
});
