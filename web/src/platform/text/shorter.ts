import { subjectWords } from "../i18n/subject.ts";
import { isBlank } from "./length.ts";
import { halfWidthUnits } from "./width.ts";

const full_digits = /[\uFF10-\uFF19]/gu;
const full_digit_offset = 0xfee0;
const spaces = /[\s\u3000]+/gu;

const plainDigits = (text: string): string =>
  text.replace(full_digits, (d) => String.fromCharCode(d.charCodeAt(0) - full_digit_offset));

/** What can be left out of a subject without anybody missing it. */
function trimmed(subject: string): string {
  const { signs } = subjectWords();
  const text = plainDigits(subject)
    .replace(signs.label, " ")
    .replace(signs.bracketed, " $1 ")
    .replace(signs.date, (date: string, month: string, day: string, at: number, all: string) =>
      /^\d/.test(all.slice(at + date.length)) ? `${month}/${day} ` : `${month}/${day}`,
    )
    .replace(signs.clock, (_, hour: string, minute: string) => `${hour}:${minute.padStart(2, "0")}`)
    .replace(signs.beforeRemark, "")
    .replace(spaces, " ")
    .trim();
  return withoutEnding(text).replace(signs.about, signs.aboutBecomes);
}

/** A subject may end in several of them: …に関するお知らせです。 */
function withoutEnding(text: string): string {
  const next = subjectWords().signs.endings.reduce((now, ending) => {
    const rest = now.replace(ending, "");
    return isBlank(rest) ? now : rest;
  }, text);
  return next === text ? text : withoutEnding(next);
}

/** And what is missed least. */
function cut(subject: string): string {
  const { signs } = subjectWords();
  const text = trimmed(subject.replace(signs.remarks, ""))
    .replace(signs.era, (era) => signs.eras[era] ?? era)
    .replace(signs.held, "");
  return withoutEnding(text);
}

/**
 * The same subject in fewer characters: up to two proposals, the nearest to it first. Proposals only;
 * whoever writes knows better.
 */
export function shorter(subject: string): string[] {
  let width = halfWidthUnits(subject.trim());
  const found: string[] = [];
  for (const proposal of [trimmed(subject), cut(subject)]) {
    const next = halfWidthUnits(proposal);
    if (isBlank(proposal) || next >= width) continue;
    found.push(proposal);
    width = next;
  }
  return found;
}
