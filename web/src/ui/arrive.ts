/**
 * Takes the focus when a screen has replaced the one that had it, so that a screen reader goes on
 * there and not at the top of the page.
 */
export function arrive(element: HTMLElement): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) element.focus({ preventScroll: true });
}
