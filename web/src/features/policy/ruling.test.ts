import { expect, test } from "vitest";
import { clauseOf, measureOf } from "./fixtures.ts";
import { choosable, rulingOf, stepsFor } from "./ruling.ts";

const parameter = {
  name: "characters",
  value: 13,
  least: 5,
  most: 50,
  level: "preset",
} as const;
const clause = clauseOf("2.2.a", {
  measures: [
    measureOf("main", { mode: "off", organisation_mode: "hint", departments: ["off", "hint"] }),
    measureOf("fixed", { modes: ["block"], mode: "block", organisation_mode: "block" }),
  ],
  parameter,
});

test("GivenAForm_WhenNothingWasChosen_ThenNothingIsTold", () => {
  for (const whom of ["everybody", "department"] as const) {
    expect(stepsFor(clause, whom, rulingOf(clause, whom))).toEqual([]);
  }
});

test("GivenAFixedMeasure_WhenAskedWhatCanBeChosen_ThenItIsNotAmongThem", () => {
  expect(choosable(clause, "everybody").map((m) => m.name)).toEqual(["main"]);
  expect(choosable(clause, "department").map((m) => m.name)).toEqual(["main"]);
});

test("GivenAnAdministrator_WhenModeNumberAndLimitsAreChosen_ThenOnlyTheseAreTold", () => {
  const ruling = rulingOf(clause, "everybody");
  expect(ruling.modes["main"]).toBe("hint");
  const chosen = {
    modes: { ...ruling.modes, main: "off" as const },
    number: " ２０ ",
    limits: { ...ruling.limits, main: ["hint" as const] },
  };
  expect(stepsFor(clause, "everybody", chosen)).toEqual([
    { kind: "setting", name: "main", value: "off" },
    { kind: "setting", name: "characters", value: "20" },
    { kind: "limit", name: "main", modes: ["hint"] },
  ]);
});

test("GivenAHead_WhenAModeIsChosen_ThenLimitsAreNotTold", () => {
  const ruling = rulingOf(clause, "department");
  expect(ruling.modes["main"]).toBe("off");
  const chosen = { ...ruling, modes: { main: "hint" as const }, limits: {} };
  expect(stepsFor(clause, "department", chosen)).toEqual([
    { kind: "setting", name: "main", value: "hint" },
  ]);
});

test("GivenANumberOfMyDepartment_WhenIChooseForEverybody_ThenTheFieldBeginsEmpty", () => {
  const mine = { ...clause, parameter: { ...parameter, level: "department" as const } };
  expect(rulingOf(mine, "everybody").number).toBe("");
  expect(stepsFor(mine, "everybody", rulingOf(mine, "everybody"))).toEqual([]);
  expect(rulingOf(mine, "department").number).toBe("13");
});
