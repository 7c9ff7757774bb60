import { expect, test } from "vitest";
import blanks from "../../../../tests/vectors/blank_texts.json";
import vectors from "../../../../tests/vectors/text_lengths.json";
import { beginning, fit, graphemes, isBlank, message_graphemes } from "./length.ts";

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

test.each(blanks)("Given $name_WhenLookedAt_ThenItIsBlankAsOnTheServer", ({ text, blank }) => {
  expect(isBlank(text)).toBe(blank);
});

test("GivenTextAtTheLimit_WhenFitted_ThenItFitsAndOneMoreDoesNot", () => {
  expect(fit("あ".repeat(message_graphemes))).toEqual({ fits: true, left: 0 });
  expect(fit("あ".repeat(message_graphemes + 1))).toEqual({ fits: false, over: 1 });
});

test("GivenFewCharactersOfManyBytes_WhenFitted_ThenTheBytesCount", () => {
  expect(fit("👨‍👩‍👧‍👦".repeat(2_000)).fits).toBe(false);
});

test("GivenALongText_WhenItsBeginningIsShown_ThenItIsOneLineCutBetweenCharacters", () => {
  expect(beginning("会議は\n 14時です ", 20)).toBe("会議は 14時です");
  expect(beginning("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2)).toBe("👨‍👩‍👧‍👦👨‍👩‍👧‍👦…");
  expect(beginning("一二", 2)).toBe("一二");
});
