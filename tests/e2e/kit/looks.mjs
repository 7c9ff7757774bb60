/** The ways to look at a screen: how the page is put, and who says what is wrong with it then. */
import { isDeepStrictEqual } from "node:util";
import { askAxe, contrast, measure, nothing, scrolling } from "./eye.mjs";

/** What is on a page is the same at every size: all of axe's rules are asked once. */
export const small = (window) => ({
  window,
  size: "medium",
  light: "light",
  judge: byAxeAndRuler,
});
/** Larger text is cut off sooner, and scrolls more. */
export const large = (window) => ({
  window,
  size: "extra_large",
  light: "light",
  judge: byRuler,
});
/** In the dark only colours are others, and small words need more contrast than large ones. */
export const dark = (window) => ({
  window,
  size: "medium",
  light: "dark",
  judge: byContrast,
});

/** The page as it is for somebody with these settings: they are nothing but attributes. */
export async function show(page, { window, size, light }) {
  if (!isDeepStrictEqual(page.viewportSize(), window)) await page.setViewportSize(window);
  await page.evaluate(
    ([size, theme]) => {
      Object.assign(document.documentElement.dataset, { size, theme });
      return new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    },
    [size, light],
  );
}

async function byAxeAndRuler(page) {
  return wrong({ axe: await askAxe(page), ...(await measure(page)) });
}

async function byContrast(page) {
  return wrong({ axe: await askAxe(page, contrast), ...nothing });
}

/** Of axe's rules those that depend on how much room there is. */
async function byRuler(page) {
  return wrong({ axe: await askAxe(page, scrolling), ...(await measure(page)) });
}

const wrong = (found) => (isDeepStrictEqual(found, { axe: [], ...nothing }) ? undefined : found);
