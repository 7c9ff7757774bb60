import { typedOf } from "../../platform/text/romaji.ts";

/** A password that somebody can remember: words, and how they are typed. */
export interface Phrase {
  words: readonly string[];
  typed: string;
}

/** 2^10 words each: 50 bits, which takes argon2id some million years to try through. */
export const wordsInPhrase = 5;

/** Picked by the system's generator; 1024 divides 2^16, so that each word is as likely as any other. */
export function makePhrase(
  words: readonly string[],
  random: (numbers: Uint16Array<ArrayBuffer>) => Uint16Array = (numbers) =>
    crypto.getRandomValues(numbers),
): Phrase {
  const picked = [...random(new Uint16Array(wordsInPhrase))].map(
    (number) => words[number % words.length] ?? "",
  );
  return { words: picked, typed: picked.map(typedOf).join("-") };
}
