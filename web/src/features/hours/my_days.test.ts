import { describe, expect, test } from "vitest";
import type { SpecialDay } from "../../platform/wire.ts";
import { hoursOf, level } from "./fixtures.ts";
import {
  daysOff,
  judgeDay,
  judgeEnd,
  laterEnds,
  longerToday,
  notLonger,
  todayOf,
} from "./my_days.ts";

const today = "2026-11-24"; // Tuesday
const late = { name: "遅番", opens: 660, closes: 1200 };
const hours = (...days: SpecialDay[]) =>
  hoursOf({ patterns: [late, { name: "休み" }], person: level({ days }) });

describe("Longer today", () => {
  test("GivenAnOrdinaryDay_WhenAsked_ThenItIsUsual", () => {
    expect(todayOf(hours(), today)).toEqual({ kind: "usual", span: { opens: 510, closes: 1035 } });
    expect(todayOf(hours({ day: today, ...late }), today)).toMatchObject({ kind: "usual" });
  });

  test("GivenADayOff_WhenAsked_ThenItIsOff", () => {
    expect(todayOf(hours({ day: today, name: "年休" }), today)).toEqual({
      ...{ kind: "off", name: "年休" },
    });
    expect(todayOf(hours({ day: today, name: "休み" }), today).kind).toBe("off");
  });

  test.each([
    ["TheMorning", { opens: 510, closes: 1035 }, 600, [1080, 1140, 1200, 1260]],
    ["AFullHour", { opens: 510, closes: 1080 }, 600, [1140, 1200, 1260, 1320]],
    ["JustBeforeAnHour", { opens: 510, closes: 1035 }, 1070, [1140, 1200, 1260, 1320]],
    ["LateAtNight", undefined, 1430, [1500, 1560, 1620, 1680]],
    ["TheEndOfWhatMayBe", { opens: 510, closes: 2100 }, 600, [2160]],
  ])("Given%s_WhenEndsAreOffered_ThenTheyAreWholeHoursAhead", (_, span, now, ends) => {
    expect(laterEnds(span, now)).toEqual(ends);
  });

  test("GivenAnEnd_WhenChosen_ThenTheBeginningStays", () => {
    expect(longerToday(hours(), today, 600, 1200)).toEqual({
      ...{ day: today, says: "open", opens: 510, closes: 1200, name: "" },
    });
    expect(longerToday(hours(), "2026-11-29", 600, 1200)).toMatchObject({ opens: 600 });
  });

  test("GivenItIsLonger_WhenTakenBack_ThenTodayIsUsualOrTheShift", () => {
    const longer = hours({ day: today, name: "", opens: 510, closes: 1200 });
    expect(todayOf(longer, today)).toEqual({ kind: "longer", span: { opens: 510, closes: 1200 } });
    expect(notLonger(longer, today)).toEqual({ day: today, says: "usual" });
    const shift = hours({ day: today, ...late, closes: 1320 });
    expect(todayOf(shift, today).kind).toBe("longer");
    expect(notLonger(shift, today)).toEqual({ day: today, says: "open", ...late });
  });

  test.each([
    ["21:00", { closes: 1260 }],
    ["翌1:00", { closes: 1500 }],
    ["9:00", { wrong: "past" }],
    ["8:00", { wrong: "past" }],
    ["夜", { wrong: "closes" }],
    ["翌12:30", { wrong: "late" }],
  ])("GivenTheEnd%s_WhenTypedAtTen_ThenItIsJudged", (closes, judged) => {
    expect(judgeEnd({ opens: "8:30", closes }, 600)).toEqual(judged);
  });
});

describe("Days off", () => {
  test("GivenDaysOfManyKinds_WhenListed_ThenOnlyThoseOffAndComing", () => {
    const of = hours(
      { day: "2026-12-30", name: "" },
      { day: "2026-11-20", name: "past" },
      { day: today, name: "年休" },
      { day: "2026-11-25", ...late },
    );
    expect(daysOff(of, today).map(({ day }) => day)).toEqual([today, "2026-12-30"]);
  });

  test.each([
    ["", "", "missing"],
    ["2026-11-23", "", "past"],
    [today, "年休", "fine"],
    [today, "あ".repeat(30), "fine"],
    [today, "あ".repeat(31), "name"],
  ])("GivenTheDay%sNamed%s_WhenJudged_ThenItIs%s", (day, name, judged) => {
    expect(judgeDay(day, name, today)).toBe(judged);
  });
});
