import { expect, test } from "vitest";
import type { ClauseText } from "../../platform/wire.ts";
import { changesBetween, compare, draftedChanges } from "./editions.ts";
import { clauseOf, guidelineOf } from "./fixtures.ts";

const clause = (id: string, text = `text ${id}`, title = `title ${id}`): ClauseText => ({
  id,
  title,
  text,
});

test("GivenTheSameEdition_WhenCompared_ThenNothingChanged", () => {
  expect(changesBetween([clause("B1")], [clause("B1")])).toEqual([]);
});

test("GivenTwoEditions_WhenCompared_ThenChangedNewAndLeftOutClausesAreListed", () => {
  const before = [clause("B1"), clause("B2"), clause("B3"), clause("own.1")];
  const after = [
    clause("B1"),
    clause("B2", "other"),
    clause("B3", "text B3", "other"),
    clause("own.2"),
  ];
  expect(changesBetween(before, after)).toEqual([
    { id: "B2", before: clause("B2"), after: clause("B2", "other") },
    { id: "B3", before: clause("B3"), after: clause("B3", "text B3", "other") },
    { id: "own.2", before: undefined, after: clause("own.2") },
    { id: "own.1", before: clause("own.1"), after: undefined },
  ]);
});

test("GivenDrafts_WhenCompared_ThenEachStandsBesideThePresentWords", () => {
  const guideline = guidelineOf([clauseOf("B1"), clauseOf("own.1")], {
    drafts: [
      { ...clause("B1", "other"), removed: false },
      { ...clause("own.1"), removed: true },
      { ...clause("own.2"), removed: false },
    ],
  });
  const changes = draftedChanges(guideline);
  expect(changes.map((c) => [c.id, c.before?.text, c.after?.text])).toEqual([
    ["B1", "text B1", "other"],
    ["own.1", "text own.1", undefined],
    ["own.2", undefined, "text own.2"],
  ]);
});

test.each([
  ["8:30から17:15です。", "8:30から17:00です。", "15", "00"],
  ["使います。", "原則、使います。", "", "原則、"],
  ["あああ", "ああ", "あ", ""],
  ["同じ", "同じ", "", ""],
  ["𠮷田", "𠮷野", "田", "野"],
])("Given「%s」And「%s」_WhenCompared_ThenOnlyTheMiddleDiffers", (a, b, inA, inB) => {
  const { before, after } = compare(a, b);
  expect([before.middle, after.middle]).toEqual([inA, inB]);
  expect(before.head + before.middle + before.tail).toBe(a);
  expect(after.head + after.middle + after.tail).toBe(b);
});
