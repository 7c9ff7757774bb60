import { describe, expect, test } from "vitest";
import type { Person } from "../../platform/wire.ts";
import { somebody } from "../../platform/fake_person.ts";
import { blocksOf, countOf, entriesOf, finder, sectionsOf, type Book } from "../../ui/book.ts";
import { bookOf, type Mode, type PersonEntry } from "./book.ts";

const abe = somebody("12", {
  name: "阿部 健",
  kana: "アベ ケン",
  login: "k.abe@minato",
  department: "総務課",
  position: "運転員",
  employment: "臨時職員",
  extension: "108",
  telephone: "(0598) 00-0108",
  duties: "公用車の点検",
});
const sato = somebody("3", {
  name: "佐藤 花子",
  kana: "サトウ ハナコ",
  login: "h.sato@minato",
  department: "地域福祉課",
  position: "主任",
  employment: "正職員",
  extension: "203",
});
const takahashi = somebody("2", {
  name: "髙橋 美穂",
  kana: "タカハシ ミホ",
  department: "総務課",
  position: "主任",
  posts: [{ department: "貸付係", position: "係長" }],
  employment: "正職員",
  extension: "104",
});
const guest = somebody("1", { name: "管理者" });

const mapOf = (...people: Person[]) => new Map(people.map((one) => [one.id, one]));
const bookWith = (...people: Person[]) => bookOf(mapOf(...people), []);
const book = bookWith(abe, sato, takahashi, guest);
const names = (entries: readonly PersonEntry[]) => entries.map(({ item }) => item.name);
const shown = (mode: Mode, query = "") =>
  finder(sectionsOf(book, mode))(query).sections.map(({ name, entries }) => [
    name,
    ...names(entries),
  ]);
/** Nobody's section is known here: all stand in one, in the book's order. */
const anywhere = ({ entries }: Book<Person, Mode>) => finder([{ name: "", entries }]);
const find = (of: Book<Person, Mode>, query: string) =>
  anywhere(of)(query).sections.flatMap(({ entries }) => entries);

describe("finding", () => {
  test.each([
    ["佐藤", [sato]],
    ["さとう", [sato]],
    ["ｻﾄｳ", [sato]],
    ["サトウハナ", [sato]],
    ["h.sato", [sato]],
    ["２０３", [sato]],
    ["高橋", [takahashi]],
    ["総務", [abe, takahashi]],
    ["主任", [sato, takahashi]],
    ["総務　主任", [takahashi]],
    ["0598000108", [abe]],
    ["（0598）00-01", [abe]],
    ["点検", [abe]],
    ["貸付　係長", [takahashi]],
    ["-", [abe, sato, takahashi, guest]],
    ["()", [abe, sato, takahashi, guest]],
    ["", [abe, sato, takahashi, guest]],
  ])("GivenABook_WhenLookingFor「%s」_ThenTheyAreFoundInItsOrder", (query, expected) => {
    expect(names(find(book, query))).toEqual(expected.map(({ name }) => name));
  });

  test.each(["加藤", "総務 203", "子さとう", "健アベ"])(
    "GivenABook_WhenLookingFor「%s」_ThenNobodyIsFound",
    (query) => expect(find(book, query)).toEqual([]),
  );

  test("GivenSomebodyRetired_WhenTheBookIsMade_ThenTheyAreNotInIt", () => {
    const book = bookWith(abe, { ...sato, name: "退職者 3", retired: true });
    expect(names(find(book, ""))).toEqual([abe.name]);
  });

  test("GivenSomebodyChanged_WhenTheBookIsMadeAgain_ThenTheyAreFoundByTheNewWordsOnly", () => {
    const moved = bookWith(abe, { ...sato, department: "総務課" }, takahashi);
    expect(names(find(moved, "総務"))).toEqual([abe, sato, takahashi].map(({ name }) => name));
    expect(find(moved, "地域")).toEqual([]);
  });
});

