import { expect, test } from "vitest";
import { dayNumber, dayOf, inJapan, instantAt, isoClock, isoDay } from "./jst.ts";

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

test("GivenADay_WhenReadAndWritten_ThenItBeginsInJapanAndStaysTheSame", () => {
  expect(dayOf("2026-04-01")).toBe(Date.UTC(2026, 2, 31, 15));
  expect(isoDay(dayOf("2026-04-01"))).toBe("2026-04-01");
  expect(isoDay(dayOf("2026-04-01") - 1)).toBe("2026-03-31");
});

test("GivenADayAndATime_WhenRead_ThenItIsThatMinuteInJapan", () => {
  expect(instantAt("2026-11-24", "08:30")).toBe(Date.UTC(2026, 10, 23, 23, 30));
  expect(isoClock(instantAt("2026-11-24", "8:30") ?? NaN)).toBe("08:30");
  expect(instantAt("2026-11-24", "08:30:00")).toBe(Date.UTC(2026, 10, 23, 23, 30));
  for (const [day, time] of [
    ["", "08:30"],
    ["2026-11-24", ""],
    ["2026-13-01", "08:30"],
  ] as const)
    expect(instantAt(day, time)).toBeUndefined();
});
