/** Marks a part of the screen that F6 can reach: `data-region`, with tabindex -1. */
const selector = "[data-region]";

/** F6 goes round the main regions, Shift+F6 backwards; each remembers nothing but its place. */
export function cycleRegions(document: Document): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.isComposing || event.ctrlKey || event.altKey) return;
    const regions = [...document.querySelectorAll<HTMLElement>(selector)];
    if (regions.length === 0 || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const here = regions.findIndex((region) => region.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const start = here === -1 && step === -1 ? 0 : here;
    const next = regions[(start + step + regions.length) % regions.length];
    if (next) enter(next);
  });
}

function enter(region: HTMLElement): void {
  const inside = region.querySelector<HTMLElement>("[data-region-first]");
  (inside ?? region).focus();
}
