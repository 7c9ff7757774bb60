const rows: Record<string, string> = {
  "": "あいうえお",
  k: "かきくけこ",
  s: "さしすせそ",
  t: "たちつてと",
  n: "なにぬねの",
  h: "はひふへほ",
  m: "まみむめも",
  r: "らりるれろ",
  g: "がぎぐげご",
  z: "ざじずぜぞ",
  d: "だぢづでど",
  b: "ばびぶべぼ",
  p: "ぱぴぷぺぽ",
};
const vowels = [..."aiueo"] as const;
const sounds = new Map<string, string>([
  ...Object.entries(rows).flatMap(([consonant, row]) =>
    [...row].map((kana, i): [string, string] => [kana, `${consonant}${vowels[i] ?? ""}`]),
  ),
  ...Object.entries({ し: "shi", ち: "chi", つ: "tsu", ふ: "fu", じ: "ji", ぢ: "ji", づ: "zu" }),
  ...Object.entries({ や: "ya", ゆ: "yu", よ: "yo", わ: "wa", ん: "n" }),
]);
const small: Record<string, string> = { ゃ: "a", ゅ: "u", ょ: "o" };

/** Two kana that are one sound: し and ゃ are sha, き and ゃ are kya. */
function joined(sound: string, vowel: string): string {
  const consonant = sound.slice(0, -1);
  return /^(sh|ch|j)i$/.test(sound) ? `${consonant}${vowel}` : `${consonant}y${vowel}`;
}

/** Hiragana as it is typed on a keyboard: fields for passwords take no kana. */
export function typedOf(word: string): string {
  let typed = "";
  let doubled = false;
  for (const [kana] of word.matchAll(/[^ゃゅょ][ゃゅょ]?/gu)) {
    const [first = "", second] = kana;
    if (first === "っ") {
      doubled = true;
      continue;
    }
    const single = sounds.get(first);
    if (single === undefined) throw new Error(`no sound: ${kana}`);
    const sound = second === undefined ? single : joined(single, small[second] ?? "");
    if (doubled) typed += sound.startsWith("ch") ? "t" : sound.charAt(0);
    typed += sound;
    doubled = false;
  }
  return typed;
}
