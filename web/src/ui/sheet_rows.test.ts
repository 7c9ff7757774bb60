import { expect, test } from "vitest";
import { faultBlocks, faultsOf, planBlocks } from "./sheet_rows.ts";

const many = <T>(n: number, of: (i: number) => T) => Array.from({ length: n }, (_, i) => of(i));

test("GivenAPlan_WhenItIsShown_ThenNewcomersComeFirstTenToABlock", () => {
  const added = many(21, (i) => `q${i}`);
  const changed = many(2, (i) => i);
  const blocks = planBlocks({ added, changed, unchanged: 0 });
  expect(blocks.map(({ part, rows, first }) => [part, rows, first])).toEqual([
    ["added", 10, true],
    ["added", 10, false],
    ["added", 1, false],
    ["changed", 2, true],
  ]);
  expect(blocks.flatMap<unknown>(({ items }) => items)).toEqual([...added, ...changed]);
});

test("GivenBadRows_WhenTheyAreShown_ThenEachRowStandsOnceWithAllItsSentences", () => {
  const field = (path: string, title: string) => ({ path, title, code: "sheet.empty_cell" });
  const fields = [field("行 2", "氏名"), field("行 2", "フリガナ"), field("行 12", "氏名")];
  const problem = { status: 422, code: "directory.bad_sheet", title: "", request_id: "" };
  const faults = faultsOf({ ...problem, fields });
  expect(faults).toEqual([
    { row: "行 2", titles: ["氏名", "フリガナ"] },
    { row: "行 12", titles: ["氏名"] },
  ]);
  expect(faultBlocks(faults).map(({ items }) => items)).toEqual([faults]);
  expect(faultsOf(problem)).toEqual([]);
});
