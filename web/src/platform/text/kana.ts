import { fold } from "./fold.ts";

/** The rows of sounds in their order, each called by its first. */
export const kana_rows = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"] as const;
export type KanaRow = (typeof kana_rows)[number];

/** The first character of each row; small and voiced ones stand within theirs. */
const beginnings = [..."ぁかさたなはまゃらゎ"];

/** The row in which a reading stands; nothing if it doesn't begin with kana. */
export function kanaRowOf(reading: string): KanaRow | undefined {
  const [first = ""] = fold(reading).normalize("NFD");
  if (first > "ん") return undefined;
  return kana_rows[beginnings.findLastIndex((beginning) => beginning <= first)];
}
