/**
 * What an input method does, step by step: it composes, Enter comes while it does, it puts the text
 * in, and, in Safari, the same Enter comes again after its end with nothing but keyCode 229 to tell.
 */
export async function composeAndConfirm(page, field, text, whileComposing = async () => {}) {
  await field.focus();
  const line = await page.context().newCDPSession(page);
  await line.send("Input.imeSetComposition", {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await pressFor(field, { isComposing: true });
  await whileComposing();
  await line.send("Input.insertText", { text });
  await pressFor(field, { isComposing: false });
  await line.detach();
}

const pressFor = (field, { isComposing }) =>
  field.evaluate((element, composing) => {
    const init = {
      key: "Enter",
      code: "Enter",
      keyCode: 229,
      bubbles: true,
      cancelable: true,
    };
    element.dispatchEvent(new KeyboardEvent("keydown", { ...init, isComposing: composing }));
    element.dispatchEvent(new KeyboardEvent("keyup", { ...init, isComposing: composing }));
  }, isComposing);

/** Notes on each page of this window when a composition ended. */
export const watchComposing = (page) =>
  page.addInitScript(() => {
    globalThis.composedAt = -Infinity;
    document.addEventListener("compositionend", () => (globalThis.composedAt = performance.now()));
  });

/** An Enter that is nobody's but the writer's: later than the 50 ms in which an IME may still mean it. */
export async function realEnter(page) {
  await page.waitForFunction(() => performance.now() - globalThis.composedAt > 60);
  await page.keyboard.press("Enter");
}
