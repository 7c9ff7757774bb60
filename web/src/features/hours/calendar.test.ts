import { describe, expect, test } from "vitest";
import { listedName, operatingOn, putBack, usualOn, workingOn } from "./calendar.ts";
import { hoursOf, level, office } from "./fixtures.ts";

const span = (opens: number, closes: number) => ({ opens, closes });
const weekdays = span(510, 1035);

describe("When a department works", () => {
  test.each([
    ["OnATuesday", "2026-11-24", weekdays],
    ["OnASunday", "2026-11-29", undefined],
    ["OnAPublicHoliday", "2026-11-23", undefined],
    ["OnAClosedDayOfEveryYear", "2026-12-29", undefined],
  ])("GivenTheOrganisationsWeek_WhenAsked%s_ThenItIsAsItSays", (_, date, open) => {
    expect(workingOn(hoursOf(), date)).toEqual(open);
  });

  test("GivenAWeekOfTheDepartment_WhenTheOrganisationIsClosed_ThenTheDepartmentIsToo", () => {
    const week = [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...span(600, 700) }));
    const hours = hoursOf({ department: level({ week }) });
    expect(workingOn(hours, "2026-11-29")).toEqual(span(600, 700));
    expect(workingOn(hours, "2026-11-23")).toEqual(span(600, 700));
    expect(workingOn(hours, "2026-12-29")).toBeUndefined();
  });

  test("GivenADayTheDepartmentNames_WhenTheOrganisationIsClosed_ThenTheDepartmentIsRight", () => {
    const days = [{ day: "2026-12-29", name: "大掃除", ...span(540, 720) }];
    const hours = hoursOf({ department: level({ days }) });
    expect(workingOn(hours, "2026-12-29")).toEqual(span(540, 720));
    expect(listedName(hours, "2026-12-29")).toBe("大掃除");
    expect(listedName(hours, "2026-12-30")).toBe("new year");
    expect(listedName(hours, "2026-11-24")).toBe("");
  });
});

describe("When I may be rung", () => {
  const days = [{ day: "2026-11-24", name: "年休" }];

  test("GivenADayOff_WhenAsked_ThenNotOnThatDay", () => {
    const hours = hoursOf({ person: level({ days }) });
    expect(operatingOn(hours, "2026-11-24")).toBeUndefined();
    expect(usualOn(hours, "2026-11-24")).toEqual(weekdays);
    expect(operatingOn(hours, "2026-11-25")).toEqual(weekdays);
  });

  test("GivenAWeekOfMyOwn_WhenAsked_ThenItHidesTheOffices", () => {
    const week = [{ weekday: 0, ...span(600, 700) }];
    expect(usualOn(hoursOf({ person: level({ week }) }), "2026-11-29")).toEqual(span(600, 700));
    expect(usualOn(hoursOf({ person: level({ week }) }), "2026-11-24")).toBeUndefined();
  });

  test("GivenClausesThatAreOff_WhenAsked_ThenMyOwnSayingCountsForNothing", () => {
    const hours = hoursOf({ person: level({ days }), person_in_force: false });
    expect(operatingOn(hours, "2026-11-24")).toEqual(weekdays);
    expect(usualOn(hoursOf({ organisation_in_force: false }), "2026-11-29")).toEqual(span(0, 1440));
  });
});

test("GivenADayAsItWas_WhenItIsPutBack_ThenItSaysTheSame", () => {
  expect(putBack("2026-11-24", undefined)).toEqual({ day: "2026-11-24", says: "usual" });
  expect(putBack("12-29", office.days[0])).toEqual({
    ...{ day: "12-29", says: "closed", name: "new year" },
  });
  expect(putBack("2026-11-24", { day: "2026-11-24", name: "遅番", ...weekdays })).toEqual({
    ...{ day: "2026-11-24", says: "open", name: "遅番", ...weekdays },
  });
});
