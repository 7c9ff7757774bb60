import { describe, expect, test } from "vitest";
import type { AllHours, NamedLevel } from "../../platform/wire.ts";
import { hoursOf, level, office } from "./fixtures.ts";
import {
  allPlaces,
  comingDays,
  comingHolidays,
  keyOf,
  myPlaces,
  nextOf,
  weekOf,
} from "./places.ts";

const named = (name: string, part: Partial<NamedLevel> = {}): NamedLevel => ({
  name,
  level: level(),
  patterns: [],
  ...part,
});
const saturday = [{ weekday: 6, opens: 540, closes: 1020 }];

describe("What administrators see", () => {
  const all: AllHours = {
    organisation: named("みなと市社会福祉協議会", { level: office }),
    sites: [named("本館"), named("北館", { level: level({ week: saturday }) })],
    departments: [
      named("総務課", { site: "本館" }),
      named("地域福祉課", { site: "北館" }),
      named("生活支援課", { site: "", level: level({ week: [] }) }),
    ],
  };
  const places = allPlaces(all);

  test("GivenPlaces_WhenShown_ThenEachKnowsWhatHoldsAboveIt", () => {
    expect(places.organisation.above).toBeUndefined();
    expect(places.sites.map(({ above }) => above?.scope)).toEqual(["organisation", "organisation"]);
    expect(places.departments.map(({ above }) => above?.scope)).toEqual([
      ...["organisation", "site", "organisation"],
    ]);
  });

  test("GivenAPlaceWithoutAWeek_WhenAsked_ThenTheNextOneSays", () => {
    expect(places.departments.map(weekOf)).toEqual([office.week, saturday, []]);
  });

  test("GivenPlaces_WhenShown_ThenAllMayBeChangedAndOnlySitesHaveNoPatterns", () => {
    const every = [places.organisation, ...places.sites, ...places.departments];
    expect(every.every(({ as }) => as === "administrator")).toBe(true);
    expect(places.sites.every(({ patterns }) => patterns === undefined)).toBe(true);
    expect(new Set(every.map(keyOf)).size).toBe(every.length);
  });
});

describe("What others see", () => {
  const names = { site_name: "本館", department_name: "総務課" };

  test("GivenAMember_WhenShown_ThenItIsOnlyWhatConcernsThemAndNothingToChange", () => {
    const { organisation, sites, departments } = myPlaces(hoursOf(names));
    expect(sites.map(({ whose }) => whose)).toEqual(["本館"]);
    expect(departments.map(({ whose, site }) => [whose, site])).toEqual([["総務課", "本館"]]);
    expect([organisation, ...sites, ...departments].every(({ as }) => !as)).toBe(true);
  });

  test("GivenAHead_WhenShown_ThenTheDepartmentIsTheirsToChange", () => {
    const { organisation, sites, departments } = myPlaces(
      hoursOf({ ...names, may_set_department: true }),
    );
    expect([organisation, ...sites, ...departments].map(({ as }) => as)).toEqual([
      ...[undefined, undefined, "head"],
    ]);
  });

  test("GivenNoDepartmentAndNoSite_WhenShown_ThenThereIsOnlyTheOrganisation", () => {
    const { sites, departments } = myPlaces(hoursOf());
    expect([sites, departments]).toEqual([[], []]);
  });
});

describe("Days to come", () => {
  test.each([
    ["2026-11-24", "2026-11-24"],
    ["2026-11-23", undefined],
    ["12-29", "2026-12-29"],
    ["01-03", "2027-01-03"],
    ["11-24", "2026-11-24"],
  ])("GivenTheDay%s_WhenAskedOn2026-11-24_ThenItComesOn%s", (day, next) => {
    expect(nextOf({ day }, "2026-11-24")).toBe(next);
  });

  test("GivenAList_WhenShown_ThenTheNextIsFirstAndThePastIsGone", () => {
    const days = ["01-01", "12-29", "2026-12-01", "2025-12-01"].map((day) => ({ day, name: "" }));
    expect(comingDays(days, "2026-11-24").map(({ day }) => day)).toEqual([
      ...["2026-12-01", "12-29", "01-01"],
    ]);
  });

  test("GivenADay_WhenHolidaysAreListed_ThenTheyAreThoseOfTheNextMonths", () => {
    expect(comingHolidays("2026-11-24").map(({ date }) => date)).toEqual([
      ...["2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-21", "2027-03-22"],
    ]);
  });
});