describe("a search key by key", () => {
  const typed = [
    "さ",
    "さと",
    "さとう",
    "さとう ",
    "さとう 主",
    "主",
    "主任",
    "任　主任",
    "",
    "総務",
    "総",
  ];

  test("GivenAFinder_WhenKeysComeAndGo_ThenItFindsWhatOneThatIsAskedOnceFinds", () => {
    const find = anywhere(book);
    for (const query of typed) expect(find(query).sections).toEqual(anywhere(book)(query).sections);
  });

  test("GivenALongerQuery_WhenItIsLookedFor_ThenOnlyWhereTheShorterOneWasFound", () => {
    let looked = 0;
    const entries = book.entries.map((entry) => ({
      ...entry,
      get text() {
        looked += 1;
        return entry.text;
      },
    }));
    const find = finder([{ name: "", entries }]);
    const shorter = find("主");
    expect([looked, countOf(shorter.sections)]).toEqual([4, 2]);
    expect(find("主任 さ").sections).not.toEqual(shorter.sections);
    expect(looked).toBeLessThanOrEqual(4 + 2 * 2);
    looked = 0;
    expect(find("主")).toBe(shorter);
    expect(find("").sections[0]?.entries).toBe(entries);
    expect(looked).toBe(0);
  });

  test("GivenTheSameWordsWrittenOtherwise_WhenTheyAreLookedFor_ThenItIsTheSameSearch", () => {
    const find = anywhere(book);
    expect(find("サトウ　")).toBe(find("ｻﾄｳ"));
    expect(find("-()")).toBe(find(""));
  });
});

describe("sections", () => {
  test("GivenDepartments_WhenPutTogether_ThenTheyStandAsTheirFirstPersonCame", () => {
    expect(shown("department")).toEqual([
      ["総務課", "阿部 健", "髙橋 美穂"],
      ["地域福祉課", "佐藤 花子"],
      ["", "管理者"],
    ]);
  });

  test("GivenAnOrderOfDepartments_WhenPutTogether_ThenItHoldsAndOthersStandBehind", () => {
    const people = mapOf(abe, sato, guest, somebody("4", { department: "新しい課" }));
    const ordered = bookOf(people, ["地域福祉課", "生活支援課", "総務課"]);
    const sections = sectionsOf(ordered, "department");
    expect(sections.map(({ name }) => name)).toEqual(["地域福祉課", "総務課", "新しい課", ""]);
  });

  test("GivenEmployment_WhenPutTogether_ThenItIsWhatStandsWithThePeople", () => {
    expect(shown("employment")).toEqual([
      ["正職員", "佐藤 花子", "髙橋 美穂"],
      ["臨時職員", "阿部 健"],
      ["", "管理者"],
    ]);
  });

  test("GivenReadings_WhenPutTogether_ThenEachStandsInItsRow", () => {
    expect(shown("kana")).toEqual([
      ["あ", "阿部 健"],
      ["さ", "佐藤 花子"],
      ["た", "髙橋 美穂"],
      ["", "管理者"],
    ]);
  });

  test("GivenASearch_WhenPutTogether_ThenEmptySectionsAreLeftOut", () => {
    expect(shown("department", "さとう")).toEqual([["地域福祉課", "佐藤 花子"]]);
  });
});

describe("blocks", () => {
  const many = bookWith(
    ...Array.from({ length: 25 }, (_, i) => somebody(`${i + 1}`, { department: "総務課" })),
    somebody("99", { department: "地域福祉課" }),
  );
  const blocks = blocksOf(sectionsOf(many, "department"));

  test("GivenLongSections_WhenCut_ThenNobodyIsLostAndAHeadingCountsAsHalfARow", () => {
    expect(blocks.map(({ section, at, rows }) => [section.name, at, rows])).toEqual([
      ["総務課", 0, 10.5],
      ["総務課", 10, 10],
      ["総務課", 20, 5],
      ["地域福祉課", 0, 1.5],
    ]);
    expect(blocks.flatMap((block) => names(entriesOf(block)))).toEqual(names(many.entries));
  });
});

describe("10,000 people", () => {
  let read = 0;
  const crowd = Array.from({ length: 10_000 }, (_, i) => ({
    ...somebody(`${i + 1}`, { kana: "ショクイン", department: `第${i % 50}課` }),
    get name() {
      read += 1;
      return `職員 ${i}`;
    },
  }));
  const full = bookWith(...crowd);

  test("GivenTheBook_WhenItIsSearched_ThenNobodysTextsAreLookedAtAgain", () => {
    read = 0;
    expect(find(full, "しょくいん 職員9999")).toHaveLength(1);
    expect(finder(sectionsOf(full, "department"))("しょくいん").sections).toHaveLength(50);
    expect(read).toBe(0);
  });

  test("GivenOneNewcomer_WhenTheBookIsMadeAgain_ThenNobodyElsesTextsAreLookedAt", () => {
    read = 0;
    expect(bookWith(...crowd, somebody("10001")).entries).toHaveLength(10_001);
    expect(read).toBe(0);
  });
});
