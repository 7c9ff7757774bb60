import { describe, expect, test } from "vitest";
import type { Contact } from "../../platform/wire.ts";
import { finder, sectionsOf, type Book } from "../../ui/book.ts";
import { bookOf, categoriesOf, type ContactRow, type Mode } from "./book.ts";
import { contact } from "./fixtures.ts";

const hospital = contact("1", {
  organisation: "みなと中央病院",
  organisation_kana: "ミナトチュウオウビョウイン",
  department: "地域連携室",
  person: "早川 亮",
  person_kana: "ハヤカワ リョウ",
  category: "病院",
  telephone: "03-0000-1234",
  mail: "renkei@example.jp",
  note: "駐車場は裏",
});
const police = contact("2", {
  organisation: "青海警察署",
  organisation_kana: "アオミケイサツショ",
  category: "警察・消防",
});
const neighbour = contact("3", { person: "民生委員 Ａ", category: "自治会" }, { own: true });
const state = {
  shared: new Map([hospital, police].map((one) => [one.id, one])),
  own: new Map([[neighbour.id, neighbour]]),
};
const usual = ["病院", "行政", "警察・消防"];
const book = bookOf(state, usual);
const ids = (rows: readonly ContactRow[]) => rows.map(({ id }) => id);
/** In the book's order. */
const find = ({ entries }: Book<Contact, Mode>, query: string) =>
  finder([{ name: "", entries }])(query).sections.flatMap(({ entries }) => entries);
const shown = (mode: Mode) =>
  sectionsOf(book, mode).map(({ name, entries }) => [name, ...ids(entries)]);

describe("finding", () => {
  test.each([
    ["中央", ["1"]],
    ["みなとちゅうおう", ["1"]],
    ["ﾊﾔｶﾜ", ["1"]],
    ["連携　早川", ["1"]],
    ["0300001234", ["1"]],
    ["０３－００００", ["1"]],
    ["renkei@", ["1"]],
    ["駐車場", ["1"]],
    ["警察", ["2"]],
    ["民生委員a", ["3"]],
    ["", ["2", "1", "3"]],
    ["市役所", []],
  ])("GivenABook_WhenLookingFor「%s」_ThenTheyAreFoundByTheirReading", (query, expected) => {
    expect(ids(find(book, query))).toEqual(expected);
  });
});

describe("sections", () => {
  test("GivenReadings_ThenEachStandsInItsRowAndOthersAtTheEnd", () => {
    expect(shown("kana")).toEqual([
      ["あ", "2"],
      ["ま", "1"],
      ["", "3"],
    ]);
  });
  test("GivenCategories_ThenUsualOnesComeFirstInTheirOrder", () => {
    expect(shown("category")).toEqual([
      ["病院", "1"],
      ["警察・消防", "2"],
      ["自治会", "3"],
    ]);
    expect(categoriesOf([neighbour, contact("4", { category: "" })], usual)).toEqual(["自治会"]);
  });
  test("GivenBothBooks_ThenTheOrganisationsComesFirst", () => {
    expect(shown("whose")).toEqual([
      ["shared", "2", "1"],
      ["own", "3"],
    ]);
  });
});

test("GivenFiveThousand_WhenOneChanges_ThenNoOthersTextsAreLookedAtAgain", () => {
  let read = 0;
  const crowd = Array.from({ length: 5_000 }, (_, i) => {
    const one = contact(`${i + 10}`, { organisation: `事業所 ${i}` });
    Object.defineProperty(one.entry, "note", { get: () => ((read += 1), ""), enumerable: true });
    return one;
  });
  const full = { shared: new Map(crowd.map((one) => [one.id, one])), own: new Map() };
  bookOf(full, usual);
  read = 0;
  full.shared.set("10", contact("10", { organisation: "別" }));
  expect(ids(find(bookOf(full, usual), "事業所 4999"))).toEqual(["5009"]);
  expect(read).toBe(0);
});
