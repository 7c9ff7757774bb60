import { expect, test } from "vitest";
import type { Clause, PersonHours } from "../../platform/wire.ts";
import { isSaid, nextChange, outsideOf } from "./receivers.ts";

const open = (person: string, closes = 500): PersonHours => ({
  ...{ person, open: true, operating: { opens: 100, closes } },
});
const closed = (person: string, opens = 900): PersonHours => ({
  ...{ person, open: false, operating: { opens, closes: 1_000 } },
});

test("GivenPeopleWhoCanBeRung_WhenAskedWhoIsOutside_ThenNobodyIs", () => {
  expect(outsideOf([open("1"), open("2")])).toEqual({ kind: "nobody" });
  expect(outsideOf([])).toEqual({ kind: "nobody" });
});

test("GivenOneOutside_WhenAsked_ThenItIsSaidWhoAndUntilWhen", () => {
  expect(outsideOf([closed("2")])).toEqual({ kind: "one", person: "2", opens: 900 });
  expect(outsideOf([open("1"), closed("2")])).toMatchObject({ person: "2" });
  expect(outsideOf([{ person: "3", open: false }])).toMatchObject({ opens: undefined });
});

test("GivenSeveralOutside_WhenAsked_ThenTheyAreCounted", () => {
  expect(outsideOf([open("1"), closed("2"), closed("3")])).toEqual({
    ...{ kind: "some", outside: 2, all: 3 },
  });
});

test("GivenPeople_WhenTheFirstOpensOrCloses_ThenThatIsTheNextChange", () => {
  expect(nextChange([open("1", 800), closed("2", 900)])).toBe(800);
  expect(nextChange([open("1", 800), closed("2", 700)])).toBe(700);
  expect(nextChange([{ person: "3", open: false }])).toBeUndefined();
});

test.each([
  ["on", "hint", true],
  ["on", "confirm", true],
  ["on", "off", false],
  ["off", "hint", false],
])("GivenB3Is%sAndItsNote%s_WhenSomebodyWrites_ThenItIsSaidOrNot", (main, note, said) => {
  const measures = [
    { name: "main", mode: main },
    { name: "note", mode: note },
  ];
  expect(isSaid([{ id: "B3", measures }] as unknown as Clause[])).toBe(said);
  expect(isSaid([])).toBe(false);
});
