import { expect, test } from "vitest";
import { noEntry } from "./fixtures.ts";
import { factsOf } from "./import.ts";

test("GivenANewOne_WhenItIsShown_ThenEveryFilledColumnButTheNameIsNamed", () => {
  const entry = {
    ...noEntry,
    organisation: "病院",
    organisation_kana: "ビョウイン",
    person: "早川",
    fax: "1",
  };
  expect(factsOf(entry)).toEqual([
    { field: "person", said: "早川" },
    { field: "fax", said: "1" },
  ]);
  expect(factsOf({ ...noEntry, person: "早川", person_kana: "ハヤカワ" })).toEqual([]);
});
