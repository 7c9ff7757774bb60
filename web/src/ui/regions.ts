/** A part of the screen that F6 can reach is marked `data-region`. */
const selector = "[data-region]";

/** What Tab goes to. */
export const focusable = "a[href], button:not(:disabled), input, textarea, [tabindex='0']";

/** F6 goes round the main regions, Shift+F6 backwards. */
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

/** Where the focus can be seen: the region itself, what is current in it, or its first control. */
function enter(region: HTMLElement): void {
  const inside =
    region.tabIndex >= 0
      ? region
      : (region.querySelector<HTMLElement>("[aria-current]") ??
        region.querySelector<HTMLElement>("textarea, li a[href]") ??
        region.querySelector<HTMLElement>(focusable));
  (inside ?? region).focus();
}
