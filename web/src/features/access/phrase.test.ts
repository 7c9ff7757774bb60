import { expect, test } from "vitest";
import { passwordWords } from "../../platform/i18n/ja/password_words.ts";
import { typedOf } from "../../platform/text/romaji.ts";
import { makePhrase, wordsInPhrase } from "./phrase.ts";

test("GivenTheWords_WhenCounted_ThenEachIsTenBitsAndTypedInItsOwnWay", () => {
  expect(passwordWords.length).toBe(1024);
  const typed = passwordWords.map(typedOf);
  expect(new Set(typed).size).toBe(1024);
  for (const one of typed) expect(one).toMatch(/^[a-z]{4,14}$/);
});

test("GivenThePickedNumbers_WhenAPhraseIsMade_ThenItsWordsAreThoseAndItIsTypedInLetters", () => {
  const words = ["さくら", "みかん", "とけい"];
  const phrase = makePhrase(words, (numbers) => numbers.map((_, i) => i + 1));
  expect(phrase.words).toEqual(["みかん", "とけい", "さくら", "みかん", "とけい"]);
  expect(phrase.typed).toBe("mikan-tokei-sakura-mikan-tokei");
});

test("GivenTwoPhrases_WhenMade_ThenTheyDiffer", () => {
  const [one, other] = [makePhrase(passwordWords), makePhrase(passwordWords)];
  expect(one.words.length).toBe(wordsInPhrase);
  expect(one.typed).not.toBe(other.typed);
  expect(one.typed.length).toBeGreaterThanOrEqual(15);
});
