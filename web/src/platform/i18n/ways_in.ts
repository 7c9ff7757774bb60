import { currentLocale, type Locale } from "./index.ts";
import { passwordWords } from "./ja/password_words.ts";
import { waysIn } from "./ja/ways_in.ts";

const catalogues: Record<Locale, typeof waysIn> = { ja: waysIn };
const wordLists: Record<Locale, readonly string[]> = { ja: passwordWords };

/** What isn't part of the first load, and so its words aren't either. */
export const waysInWords = (): typeof waysIn => catalogues[currentLocale()];
/** Of which passwords are made. */
export const wordList = (): readonly string[] => wordLists[currentLocale()];
