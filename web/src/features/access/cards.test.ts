import { expect, test } from "vitest";
import {
  cards_on_page,
  chosenOf,
  contactsOf,
  doorOf,
  groupsOf,
  isCrowded,
  pagesOf,
  type Whom,
} from "./cards.ts";
import { somebody } from "../../platform/fake_person.ts";
import { cardOf } from "./fixtures.ts";

const today = "2026-11-27";
const org = "みなと市社会福祉協議会";
// In the order of their readings, as the directory has them.
const people = [
  somebody("20", { department: "地域福祉課", employment: "正職員" }),
  somebody("9", { department: "総務課", employment: "臨時職員" }),
  somebody("30", { employment: "臨時職員", leave: { from: "2026-11-28" } }),
  somebody("21", { department: "地域福祉課", leave: { from: "2026-10-01" } }),
  somebody("10", {
    department: "総務課",
    employment: "正職員",
    leave: { from: "2026-10-01", until: "2026-11-26" },
  }),
];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

const cases: [Whom, string[], string[]][] = [
  [{ kind: "all" }, ["9", "10", "20", "30"], ["21"]],
  [{ kind: "department", name: "地域福祉課" }, ["20"], ["21"]],
  [{ kind: "department", name: "" }, ["30"], []],
  [{ kind: "employment", name: "臨時職員" }, ["9", "30"], []],
  [{ kind: "people", ids: ["21", "9"] }, ["9", "21"], []],
  [{ kind: "people", ids: [] }, [], []],
];
test.each(cases)("Given%j_WhenChosen_ThenTheyComeByDepartment", (whom, chosen, leftOut) => {
  const found = chosenOf(people, whom, today);
  expect(ids(found.people)).toEqual(chosen);
  expect(ids(found.leftOut)).toEqual(leftOut);
});

test("GivenAdministrators_WhenACardSaysWhomToAsk_ThenItIsTwoWhoAreHereAndMeFirst", () => {
  const administrator = { role: "administrator" as const };
  const some = [
    somebody("1"),
    somebody("2", administrator),
    somebody("3", { ...administrator, leave: { from: "2026-10-01" } }),
    somebody("4", administrator),
    somebody("5", administrator),
  ];
  expect(ids(contactsOf(some, "5", today))).toEqual(["5", "2"]);
  expect(ids(contactsOf(some, "1", today))).toEqual(["2", "4"]);
});

test("GivenACard_WhenItIsReadAndTyped_ThenTheCodeComesInGroupsAndTheAddressWithoutIt", () => {
  const card = cardOf(somebody("1"));
  expect(groupsOf(card.code)).toEqual(["ABCD", "EFGH", "JKMN", "PQRS", "TUVW"]);
  expect(doorOf(card)).toBe("http://office.test");
});

test.each([
  [0, []],
  [1, [1]],
  [8, [8]],
  [9, [8, 1]],
  [24, [8, 8, 8]],
])("Given%iCards_WhenLaidOut_ThenEightAreOnAPage", (n, lengths) => {
  const cards = Array.from({ length: n }, (_, i) => i);
  const pages = pagesOf(cards);
  expect(pages.map((page) => page.length)).toEqual(lengths);
  expect(pages.flat()).toEqual(cards);
  expect(cards_on_page).toBe(8);
});

test.each([
  ["佐々木 彩", "ササキ アヤ", "地域福祉課", false],
  ["長宗我部 龍之介", "チョウソカベ リュウノスケ", "介護支援課", false],
  ["マリア フェルナンダ ゴンサレス", "マリア フェルナンダ ゴンサレス", "介護支援課", false],
  [
    "マリア フェルナンダ ゴンサレス デラクルス",
    "マリア フェルナンダ ゴンサレス",
    "介護支援課",
    true,
  ],
  ["佐々木 彩", "ササキ アヤ", "北部地域福祉センターふれあいプラザ分室".repeat(3), true],
])("Given%s%s%s_WhenPrinted_ThenOnlyMuchTextIsSmaller", (name, kana, department, crowded) => {
  expect(isCrowded(org, somebody("1", { name, kana, department }))).toBe(crowded);
});
