import variant_table from "../../../../server/platform/text/variants.json" with { type: "json" };

/** Variant characters in names, and the plain form they are looked for under; the server's table too. */
const variants: ReadonlyMap<string, string> = new Map(Object.entries(variant_table));

const ideographic_variation = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const katakana = /[\u30A1-\u30F6]/g;

/**
 * Text as it is compared when somebody searches: width, case, hiragana or katakana, long marks,
 * spaces and common name variants don't matter. For comparison only; text is kept as typed.
 */
export function fold(text: string): string {
  const plain = text
    .replace(ideographic_variation, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(katakana, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[\s・ー‐‑–—―-]/gu, "");
  return [...plain].map((c) => variants.get(c) ?? c).join("");
}

/** The words of a query, each as it is compared; none in an empty one. */
export function foldedWords(query: string): string[] {
  const words = query.split(/[\s　]+/u).map(fold);
  return words.filter((word) => word !== "");
}

/** Does every word of `query` stand somewhere in `texts`? An empty query finds everything. */
export function finds(query: string, texts: readonly string[]): boolean {
  const words = foldedWords(query);
  const folded = texts.map(fold);
  return words.every((word) => folded.some((text) => text.includes(word)));
}
