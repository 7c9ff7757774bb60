import { expect, test } from "vitest";
import type { Mode } from "../../platform/wire.ts";
import { clauseOf, guidelineOf, measureOf } from "./fixtures.ts";
import {
  asked,
  emptyPolicy,
  fetched,
  isNotYet,
  mayBeUrgent,
  notFetched,
  numberIsOpen,
  openToDepartments,
  search,
  sectionsOf,
} from "./state.ts";

const ids = (clauses: { id: string }[]) => clauses.map((clause) => clause.id);

test("GivenAGuideline_WhenFetchedTwice_ThenTheStateIsTheSame", () => {
  const guideline = guidelineOf([clauseOf("B1")]);
  expect(fetched(guideline)).toEqual({ guideline, problem: undefined });
});

test("GivenAGuideline_WhenFetchingFails_ThenWhatThereIsStays", () => {
  const problem = { status: 0, code: "x", request_id: "", title: "", instead: "" };
  const guideline = guidelineOf([clauseOf("B1")]);
  expect(notFetched(fetched(guideline), problem)).toEqual({ guideline, problem });
  expect(notFetched(emptyPolicy, problem).guideline).toBeUndefined();
});

test("GivenClausesOfSections_WhenGrouped_ThenTheOrderStaysAndOwnOnesStandApart", () => {
  const { section: _, ...own } = clauseOf("own.1");
  const all = [clauseOf("B1"), clauseOf("B2"), clauseOf("1", { section: "B" }), own];
  const sections = sectionsOf(all);
  expect(sections.map((section) => section.title)).toEqual(["A", "B", undefined]);
  expect(sections.map((section) => ids(section.clauses))).toEqual([["B1", "B2"], ["1"], ["own.1"]]);
});

test("GivenAQuery_WhenSearched_ThenIdTitleAndTextAreLookedAtInAnyWidthAndKana", () => {
  const all = [
    clauseOf("B3", { title: "時間外は返事をしなくてよい" }),
    clauseOf("5.2", { text: "スタンプを押します。" }),
  ];
  expect(ids(search(all, "ｂ３"))).toEqual(["B3"]);
  expect(ids(search(all, "すたんぷ"))).toEqual(["5.2"]);
  expect(ids(search(all, "時間外 返事"))).toEqual(["B3"]);
  expect(ids(search(all, ""))).toEqual(["B3", "5.2"]);
  expect(search(all, "休職")).toEqual([]);
});

test("GivenTheTimeToAccept_WhenItPasses_ThenItMayNotWaitAnyMore", () => {
  const guideline = guidelineOf([], { accept_until: 1_000 });
  expect(asked(guideline, 999)).toBe("may_wait");
  expect(asked(guideline, 1_000)).toBe("must");
  expect(asked(guidelineOf([]), 999)).toBe("no");
  expect(asked(undefined, 999)).toBe("no");
});

test("GivenAClauseWithoutFolders_WhenAsked_ThenItIsNotYetThereUnlessItIsAnOwnOne", () => {
  expect(isNotYet(clauseOf("B1", { carried_by: [] }))).toBe(true);
  expect(isNotYet(clauseOf("B1"))).toBe(false);
  expect(isNotYet(clauseOf("own.2", { carried_by: [] }))).toBe(false);
});

test("GivenWhatDepartmentsMayChoose_WhenAsked_ThenOnlyThatIsOpenToThem", () => {
  const open = measureOf("main", { departments: ["off", "hint"] });
  const parameter = { name: "days", value: 7, least: 0, most: 30, level: "preset" } as const;
  const clause = clauseOf("5.3", { measures: [open, measureOf("place")], parameter });
  expect(openToDepartments(clause).map((m) => m.name)).toEqual(["main"]);
  expect(numberIsOpen(clause)).toBe(true);
  expect(numberIsOpen(clauseOf("5.3", { parameter }))).toBe(false);
  expect(openToDepartments(clauseOf("B9", { measures: [open], as: "2.5.a" }))).toEqual([]);
});

test.each<[string, Parameters<typeof guidelineOf>[1], boolean, Mode, boolean]>([
  ["WhoeverIsPermittedIt", {}, true, "off", true],
  ["AnEditor", { may_edit: true }, false, "off", false],
  ["AHead", { is_head: true }, false, "off", true],
  ["Anybody", {}, false, "on", true],
  ["Anybody", {}, false, "off", false],
])(
  "Given%s%oPermitted:%s_WhenTheMeasureIs%s_ThenMayBeUrgentOrNot",
  (_, part, permitted, mode, may) => {
    const measures = [measureOf("main", { mode: "on" }), measureOf("urgent", { mode })];
    const other = clauseOf("B4", { measures: [measureOf("urgent", { mode: "on" })] });
    const guideline = guidelineOf([other, clauseOf("B3", { measures })], part);
    expect(mayBeUrgent(guideline, permitted)).toBe(may);
    expect(mayBeUrgent(undefined, permitted)).toBe(permitted);
  },
);
