import { describe, expect, test } from "vitest";
import { instantAt } from "../../platform/time/jst.ts";
import type { Hours, HoursLevel, PersonHours } from "../../platform/wire.ts";
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
  const level = (part: Partial<HoursLevel> = {}): HoursLevel => ({ days: [], ...part });
  const at = (clock: string, date = "2026-11-24") => instantAt(date, clock) ?? NaN;
  const week = [2, 3].map((weekday) => ({ weekday, opens: 510, closes: 1035 }));
  /** Tuesday; 2026-11-25 is a Wednesday. */
  const hours = (part: Partial<Hours> = {}): Hours =>
    ({
      organisation: level({ week }),
      site: level(),
      department: level(),
      working: { opens: at("8:30"), closes: at("17:15") },
      ...part,
    }) as Hours;

  test("GivenItIsOver_WhenAsked_ThenItIsWhereItBegins", () => {
    expect(workingTimes(hours(), at("7:00"))).toEqual({ mine: at("8:30") });
  });
  test("GivenItIsNow_WhenAsked_ThenItIsItsEndAndTheNextMorning", () => {
    const tomorrow = at("8:30", "2026-11-25");
    expect(workingTimes(hours(), at("9:00"))).toEqual({ ends: at("17:15"), tomorrow });
  });
  test("GivenAFreeDayTomorrow_WhenAsked_ThenThereIsNoMorning", () => {
    const wednesday = at("9:00", "2026-11-25");
    const working = { opens: wednesday, closes: wednesday + 1 };
    expect(workingTimes(hours({ working }), wednesday)).not.toHaveProperty("tomorrow");
    for (const said of ["2026-11-25", "11-25"]) {
      const organisation = level({ week, days: [{ day: said, name: "創立記念日" }] });
      expect(workingTimes(hours({ organisation }), at("9:00"))).toEqual({ ends: at("17:15") });
    }
  });
  test("GivenNothingKnown_WhenAsked_ThenNothing", () => {
    expect(workingTimes(undefined, 0)).toEqual({});
    expect(workingTimes(hours(), at("17:15"))).toEqual({});
  });
});
