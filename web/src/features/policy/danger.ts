import { words } from "../../platform/i18n/index.ts";

/** The clauses that speak of passwords. */
const about_passwords: readonly string[] = ["7.1", "7.2"];

/**
 * Would these words of clause 7.1 or 7.2 make people choose passwords that others can guess, or
 * forbid changing them? A guess, sentence by sentence, for a warning; nothing is refused by it.
 */
export function endangers(id: string, text: string): boolean {
  if (!about_passwords.includes(id)) return false;
  const signs = words().danger;
  return text
    .normalize("NFKC")
    .split(/[\u3002\n]/u)
    .some((sentence) => {
      if (!signs.password.test(sentence)) return false;
      const guessable = signs.guessable.test(sentence) && !signs.forbidding.test(sentence);
      return guessable || signs.frozen.test(sentence);
    });
}
