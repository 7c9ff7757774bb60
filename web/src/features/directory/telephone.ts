/** What a telephone dials for an extension as it stands in the directory; nothing if it has no number. */
export function dialled(extension: string): string | undefined {
  const number = /\+?[0-9][0-9()-]*/.exec(extension.normalize("NFKC"))?.[0];
  return number && `tel:${number.replace(/[()-]/g, "")}`;
}
