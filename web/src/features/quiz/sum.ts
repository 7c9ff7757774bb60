/** How many people somebody typed: "32", also in full width; nothing if it is no such number. */
export function peopleOf(text: string): number | undefined {
  const digits = text.normalize("NFKC").replace(/[\s,]/g, "");
  return /^[1-9][0-9]{0,3}$/.test(digits) ? Number(digits) : undefined;
}
