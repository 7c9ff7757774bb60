import { expect, test } from "vitest";
import { clean } from "./clean.ts";

test("GivenTextOfAPhoneKeyboard_WhenCleaned_ThenNotAByteChanges", () => {
  const text = "葛󠄀城 𠮷野家 👨‍👩‍👧‍👦 ｶﾞｷﾞ\tが\n　（株）";
  expect(clean(text)).toBe(text);
});

test("GivenBreaksOfOtherPrograms_WhenCleaned_ThenTheyAreLineFeeds", () => {
  expect(clean("a\r\nb\rc\vd\fe\u0085f")).toBe("a\nb\nc\nd\ne\nf");
});

test("GivenControlCharacters_WhenCleaned_ThenTheyAreGone", () => {
  expect(clean("a\0b\x1bc\x7fd\x9ee")).toBe("abcde");
});
