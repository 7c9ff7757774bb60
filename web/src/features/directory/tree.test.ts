import { describe, expect, test } from "vitest";
import {
  added,
  isSameTree,
  judge,
  longest_name,
  moved,
  parentOf,
  refusedOf,
  removed,
  renamed,
  rowsOf,
  sentOf,
  whyItStays,
  type Rows,
  type Way,
} from "./tree.ts";
import { department, office } from "./tree_fixtures.ts";

/** 総務課, 地域福祉課 (相談係, 貸付係), 生活支援課 */
const rows = rowsOf(office);
const drawn = (some: Rows | undefined) =>
  some?.map(({ name, depth }) => `${"-".repeat(depth)}${name}`).join(" ");
const go = (key: string, way: Way, from: Rows = rows) => drawn(moved(from, key, way));

test("GivenDepartments_WhenDrawn_ThenEachStandsBehindWhatItIsPartOf", () => {
  expect(drawn(rows)).toBe("総務課 地域福祉課 -相談係 -貸付係 生活支援課");
  const scattered = [department("A"), department("B"), department("A1", "A")];
  expect(drawn(rowsOf(scattered))).toBe("A -A1 B");
  expect(drawn(rowsOf([department("A", "nowhere")]))).toBe("A");
  expect(parentOf(rows, 3)?.name).toBe("地域福祉課");
  expect(parentOf(rows, 4)).toBeUndefined();
});

describe("moving", () => {
  const cases: [string, Way, string][] = [
    ["=地域福祉課", "up", "地域福祉課 -相談係 -貸付係 総務課 生活支援課"],
    ["=生活支援課", "up", "総務課 生活支援課 地域福祉課 -相談係 -貸付係"],
    ["=地域福祉課", "down", "総務課 生活支援課 地域福祉課 -相談係 -貸付係"],
    ["=相談係", "down", "総務課 地域福祉課 -貸付係 -相談係 生活支援課"],
    ["=地域福祉課", "in", "総務課 -地域福祉課 --相談係 --貸付係 生活支援課"],
    ["=生活支援課", "in", "総務課 地域福祉課 -相談係 -貸付係 -生活支援課"],
    ["=貸付係", "in", "総務課 地域福祉課 -相談係 --貸付係 生活支援課"],
    ["=相談係", "out", "総務課 地域福祉課 -貸付係 相談係 生活支援課"],
  ];
  test.each(cases)("Given%s_WhenMoved%s_ThenWhatIsPartOfItGoesAlong", (key, way, expected) => {
    expect(go(key, way)).toBe(expected);
  });

  const stuck: [string, Way][] = [
    ["=総務課", "up"],
    ["=生活支援課", "down"],
    ["=相談係", "up"],
    ["=貸付係", "down"],
    ["=総務課", "in"],
    ["=相談係", "in"],
    ["=総務課", "out"],
  ];
  test.each(stuck)("Given%s_WhenThereIsNoWay%s_ThenItStays", (key, way) => {
    expect(go(key, way)).toBeUndefined();
  });

  test("GivenADeepOne_WhenMovedOutTwice_ThenItStandsOnTop", () => {
    const deep = moved(rows, "=貸付係", "in");
    const once = deep && moved(deep, "=貸付係", "out");
    expect(drawn(once)).toBe(drawn(rows));
    expect(once && go("=貸付係", "out", once)).toBe("総務課 地域福祉課 -相談係 貸付係 生活支援課");
  });
});

describe("adding and removing", () => {
  test("GivenADepartment_WhenOneIsAddedUnderIt_ThenItIsTheLastOfItsParts", () => {
    const { rows: more, key } = added(rows, "=地域福祉課");
    expect(drawn(renamed(more, key, "新"))).toBe(
      "総務課 地域福祉課 -相談係 -貸付係 -新 生活支援課",
    );
    expect(more.find((row) => row.key === key)?.was).toBeUndefined();
  });

  test("GivenTheTop_WhenSomeAreAdded_ThenTheyStandAtTheEndEachWithAKeyOfItsOwn", () => {
    const first = added(rows, undefined);
    const second = added(first.rows, undefined);
    expect(second.rows.map(({ key }) => key).slice(-2)).toEqual([first.key, second.key]);
    expect(new Set(second.rows.map(({ key }) => key)).size).toBe(rows.length + 2);
  });

  test("GivenADepartment_WhenItHasPeopleOrParts_ThenItStays", () => {
    expect(whyItStays(rows, "=総務課", 1)).toBe("people");
    expect(whyItStays(rows, "=地域福祉課", 0)).toBe("parts");
    expect(whyItStays(rows, "=貸付係", 0)).toBeUndefined();
    expect(drawn(removed(rows, "=貸付係"))).toBe("総務課 地域福祉課 -相談係 生活支援課");
  });
});

describe("names", () => {
  const judged = (name: string) => {
    const typed = renamed(rows, "=相談係", name);
    return typed.map((row) => judge(typed, row));
  };

  test.each([
    [" ", "missing"],
    ["あ".repeat(longest_name + 1), "long"],
    ["総務課", "twice"],
    ["総務課　", "twice"],
    ["あ".repeat(longest_name), undefined],
  ])("GivenTheName「%s」_WhenJudged_ThenOnlyTheOneThatWasTypedIsWrong", (name, expected) => {
    expect(judged(name)).toEqual([undefined, undefined, expected, undefined, undefined]);
  });
});

test("GivenEdits_WhenSent_ThenEachHasItsNameUntilNowAndTheNewNameOfItsParent", () => {
  const { rows: more, key } = added(renamed(rows, "=地域福祉課", " 地域課\u0007"), "=地域福祉課");
  expect(sentOf(renamed(more, key, "見守り係"))).toEqual([
    { name: "総務課", was: "総務課" },
    { name: "地域課", was: "地域福祉課" },
    { name: "相談係", was: "相談係", parent: "地域課" },
    { name: "貸付係", was: "貸付係", parent: "地域課" },
    { name: "見守り係", parent: "地域課" },
    { name: "生活支援課", was: "生活支援課" },
  ]);
});

test("GivenTwoTrees_WhenCompared_ThenNamesAndPlacesCountAndKeysDoNot", () => {
  const renamedTree = renamed(rows, "=総務課", "総務部");
  const theirs = rowsOf(office.map((one) => (one.name === "総務課" ? department("総務部") : one)));
  expect(isSameTree(renamedTree, theirs)).toBe(true);
  expect(isSameTree(rows, theirs)).toBe(false);
  expect(isSameTree(rows, moved(rows, "=地域福祉課", "in") ?? rows)).toBe(false);
});

test("GivenARefusal_WhenItNamesRows_ThenEachHasItsWords", () => {
  const fields = [
    { path: "departments[1].name", code: "test", title: "その名前は使えません。" },
    { path: "version", code: "test", title: "?" },
  ];
  const problem = { status: 422, code: "test", title: "", request_id: "", fields };
  expect([...refusedOf(problem, rows)]).toEqual([["=地域福祉課", "その名前は使えません。"]]);
  expect(refusedOf(undefined, rows).size).toBe(0);
});
