import { createStore, type Store } from "../platform/store.ts";
import type { Settings } from "../platform/wire.ts";

/** `three`: rail, list and content; `two`: list and content; `phone`: one at a time. */
export type Layout = "phone" | "two" | "three";

/** The largest text stays in a single column, on a PC too. */
export function layoutFor(width: number, size: Settings["text_size"]): Layout {
  if (size === "extra_large" || width < 640) return "phone";
  return width >= 1100 ? "three" : "two";
}

/**
 * Follows the window. The visible height is passed on too, because the keyboard of an iPhone covers
 * the page without making it smaller.
 */
export function watchLayout(window: Window, size: () => Settings["text_size"]) {
  const root = window.document.documentElement;
  const layout: Store<Layout> = createStore(layoutFor(window.innerWidth, size()));
  const measure = () => {
    layout.set(() => layoutFor(window.innerWidth, size()));
    root.dataset["layout"] = layout.get();
    const height = window.visualViewport?.height;
    if (height) root.style.setProperty("--viewport", `${height}px`);
  };
  window.addEventListener("resize", measure);
  window.visualViewport?.addEventListener("resize", measure);
  measure();
  return { layout, measure };
}
