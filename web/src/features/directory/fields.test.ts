import { expect, test } from "vitest";
import { fieldName, fieldSaid } from "./fields.ts";

test("GivenTheNamesOfTheWire_WhenTheyAreShown_ThenTheyAreJapanese", () => {
  expect(fieldName("posts")).toBe("兼務");
  expect(fieldName("hired_on")).toBe("入職日");
});

test.each([
  ["department", "総務課", "総務課"],
  ["department", "", "（なし）"],
  ["hired_on", "2026-04-01", "2026年4月1日(水)"],
  ["hired_on", "", "（なし）"],
] as const)("GivenTheField%sWith%s_WhenItIsShown_ThenItReads%s", (field, value, said) => {
  expect(fieldSaid(field, value)).toBe(said);
});
