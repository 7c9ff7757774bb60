import { expect, test } from "vitest";
import { typedOf } from "./romaji.ts";

test.each([
  ["あいさつ", "aisatsu"],
  ["きゃべつ", "kyabetsu"],
  ["しゃしん", "shashin"],
  ["じゃがいも", "jagaimo"],
  ["ちょうちょ", "choucho"],
  ["がっこう", "gakkou"],
  ["ぼっちゃん", "botchan"],
])("Given%s_WhenTyped_ThenItIs%s", (word, typed) => {
  expect(typedOf(word)).toBe(typed);
});
