const other_hyphens = /[\u2010-\u2015\u2212\u30fc]/g;

/** A number of an outside line in its three parts, however they are kept apart. */
const in_parts = /0[0-9]{1,4}[() -]+[0-9]{1,4}[() -]+[0-9]{3,4}/;
const in_one = /\+?[0-9][0-9()-]*/;

/** What a telephone dials for a number as it stands in the directory; nothing if there is none in it. */
export function dialled(said: string): string | undefined {
  const text = said.normalize("NFKC").replace(other_hyphens, "-");
  const number = (in_parts.exec(text) ?? in_one.exec(text))?.[0];
  return number && `tel:${number.replace(/[() -]/g, "")}`;
}
