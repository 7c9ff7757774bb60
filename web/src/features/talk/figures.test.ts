import { describe, expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import type { DepartmentFigures, Figures, Problem } from "../../platform/wire.ts";
import { createFigures, csvOf, isEmpty, rowsOf, share } from "./figures.ts";

const counted = (department: string, sent: number, outside: number, urgent = 0) => ({
  ...{ department, few: false, people: 12, sent, outside, urgent },
});
const few = (department: string): DepartmentFigures => ({ department, few: true });
const problem: Problem = { status: 0, code: "client.unreachable", title: "", request_id: "" };

/** A server whose answers are given by hand. */
function slowServer() {
  const waiting = new Map<string, (answer: Answer<Figures>) => void>();
  return {
    ask: (month: string) =>
      new Promise<Answer<Figures>>((answer) => void waiting.set(month, answer)),
    answer(month: string, ...departments: DepartmentFigures[]) {
      waiting.get(month)?.({ ok: true, data: { month, departments } });
    },
    refuse: (month: string) => waiting.get(month)?.({ ok: false, problem }),
  };
}

describe("the month that is shown", () => {
  test("GivenAMonth_WhenItsAnswerComes_ThenItIsThere", async () => {
    const server = slowServer();
    const figures = createFigures(server.ask, "2026-11");
    const shown = figures.show("2026-10");
    expect(figures.state.get()).toMatchObject({ month: "2026-10", departments: undefined });
    server.answer("2026-10", few("総務課"));
    await shown;
    expect(figures.state.get().departments).toEqual([few("総務課")]);
  });

  test("GivenAnotherMonthWasChosen_WhenTheFirstAnswerComesLast_ThenItIsPassedOver", async () => {
    const server = slowServer();
    const figures = createFigures(server.ask, "2026-11");
    const first = figures.show("2026-11");
    const second = figures.show("2026-10");
    server.answer("2026-10", few("October"));
    server.answer("2026-11", few("November"));
    await Promise.all([first, second]);
    expect(figures.state.get()).toMatchObject({
      month: "2026-10",
      departments: [few("October")],
    });
  });

  test("GivenABrokenLine_WhenItIsTriedAgain_ThenTheProblemGoesAndTheFiguresCome", async () => {
    const server = slowServer();
    const figures = createFigures(server.ask, "2026-11");
    const first = figures.show("2026-11");
    server.refuse("2026-11");
    await first;
    expect(figures.state.get()).toEqual({ month: "2026-11", departments: undefined, problem });
    const again = figures.show("2026-11");
    expect(figures.state.get().problem).toBeUndefined();
    server.answer("2026-11");
    await again;
    expect(figures.state.get().departments).toEqual([]);
  });
});

test.each([
  [0, 0, undefined],
  [0, 40, 0],
  [10, 40, 25],
  [1, 3, 33],
  [1, 1000, 1],
  [999, 1000, 99],
  [40, 40, 100],
])("Given%iOf%i_WhenSaidInPercent_ThenItIs%s", (part, whole, percent) => {
  expect(share(part, whole)).toBe(percent);
});

describe("rows", () => {
  test("GivenADepartmentOfFew_ThenItHasNoCounts", () => {
    expect(rowsOf([few("北支所")])).toEqual([{ name: "北支所", counts: undefined }]);
  });

  test("GivenPeopleInNoDepartment_ThenTheirRowHasAName", () => {
    expect(rowsOf([few("")])[0]?.name).not.toBe("");
  });

  test("GivenAMonth_ThenItIsEmptyOnlyIfNothingIsHidden", () => {
    expect(isEmpty(rowsOf([]))).toBe(true);
    expect(isEmpty(rowsOf([counted("総務課", 0, 0)]))).toBe(true);
    expect(isEmpty(rowsOf([counted("総務課", 0, 0), few("北支所")]))).toBe(false);
    expect(isEmpty(rowsOf([counted("総務課", 1, 0)]))).toBe(false);
  });
});

test("GivenFigures_WhenTheyAreSaved_ThenEachDepartmentIsALineAndItsNameIsHarmless", () => {
  const rows = rowsOf([counted("=総務課", 1234, 61, 2), counted("新課", 0, 0), few("北支所")]);
  const [head, ...lines] = csvOf("2026-11", rows).trimEnd().split("\r\n");
  expect(head?.split(",")).toHaveLength(8);
  expect(lines).toEqual([
    "2026-11,'=総務課,12,1234,61,5,2,",
    "2026-11,新課,12,0,0,,0,",
    "2026-11,北支所,,,,,,5人未満のため、数字は出しません",
  ]);
});
