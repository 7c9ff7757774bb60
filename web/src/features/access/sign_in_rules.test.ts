import { expect, test } from "vitest";
import { endsSoon, isLimit } from "./sign_in_rules.ts";

test("GivenDays_WhenTheyAreALimit_ThenTheyAreWholeAndFrom30To365", () => {
  expect([30, 180, 365].every(isLimit)).toBe(true);
  expect([29, 366, 0, 30.5, Number.NaN].some(isLimit)).toBe(false);
});

test("GivenAPasswordThatEnds_WhenItIsTwoWeeksBefore_ThenItIsSaid", () => {
  const day = 24 * 60 * 60 * 1000;
  const over = 1_800_000_000_000;
  const session = { password_over_at: over };
  expect(endsSoon(session, over - 15 * day)).toBeUndefined();
  expect(endsSoon(session, over - 14 * day)).toBe(over);
  expect(endsSoon({}, over)).toBeUndefined();
});
