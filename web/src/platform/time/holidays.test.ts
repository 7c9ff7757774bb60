import { expect, test } from "vitest";
import { holidayOf } from "./holidays.ts";
import { addDays } from "./jst.ts";

function listed(year: number): string[] {
  const found: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) {
    const holiday = holidayOf(day);
    if (holiday) found.push(`${day.slice(5)} ${holiday}`);
  }
  return found;
}

test("GivenAYear_WhenItsHolidaysAreListed_ThenTheyAreTheLaws", () => {
  expect(listed(2026)).toEqual([
    "01-01 new_year",
    "01-12 coming_of_age",
    "02-11 foundation",
    "02-23 emperors_birthday",
    "03-20 spring_equinox",
    "04-29 showa",
    "05-03 constitution",
    "05-04 greenery",
    "05-05 children",
    "05-06 substitute",
    "07-20 marine",
    "08-11 mountain",
    "09-21 aged",
    "09-22 bridge",
    "09-23 autumn_equinox",
    "10-12 sports",
    "11-03 culture",
    "11-23 labour",
  ]);
});

test.each([
  ["2027-03-21", "spring_equinox"],
  ["2027-03-22", "substitute"],
  ["2032-09-21", "bridge"],
  ["2029-02-12", "substitute"],
  ["2026-11-24", undefined],
  ["2026-11-29", undefined],
])("Given%s_WhenAsked_ThenItIs%s", (date, holiday) => {
  expect(holidayOf(date)).toBe(holiday);
});

test("GivenTheYearsToCome_WhenBridgesAreCounted_ThenTheyAreTheServers", () => {
  const years: number[] = [];
  for (let year = 2022; year <= 2099; ++year) {
    const days = [20, 21, 22, 23].map((day) => holidayOf(`${year}-09-${day}`));
    if (days.includes("bridge")) years.push(year);
  }
  expect(years).toEqual([2026, 2032, 2037, 2043, 2049, 2054, 2060, 2071, 2077, 2088, 2094, 2099]);
});
