import type { Replacement } from "../platform/text/ranges.ts";

/**
 * Changes the text of the field as typing does, so that Ctrl+Z undoes it: no other way than this old
 * one keeps the browser's own memory of what was typed. The field has the focus afterwards, and
 * tells its listeners.
 */
export function replaceIn(
  field: HTMLTextAreaElement | HTMLInputElement,
  change: Replacement,
): void {
  const { begin, was, becomes } = change;
  const end = begin + was.length;
  field.focus();
  field.setSelectionRange(begin, end);
  const done =
    becomes === ""
      ? document.execCommand("delete")
      : document.execCommand("insertText", false, becomes);
  if (done) return;
  field.setRangeText(becomes, begin, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** The change that takes `change` back. */
export const undoing = ({ begin, was, becomes }: Replacement): Replacement => ({
  begin,
  was: becomes,
  becomes: was,
});
