import { expect, test } from "vitest";
import vectors from "../../../../tests/vectors/text_lengths.json";
import { fit, graphemes, message_graphemes } from "./length.ts";

test.each([
  ["", 0],
  ["会議は14時です", 8],
  ["葛󠄀城", 2],
  ["𠮷野家", 3],
  ["👨‍👩‍👧‍👦と🇯🇵", 3],
  ["が", 1],
  ["a\r\nb", 3],
])("Given%s_WhenCounted_ThenItIs%i", (text, n) => {
  expect(graphemes(text)).toBe(n);
});

test.each(vectors)("Given $name_WhenCounted_ThenItIsAsOnTheServer", ({ text, graphemes: n }) => {
  expect(graphemes(text)).toBe(n);
});

test("GivenTextAtTheLimit_WhenFitted_ThenItFitsAndOneMoreDoesNot", () => {
  expect(fit("あ".repeat(message_graphemes))).toEqual({ fits: true, left: 0 });
  expect(fit("あ".repeat(message_graphemes + 1))).toEqual({ fits: false, over: 1 });
});

test("GivenFewCharactersOfManyBytes_WhenFitted_ThenTheBytesCount", () => {
  expect(fit("👨‍👩‍👧‍👦".repeat(2_000)).fits).toBe(false);
});
