import { describe, expect, test } from "vitest";
import { instantAt } from "../../platform/time/jst.ts";
import type { Hours, PersonHours } from "../../platform/wire.ts";
import { hoursOf, level } from "./fixtures.ts";
import { openAgain, workingTimes } from "./openings.ts";

const day = 86_400_000;
const person = (open: boolean, opens?: number): PersonHours => ({
  ...{ person: "1", open },
  ...(opens !== undefined && { operating: { opens, closes: opens + day } }),
});

describe("When those who are outside can be rung", () => {
  test.each<[string, PersonHours[], number | undefined]>([
    ["Nobody", [person(true, 5)], undefined],
    ["One", [person(true, 5), person(false, 200)], 200],
    ["Several", [person(false, 200), person(false, 300)], 300],
    ["OneForEver", [person(false)], undefined],
    ["OneForEverAndOneUntilTomorrow", [person(false), person(false, 200)], 200],
    ["OneOnALongLeave", [person(false, 200), person(false, 100 + 15 * day)], 200],
    ["OnlyOneOnALongLeave", [person(false, 100 + 15 * day)], 100 + 15 * day],
    ["OneWhoHasOpenedSince", [person(false, 100)], undefined],
  ])("Given%s_WhenAsked_ThenItIsTheLatestWithinReason", (_, people, at) => {
    expect(openAgain(people, 100)).toBe(at);
  });
});

describe("My working time", () => {
  const at = (clock: string, date = "2026-11-24") => instantAt(date, clock) ?? NaN;
  const working = (date: string) => ({ opens: at("8:30", date), closes: at("17:15", date) });
  /** Tuesday, unless said otherwise. */
  const hours = (part: Partial<Hours> = {}, date = "2026-11-24") =>
    hoursOf({ working: working(date), ...part });

  test("GivenItIsOver_WhenAsked_ThenItIsWhereItBegins", () => {
    expect(workingTimes(hours(), at("7:00"))).toEqual({ mine: at("8:30") });
  });
  test("GivenItIsNow_WhenAsked_ThenItIsItsEndAndTheNextMorning", () => {
    const tomorrow = at("8:30", "2026-11-25");
    expect(workingTimes(hours(), at("9:00"))).toEqual({ ends: at("17:15"), tomorrow });
  });
  test.each([
    ["ASaturday", "2026-11-27"],
    ["APublicHoliday", "2026-11-02"],
    ["AClosedDayOfTheOrganisation", "2026-12-28"],
  ])("Given%sTomorrow_WhenAsked_ThenThereIsNoMorning", (_, date) => {
    const now = at("9:00", date);
    expect(workingTimes(hours({}, date), now)).toEqual({ ends: at("17:15", date) });
  });
  test("GivenADepartmentThatNamesTomorrow_WhenAsked_ThenItIsItsOwnMorning", () => {
    const date = "2026-12-28";
    const days = [{ day: "2026-12-29", name: "大掃除", opens: 600, closes: 720 }];
    const tomorrow = at("10:00", "2026-12-29");
    const its = hours({ department: level({ days }) }, date);
    expect(workingTimes(its, at("9:00", date))).toMatchObject({ tomorrow });
  });
  test("GivenNothingKnown_WhenAsked_ThenNothing", () => {
    expect(workingTimes(undefined, 0)).toEqual({});
    expect(workingTimes(hours(), at("17:15"))).toEqual({});
  });
});
