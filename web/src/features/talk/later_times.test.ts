import { describe, expect, test } from "vitest";
import { instantAt } from "../../platform/time/jst.ts";
import { judgeTime, nextHour, timeChoices } from "./later_times.ts";

const at = (clock: string, day = "2026-11-24") => instantAt(day, clock) ?? NaN;
const evening = at("20:00");
const morning = at("8:30", "2026-11-25");

describe("What is offered", () => {
  const kinds = (...given: Parameters<typeof timeChoices>) =>
    timeChoices(...given).map(({ kind }) => kind);

  test("GivenReceiversOutside_WhenOffered_ThenItIsTheirOpeningAlone", () => {
    const openings = { receivers: morning, ends: at("17:15"), tomorrow: morning };
    expect(timeChoices(openings, at("9:00"))).toEqual([{ kind: "receivers", at: morning }]);
  });

  test("GivenNobodyOutside_WhenMyOwnTimeIsOver_ThenItIsMyNextBeginning", () => {
    expect(timeChoices({ mine: morning }, evening)).toEqual([{ kind: "mine", at: morning }]);
  });

  test.each([
    ["9:00", ["noon", "evening", "tomorrow"]],
    ["12:30", ["noon", "evening", "tomorrow"]],
    ["12:31", ["evening", "tomorrow"]],
    ["15:31", ["tomorrow"]],
  ])("GivenAWorkingDay_WhenItIs%s_ThenThese", (clock, expected) => {
    expect(kinds({ ends: at("17:15"), tomorrow: morning }, at(clock))).toEqual(expected);
  });

  test("GivenADayThatEndsEarly_WhenOffered_ThenNothingAfterItsEnd", () => {
    expect(kinds({ ends: at("12:00") }, at("9:00"))).toEqual([]);
    expect(kinds({ ends: at("15:00") }, at("9:00"))).toEqual(["noon"]);
  });

  test("GivenNothingKnown_WhenOffered_ThenNothing", () => {
    expect(kinds({}, evening)).toEqual([]);
    expect(kinds({ receivers: evening + 59_999 }, evening)).toEqual([]);
  });
});

test.each([
  [undefined, "missing"],
  [evening + 59_999, "soon"],
  [evening - 1, "soon"],
  [evening + 60_000, "fine"],
  [evening + 366 * 86_400_000, "fine"],
  [evening + 366 * 86_400_000 + 1, "far"],
])("GivenATime%s_WhenJudged_ThenItIs%s", (time, judged) => {
  expect(judgeTime(time, evening)).toBe(judged);
});

test("GivenAnyTime_WhenTheFieldsBegin_ThenItIsAFullHourAtLeastHalfAnHourAhead", () => {
  expect(nextHour(at("20:10"))).toBe(at("21:00"));
  expect(nextHour(at("20:31"))).toBe(at("22:00"));
  expect(nextHour(at("23:45"))).toBe(at("1:00", "2026-11-25"));
});
