import { expect, test } from "vitest";
import { othersThan, typedPin } from "./pins.ts";

test("GivenDigitsAsAJapaneseKeyboardTypesThem_WhenReadAsAPin_ThenTheyArePlain", () => {
  expect(typedPin(" ７３９　184 ")).toBe("739184");
});

test("GivenWhoIsHere_WhenPeopleAreListed_ThenThatOneIsLeftOut", () => {
  const person = (id: string) => ({ id, name: id, kana: id, department: "", closed: false });
  const all = [person("1"), person("2")];
  expect(othersThan(all, "1").map(({ id }) => id)).toEqual(["2"]);
  expect(othersThan(all, undefined)).toEqual(all);
});
