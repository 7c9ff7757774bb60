import { describe, expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import type { PlannedChange } from "../../platform/wire.ts";
import {
  begin,
  byDay,
  changed,
  differences,
  goOn,
  plannedFor,
  retirementOf,
  usualDay,
  usualLastDay,
  wrongWith,
  type Begun,
  type Work,
} from "./changes.ts";

const sato = somebody("3", {
  department: "総務課",
  position: "主事",
  posts: [{ department: "貸付係", position: "" }],
  employment: "正職員",
  extension: "102",
  telephone: "0596-00-0102",
  duties: "経理",
});
const day = "2027-04-01";
const written = (work: Partial<Work>, when = day): Begun => {
  const begun = begin(sato, when);
  return { ...begun, work: { ...begun.work, ...work } };
};

describe("A transfer being written", () => {
  test("GivenWhatDiffers_WhenSummedUp_ThenOnlyThatIsSaidInTheOrderOfTheFieldsAndSent", () => {
    const begun = written({ duties: "", position: " 主任　", department: "地域福祉課" });
    expect(differences(begun)).toEqual([
      { field: "department", before: "総務課", after: "地域福祉課" },
      { field: "position", before: "主事", after: "主任" },
      { field: "duties", before: "経理", after: "" },
    ]);
    expect(changed(begun)).toEqual({ department: "地域福祉課", position: "主任", duties: "" });
  });

  test("GivenPosts_WhenOneIsAddedAndARowIsLeftEmpty_ThenTheRowIsNone", () => {
    const posts = [
      ...sato.posts,
      { department: "", position: " " },
      { department: "総務係", position: "主任 " },
    ];
    const begun = written({ posts });
    expect(differences(begun)).toEqual([
      { field: "posts", before: "貸付係", after: "貸付係、総務係／主任" },
    ]);
    expect(changed(begun)).toEqual({
      posts: [
        { department: "貸付係", position: "" },
        { department: "総務係", position: "主任" },
      ],
    });
    expect(changed(written({ posts: [] }))).toEqual({ posts: [] });
  });

  test("GivenOnlySpaces_WhenSummedUp_ThenNothingDiffers", () => {
    expect(differences(written({ extension: " 102 ", duties: "経理\u3000" }))).toEqual([]);
  });

  test.each([
    ["day", written({ position: "主任" }, "")],
    ["post", written({ posts: [{ department: "", position: "主任" }] })],
    ["nothing", written({})],
    ["nothing", written({ posts: [...sato.posts, { department: "", position: "" }] })],
    [undefined, written({ position: "主任" })],
  ])("GivenWhatIsWrongIs%s_WhenJudged_ThenItIsSaid", (wrong, begun) => {
    expect(wrongWith(begun)).toBe(wrong);
  });

  test("GivenSomethingBegun_WhenThePersonChangedMeanwhile_ThenOnlyWhatWasTypedIsKept", () => {
    const meanwhile = { ...sato, department: "介護支援課", position: "主任" };
    const again = goOn(written({ position: "係長" }), meanwhile);
    expect(again).toMatchObject({ day, was: { department: "介護支援課", position: "主任" } });
    expect(changed(again)).toEqual({ position: "係長" });
    expect(again.work.department).toBe("介護支援課");
  });

  test("GivenAPerson_WhenATransferIsBegun_ThenWritingChangesNothingOfThem", () => {
    const begun = begin(sato, day);
    begun.work.posts.splice(0);
    expect(sato.posts).toHaveLength(1);
    expect(begun.was.posts).toHaveLength(1);
  });
});

test.each([
  ["2026-11-28", "2026-12-01", "2026-11-30"],
  ["2026-12-31", "2027-01-01", "2026-12-31"],
  ["2027-01-01", "2027-04-01", "2027-03-31"],
  ["2027-03-31", "2027-04-01", "2027-03-31"],
  ["2027-04-01", "2027-05-01", "2027-04-30"],
])("Given%s_WhenSomethingIsPlanned_ThenItIsFor%sOrTheLastDayIs%s", (today, first, last) => {
  expect(usualDay(today)).toBe(first);
  expect(usualLastDay(today)).toBe(last);
});

describe("What is planned", () => {
  const change = (id: string, person: string, on: string, retires = false): PlannedChange => ({
    id,
    person,
    kind: retires ? "retirement" : "transfer",
    day: on,
    fields: [],
  });
  const planned = [
    change("1", "7", "2027-03-31", true),
    change("2", "3", "2027-04-01"),
    change("3", "7", "2027-04-01"),
    change("4", "3", "2027-05-01", true),
  ];
  const ids = (some: readonly PlannedChange[]) => some.map(({ id }) => id);

  test("GivenChanges_WhenPutTogether_ThenEachDayHasItsOwn", () => {
    expect(byDay(planned).map(({ day, changes }) => [day, ...ids(changes)])).toEqual([
      ["2027-03-31", "1"],
      ["2027-04-01", "2", "3"],
      ["2027-05-01", "4"],
    ]);
    expect(byDay([])).toEqual([]);
  });

  test("GivenSomebody_WhenAskedAbout_ThenOnlyWhatIsPlannedForThemIsThere", () => {
    expect(ids(plannedFor(planned, "3"))).toEqual(["2", "4"]);
    expect(retirementOf(planned, "3")?.id).toBe("4");
    expect(retirementOf(planned.slice(1, 3), "7")).toBeUndefined();
  });
});
