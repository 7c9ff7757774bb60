import { describe, expect, test } from "vitest";
import type { Hours, SpecialDay } from "../../platform/wire.ts";
import { hoursOf, level } from "./fixtures.ts";
import {
  asLastWeek,
  chosenShift,
  countShifts,
  mondayOf,
  shiftOf,
  shiftWeeks,
  spanOfShift,
  takeBack,
} from "./shifts.ts";

const early = { name: "早番", opens: 420, closes: 960 };
const late = { name: "遅番", opens: 660, closes: 1200 };
const free = { name: "休み" };
const patterns = [early, late, free];
const today = "2026-11-26"; // Thursday
const on = (day: string, pattern: object): SpecialDay => ({ day, name: "", ...pattern });
const hours = (...days: SpecialDay[]): Hours => hoursOf({ patterns, person: level({ days }) });
const week = (of: Hours, n: number) => shiftWeeks(of, today)[n] ?? { monday: "", days: [] };

describe("The coming weeks", () => {
  test("GivenAThursday_WhenTheyAreShown_ThenTheyBeginTodayAndWithMondays", () => {
    const weeks = shiftWeeks(hours(), today);
    expect(weeks.map(({ monday }) => monday)).toEqual([
      ...["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"],
    ]);
    expect(weeks.map(({ days }) => days.length)).toEqual([4, 7, 7, 7]);
    expect(weeks[0]?.days[0]?.date).toBe(today);
  });

  test("GivenASunday_WhenItsMondayIsAsked_ThenItIsTheOneBefore", () => {
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  });

  test("GivenWhatWasChosen_WhenShown_ThenEachDayHasItsTimes", () => {
    const of = hours(on("2026-11-26", late), on("2026-11-27", free));
    const [first, second, third] = week(of, 0).days;
    expect(first && spanOfShift(first)).toEqual({ opens: 660, closes: 1200 });
    expect(second && spanOfShift(second)).toBeUndefined();
    expect(third?.shift.kind).toBe("usual");
    expect(countShifts(of, week(of, 0))).toEqual([
      { name: "遅番", days: 1 },
      { name: "休み", days: 1 },
    ]);
  });

  test("GivenAPatternThatWasChangedSince_WhenShown_ThenTheDayIsAnother", () => {
    const day = on("2026-11-26", { ...late, closes: 1260 });
    expect(shiftOf(hours(day), today)).toEqual({ kind: "other", day });
    expect(shiftOf(hours(on(today, { name: "年休" })), today).kind).toBe("other");
  });
});

describe("A week as the one before", () => {
  test("GivenPatterns_WhenCopied_ThenTheyAreTakenOverAndTheUsualToo", () => {
    const of = hours(
      on("2026-11-24", early), // before today, and known all the same
      on("2026-11-26", late),
      on("2026-12-03", late),
      on("2026-12-05", early),
    );
    expect(asLastWeek(of, week(of, 1))).toEqual([
      { day: "2026-12-01", says: "open", ...early },
      { day: "2026-12-05", says: "usual" },
    ]);
  });

  test("GivenDaysOff_WhenCopied_ThenTheyStayAndAreNotTakenOver", () => {
    const off = { name: "年休" };
    const of = hours(on("2026-11-26", off), on("2026-12-03", late), on("2026-12-04", off));
    expect(asLastWeek(of, week(of, 1))).toEqual([]);
  });

  test("GivenACopy_WhenTakenBack_ThenAllIsAsBefore", () => {
    const of = hours(on("2026-11-26", late), on("2026-12-03", free));
    const copied = asLastWeek(of, week(of, 1));
    expect(copied).toEqual([{ day: "2026-12-03", says: "open", ...late }]);
    expect(takeBack(of, copied)).toEqual([{ day: "2026-12-03", says: "closed", name: "休み" }]);
    expect(takeBack(hours(), copied)).toEqual([{ day: "2026-12-03", says: "usual" }]);
  });
});

test("GivenAChoice_WhenSent_ThenItSaysThePatternOrTheUsual", () => {
  expect(chosenShift(today, free)).toEqual({ day: today, says: "closed", name: "休み" });
  expect(chosenShift(today, early)).toEqual({ day: today, says: "open", ...early });
  expect(chosenShift(today, undefined)).toEqual({ day: today, says: "usual" });
});
