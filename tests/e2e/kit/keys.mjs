/** The keyboard, and where it has got to. */
import assert from "node:assert/strict";

const most_steps = 250;

/** What the focus is on, whether that can be seen, and whether it is such an element with this text in it. */
const look = (page, wanted) =>
  page.evaluate((wanted) => {
    const here = document.activeElement;
    if (here === document.body || here === null) return { nowhere: true };
    globalThis.focusNumbers ??= new WeakMap();
    if (!globalThis.focusNumbers.has(here)) {
      globalThis.focusNumbers.set(here, (globalThis.focusCount = (globalThis.focusCount ?? 0) + 1));
    }
    // A choice is drawn by its label; the circle itself is not seen.
    const drawn = here.matches(".ui-choice input") ? here.closest("label") : here;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    return {
      number: globalThis.focusNumbers.get(here),
      what: `${here.tagName} ${here.className} ${here.ariaLabel ?? here.textContent.slice(0, 30)}`,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      onScreen:
        box.width > 0 &&
        box.bottom > 0 &&
        box.right > 0 &&
        box.top < innerHeight &&
        box.left < innerWidth,
      there: wanted && here.matches(wanted.selector) && here.textContent.includes(wanted.text),
    };
  }, wanted);

async function step(page, key, wanted) {
  await page.keyboard.press(key);
  const focus = await look(page, wanted);
  if (!focus.nowhere) {
    assert.ok(focus.outlined, `the focus can't be seen on ${focus.what}`);
    assert.ok(focus.onScreen, `the focus is off the screen, on ${focus.what}`);
  }
  return focus;
}

/** Presses Tab until the focus is on such an element, with this text in it if one is given. */
export async function tabTo(page, selector, text = "", key = "Tab") {
  await page.locator(selector).filter({ hasText: text }).first().waitFor();
  for (let i = 0; i < most_steps; ++i) {
    const { there } = await step(page, key, { selector, text });
    if (there) return;
  }
  assert.fail(`Tab never came to ${selector} ${text}`);
}

/** Tab goes through everything and comes round again; nothing holds it. */
export async function goesRound(page) {
  const first = await step(page, "Tab");
  const seen = new Set([first.number]);
  for (let i = 0; i < most_steps; ++i) {
    const focus = await step(page, "Tab");
    if (focus.number === first.number) {
      assert.ok(seen.size > 1, `Tab stays on ${first.what}`);
      return;
    }
    assert.ok(focus.nowhere || !seen.has(focus.number), `Tab is held at ${focus.what}`);
    seen.add(focus.number);
  }
  assert.fail("Tab never comes round");
}

export const focusedText = (page) => page.evaluate(() => document.activeElement.textContent);
