import { focusable } from "./regions.ts";

/** Lets keys scroll what has nothing in it that Tab goes to; not every browser does so by itself. */
export function reachable(element: HTMLElement): () => void {
  const look = () => {
    const scrolls = element.scrollHeight > element.clientHeight;
    if (scrolls && !element.querySelector(focusable)) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const size = new ResizeObserver(look);
  size.observe(element);
  const content = new MutationObserver(look);
  content.observe(element, { childList: true, subtree: true });
  return () => {
    size.disconnect();
    content.disconnect();
  };
}
