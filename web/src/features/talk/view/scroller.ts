/**
 * The message scroller is `column-reverse`: scrollTop is 0 at the newest message and negative above.
 * Older rows may be added without touching it; whatever changes below the reader has to be made up
 * for by hand, in the same task, because no Safari does it.
 */

/** Further up than this, somebody is reading and must not be moved. */
const pinned_px = 40;

export const isPinned = (scroller: HTMLElement): boolean => scroller.scrollTop >= -pinned_px;

/** How far the history goes on above what is seen. */
export const above = (s: HTMLElement): number => s.scrollHeight - s.clientHeight + s.scrollTop;

/** How far it goes on below. */
export const below = (s: HTMLElement): number => -s.scrollTop;

export interface Anchor {
  row: Element;
  toEnd: number;
}

const distanceToEnd = (content: Element, row: Element): number =>
  content.getBoundingClientRect().bottom - row.getBoundingClientRect().top;

/** The topmost row that is seen, and how far it is from the end of the content. */
export function takeAnchor(scroller: Element, content: Element): Anchor | undefined {
  const top = scroller.getBoundingClientRect().top;
  for (const row of content.children) {
    if (row.getBoundingClientRect().bottom > top) {
      return { row, toEnd: distanceToEnd(content, row) };
    }
  }
  return undefined;
}

/** Puts the row where it was on the screen. */
export function returnTo(anchor: Anchor, scroller: HTMLElement, content: Element): void {
  if (!anchor.row.isConnected) return;
  const moved = distanceToEnd(content, anchor.row) - anchor.toEnd;
  if (Math.abs(moved) >= 0.5) scroller.scrollTop -= moved;
}

/** Scrolls so that `row` stands a little below the top, if it isn't on the last screen. */
export function showFromTop(row: Element, scroller: HTMLElement, content: Element): void {
  const margin = 48;
  const hidden = distanceToEnd(content, row) - scroller.clientHeight;
  if (hidden > -margin) scroller.scrollTop = -(hidden + margin);
}
