import { expect, test } from "vitest";
import { words } from "../../platform/i18n/index.ts";
import type { Clause } from "../../platform/wire.ts";
import { clauseOf } from "./fixtures.ts";
import { linesOf, pageFrom, welcome_pages } from "./welcome.ts";

const said = words().welcome.lines;
const yen = { name: "yen", value: 20_000, least: 0, most: 1_000_000, level: "preset" } as const;
const on = (id: string, more: Partial<Clause> = {}) => clauseOf(id, { mode: "on", ...more });

test("GivenTheGuidelineAsItIsMade_WhenSomebodyNewGoesThrough_ThenNoScreenHasMoreThanFiveLines", () => {
  const ids = ["1", "B1", "B2", "B3", "B6", "B7", "B8", "B11", "2.5.a", "2.5.b", "3.2", "3.7"];
  const clauses = ids.map((id) => on(id, id === "3.2" ? { parameter: yen } : {}));
  const counts = welcome_pages.map((page) => linesOf(page, clauses).length);
  expect(counts).toEqual([0, 5, 4, 5, 2, 0]);
});

test("GivenAClauseThatIsOff_WhenSomebodyNewGoesThrough_ThenNothingIsSaidOfIt", () => {
  const clauses = [on("1"), on("B7"), clauseOf("B6", { mode: "off" }), clauseOf("B8")];
  expect(linesOf("purpose", clauses)).toEqual([said.share, said.work]);
});

test("GivenWorkThatTheProgramDoesNotDoYet_WhenSomebodyNewGoesThrough_ThenItIsNotPromised", () => {
  const guard = (carried_by: string[]) => clauseOf("2.5.a", { mode: "confirm", carried_by });
  expect(linesOf("privacy", [guard([])])).toEqual([said.noPersonal]);
  expect(linesOf("privacy", [guard(["policy"])])).toEqual([said.noPersonal, said.marks]);
});

test("GivenNoticesThatAreNotHeld_WhenSomebodyNewGoesThrough_ThenThatIsSaid", () => {
  const clauses = [on("B1", { title: "使う時間は平日" }), clauseOf("B3", { mode: "off" })];
  expect(linesOf("hours", clauses)).toEqual(["使う時間は平日。", said.rings]);
});

test.each([
  [20_000, "1件あたり2万円の賠償になった例があります。32人分なら64万円です。"],
  [7_500, "1件あたり7,500円の賠償になった例があります。32人分なら24万円です。"],
])("GivenASumOf%s_WhenSomebodyNewGoesThrough_ThenItIsNamed", (value, words) => {
  const [line] = linesOf("privacy", [on("3.2", { parameter: { ...yen, value } })]);
  expect(line).toContain(words);
});

test("GivenNoSum_WhenSomebodyNewGoesThrough_ThenNoneIsNamed", () => {
  expect(linesOf("privacy", [on("3.2", { parameter: { ...yen, value: 0 } })])).toEqual([]);
});

test.each([
  [undefined, 0],
  ["0", 0],
  ["5", 5],
  ["6", 0],
  ["-1", 0],
  ["1.5", 0],
  ["x", 0],
])("Given%sKept_WhenTheWelcomeOpens_ThenItIsAtPage%s", (kept, page) =>
  expect(pageFrom(kept)).toBe(page),
);
