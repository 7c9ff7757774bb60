import { expect, test } from "vitest";
import { charactersLeft, own_reason, reasonOf } from "./urgent.ts";

const family = "👨‍👩‍👧";

test.each([
  ["", "", { ok: false, lacking: "choice" }],
  ["災害", "", { ok: true, reason: "災害" }],
  ["災害", "ほか", { ok: true, reason: "災害" }],
  [own_reason, "  ", { ok: false, lacking: "words" }],
  [own_reason, "\u200b", { ok: false, lacking: "words" }],
  [own_reason, " 断水\nしています ", { ok: true, reason: "断水 しています" }],
  [own_reason, family.repeat(100), { ok: true, reason: family.repeat(100) }],
  [own_reason, family.repeat(101), { ok: false, lacking: "fewer" }],
])("GivenTheChoice%o_WhenTheWordsAre%o_ThenTheReasonIsTakenOrNot", (chosen, own, reason) => {
  expect(reasonOf(chosen, own)).toEqual(reason);
});

test("GivenAReason_WhenCounted_ThenByCharactersAsTheyAreRead", () => {
  expect(charactersLeft("")).toBe(100);
  expect(charactersLeft(family.repeat(3))).toBe(97);
  expect(charactersLeft("あ".repeat(102))).toBe(-2);
});
