import { expect, test } from "vitest";
import { monthAfter, monthOf } from "./month.ts";

test("GivenTheLastMinutesOfAMonthInJapan_WhenItsMonthIsAsked_ThenItChangesAtMidnightThere", () => {
  const midnight = Date.UTC(2026, 10, 30, 15);
  expect(monthOf(midnight - 1)).toBe("2026-11");
  expect(monthOf(midnight)).toBe("2026-12");
});

test.each([
  ["2026-11", -1, "2026-10"],
  ["2026-11", 1, "2026-12"],
  ["2026-12", 1, "2027-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-11", -23, "2024-12"],
  ["2026-11", 0, "2026-11"],
])("Given%s_When%iMonthsGoBy_ThenItIs%s", (month, months, then) => {
  expect(monthAfter(month, months)).toBe(then);
});
