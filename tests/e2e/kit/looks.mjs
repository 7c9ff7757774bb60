/** The ways to look at a screen: a window, a size of text, a light, and what is asked about the page then. */
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

const wanted = process.env.PICTURES === "yes";
const shots = new URL("../../../build/e2e/", import.meta.url).pathname;

/** If pictures are wanted: of every screen they take a quarter of the time. */
export async function takePicture(page, what) {
  if (wanted) await page.screenshot({ path: `${shots}${what}.png` });
}

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

/** In none of these ways is anything wrong with the page. It stays as in the first. */
export async function lookInEach(page, ways, what) {
  for (const one of ways) {
    const at = `${what}-${one.window.width}-${one.size}`;
    await putBack(page, one);
    const wrong = await look(page, one);
    await takePicture(page, at);
    assert.deepEqual(wrong, undefined, `${at}: ${JSON.stringify(wrong)}`);
  }
  await putBack(page, ways[0]);
}
