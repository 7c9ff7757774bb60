/** Limits of a message, as on the server. */
export const message_graphemes = 5_000;
export const message_bytes = 40 * 1024;

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Characters as a reader counts them: an emoji family or 葛󠄀 is one. */
export function graphemes(text: string): number {
  let n = 0;
  for (const _ of segmenter.segment(text)) n++;
  return n;
}

/** The first so many characters in one line, and whether there was more. */
export function beginning(text: string, characters: number): string {
  const line = text.trim().replace(/\s+/gu, " ");
  let n = 0;
  for (const { index } of segmenter.segment(line)) {
    if (n++ === characters) return `${line.slice(0, index).trimEnd()}…`;
  }
  return line;
}

const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;

/** Nothing in it that a reader could see; the server takes no such message. */
export const isBlank = (text: string): boolean => unseen.test(text);

export type Fit = { fits: true; left: number } | { fits: false; over: number };

/**
 * How much room a message has left. Segmenting is slow, so text that is short in UTF-16 units,
 * which are never fewer than the graphemes, isn't counted exactly.
 */
export function fit(text: string): Fit {
  const used = text.length < message_graphemes - 1_000 ? text.length : graphemes(text);
  const bytes = text.length * 3 < message_bytes ? 0 : new TextEncoder().encode(text).length;
  const over = Math.max(used - message_graphemes, Math.ceil((bytes - message_bytes) / 3));
  return over > 0 ? { fits: false, over } : { fits: true, left: message_graphemes - used };
}
