import { expect, test } from "vitest";
import { dayNumber, inJapan } from "./jst.ts";

test("GivenAnInstant_WhenReadInJapan_ThenItIsNineHoursAhead", () => {
  expect(inJapan(Date.UTC(2026, 10, 22, 15, 5))).toEqual({
    year: 2026,
    month: 11,
    day: 23,
    weekday: 1,
    hour: 0,
    minute: 5,
  });
});

test("GivenMidnightInJapan_WhenDaysAreCounted_ThenTheDayChangesThere", () => {
  const midnight = Date.UTC(2026, 10, 22, 15, 0);
  expect(dayNumber(midnight) - dayNumber(midnight - 1)).toBe(1);
});
