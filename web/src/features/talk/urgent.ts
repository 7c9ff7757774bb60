import { clean } from "../../platform/text/clean.ts";
import { graphemes, isBlank } from "../../platform/text/length.ts";

/** As on the server. */
export const most_characters = 100;

/** The choice of a reason of one's own. */
export const own_reason = "own";

export type Reason =
  { ok: true; reason: string } | { ok: false; lacking: "choice" | "words" | "fewer" };

/** Why a text can't wait: one of those that are offered, or in one's own words on one line. */
export function reasonOf(chosen: string, own: string): Reason {
  if (chosen === "") return { ok: false, lacking: "choice" };
  if (chosen !== own_reason) return { ok: true, reason: chosen };
  const reason = oneLine(own);
  if (isBlank(reason)) return { ok: false, lacking: "words" };
  return graphemes(reason) > most_characters
    ? { ok: false, lacking: "fewer" }
    : { ok: true, reason };
}

/** How many characters are left for a reason; below zero: too many. */
export const charactersLeft = (own: string): number => most_characters - graphemes(oneLine(own));

const oneLine = (text: string): string => clean(text).replace(/\s+/gu, " ").trim();
