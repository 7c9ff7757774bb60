/** What other programs paste as a line break within a paragraph. */
const odd_breaks = /\r\n|[\r\v\f\u0085]/g;

/** Control characters other than line feed and tab; nobody can see them to take them out. */
const control = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;

/** The text as the server takes it: what can be seen stays as it was typed, to the byte. */
export function clean(text: string): string {
  return text.replace(odd_breaks, "\n").replace(control, "");
}
