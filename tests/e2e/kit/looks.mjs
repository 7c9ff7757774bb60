/** The ways to look at a screen: a window, a size of text, a light, and what is asked about the page then. */
import { isDeepStrictEqual } from "node:util";

/** What is on a page is the same at every size: all of axe's rules are asked once. */
export const small = (window) => ({ window, size: "medium", light: "light", ruler: true });

/** Larger text is cut off sooner, and scrolls more: of axe's rules that one depends on how much room there is. */
export const large = (window) => ({
  window,
  size: "extra_large",
  light: "light",
  rules: ["scrollable-region-focusable"],
  ruler: true,
});

/** In the dark only colours are others, and small words need more contrast than large ones. */
export const dark = (window) => ({
  window,
  size: "medium",
  light: "dark",
  rules: ["color-contrast", "link-in-text-block"],
});

/** What is wrong with the page when it is put so, as which it stays. Its context was given eyes. */
export async function look(page, { window, size, light, rules, ruler }) {
  await putWindow(page, window);
  const how = [size, light, rules, ruler];
  return await page.evaluate((how) => globalThis.eyes.look(...how), how);
}

/** Text size and light are nothing but attributes of the page, as is what is shown for them. */
export async function putBack(page, { window, size, light }) {
  await putWindow(page, window);
  await page.evaluate((attributes) => Object.assign(document.documentElement.dataset, attributes), {
    size,
    theme: light,
  });
}

async function putWindow(page, window) {
  if (!isDeepStrictEqual(page.viewportSize(), window)) await page.setViewportSize(window);
}
