/** What can be told of a screen's looks, from within the page: by axe and by ruler. */
import { axePath } from "./browser.mjs";

/** From the next load on, pages of this context can look at themselves: see `look`. */
export async function giveEyes(context) {
  await context.addInitScript({ path: axePath });
  const content = `globalThis.eyes = { look: ${look}, show: ${show}, askAxe: ${askAxe}, measure: ${measure} };`;
  await context.addInitScript({ content });
}

/** What is wrong with the page in this size of text and this light, which stay. `rules`: of axe's; none are all. */
async function look(size, light, rules, ruler) {
  await globalThis.eyes.show(size, light);
  const axe = await globalThis.eyes.askAxe(rules);
  const found = { axe, ...(ruler && globalThis.eyes.measure()) };
  return Object.values(found).some((list) => list.length > 0) ? found : undefined;
}

/** Waits until all that follows from it has followed. Other colours are there at once. */
async function show(size, light) {
  const { dataset } = document.documentElement;
  const sizes = [innerWidth, innerHeight, size].join();
  const only_light = globalThis.shown === sizes && dataset.theme !== light;
  globalThis.shown = sizes;
  Object.assign(dataset, { size, theme: light });
  if (only_light) return;
  await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
}

/** What axe finds, with its best practices: rule, and the places. */
async function askAxe(rules) {
  const { violations } = await globalThis.axe.run(document, {
    resultTypes: ["violations"],
    selectors: false, // of everything it looked at
    preload: false, // style sheets and sounds: for rules that have nothing to look at here
    ...(rules && { runOnly: rules }),
  });
  return violations.map(({ id, nodes }) => ({
    id,
    places: nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`),
  }));
}

/** Texts smaller than 16 px, targets smaller than a finger, and what sticks out of the window. */
function measure() {
  const least_text = 16;
  const least_target = 44;
  const dialog = document.querySelector("dialog[open]");
  const name = (element) =>
    `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 24)}"`;
  const hidden = (element) =>
    element.closest(".ui-sr, [aria-hidden=true], noscript") !== null ||
    !element.checkVisibility({ visibilityProperty: true }) ||
    (dialog && !dialog.contains(element));
  const rounded = (n) => Math.round(n * 10) / 10;

  function smallTexts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === "" || element.closest(".ui-sr, script")) continue;
      if (!element.checkVisibility()) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < least_text) found.add(name(element));
    }
    for (const field of document.querySelectorAll("input, textarea")) {
      if (parseFloat(getComputedStyle(field).fontSize) < least_text) found.add(name(field));
    }
    return [...found];
  }

  /** A circle or a box is pressed by its label. */
  const target = (element) =>
    element.matches("[type=radio], [type=checkbox]") ? element.closest("label") : element;

  function smallTargets() {
    return [...document.querySelectorAll("a[href], button, input, textarea, [role=button]")]
      .filter((element) => !hidden(element))
      .map(target)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return rounded(width) < least_target || rounded(height) < least_target;
      })
      .map(name);
  }

  function sideways() {
    const found = [];
    for (const element of document.querySelectorAll("html, body, body *")) {
      if (hidden(element)) continue;
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      const root = element === document.documentElement;
      if ((scrolls || root) && element.scrollWidth > element.clientWidth) found.push(name(element));
    }
    return found;
  }

  /** Words outside the window, or cut off by the box they are in without an ellipsis. */
  function cutOff() {
    const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = new Set();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === "" || hidden(element)) continue;
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      if (textOverflow === "ellipsis" || webkitLineClamp !== "none") continue;
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (box.left < -0.5 || box.right > innerWidth + 0.5) found.add(name(element));
      }
    }
    return [...found];
  }

  return {
    smallTexts: smallTexts(),
    smallTargets: smallTargets(),
    sideways: sideways(),
    cutOff: cutOff(),
  };
}
