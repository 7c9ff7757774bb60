/** Writing, and what the page asks about drafts meanwhile. */
import { until } from "./until.mjs";

/** From the next load on, the page notes each question about a draft: see `checksOf`. */
export const watchChecks = (page) =>
  page.addInitScript(() => {
    const seen = {
      texts: [],
      answered: [],
      whileConverting: [],
      most_at_once: 0,
    };
    let converting = false;
    let under_way = 0;
    document.addEventListener("compositionstart", () => (converting = true));
    document.addEventListener("compositionend", () => (converting = false));
    const really = globalThis.fetch;
    globalThis.fetch = async (request, options) => {
      if (!request.url.endsWith("/policy/check")) return await really(request, options);
      const { text } = await request.clone().json();
      seen.texts.push(text);
      if (converting) seen.whileConverting.push(text);
      seen.most_at_once = Math.max(seen.most_at_once, ++under_way);
      try {
        const answer = await really(request, options);
        // Later than the page itself has read it and shown what it says.
        const read = answer.clone().text();
        void read.then(() => setTimeout(() => seen.answered.push(text), 50));
        return answer;
      } finally {
        --under_way;
      }
    };
    globalThis.checks = seen;
  });

/** Texts asked about, those answered, those during a conversion, how many at once at most. */
export const checksOf = (page) => page.evaluate(() => globalThis.checks);

/** Writes a draft and waits until the page has the answer to it. */
export async function writeAndPause(page, field, text) {
  const answers = async () =>
    (await checksOf(page)).answered.filter((about) => about === text).length;
  const before = await answers();
  await field.fill(text);
  await until(`an answer about ${text}`, async () => (await answers()) > before);
}

/** Pasted and sent in one go: no check can be as fast as that. */
export const pasteAndSend = (page, text) =>
  page.locator(".talk-textarea").evaluate((field, words) => {
    field.focus();
    document.execCommand("insertText", false, words);
    const enter = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true };
    field.dispatchEvent(
      new KeyboardEvent("keydown", {
        ...enter,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, text);

/**
 * Each word as an input method writes it: growing by a character, then put in. Answers where the
 * lower edge of the field was after each of these.
 */
export async function compose(page, field, words, whileConverting) {
  await field.evaluate((element) => {
    globalThis.edges = [];
    const note = () => globalThis.edges.push(element.getBoundingClientRect().bottom);
    element.addEventListener("input", () => requestAnimationFrame(note));
  });
  const line = await page.context().newCDPSession(page);
  for (const [i, word] of words.entries()) {
    for (let end = 1; end <= word.length; ++end) {
      await line.send("Input.imeSetComposition", {
        ...{ text: word.slice(0, end), selectionStart: end, selectionEnd: end },
      });
    }
    await whileConverting(i);
    await line.send("Input.insertText", { text: word });
  }
  await line.detach();
  return await page.evaluate(() => globalThis.edges);
}

/** When so much time has passed in the page that whatever it put off until then has been done. */
export async function later(page, ms) {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, from + ms);
}

/** Notes in `heard` what a screen reader is told about the draft, from what it was told last. */
export const hearStatus = (page) =>
  page
    .locator(".talk-composer [role=status]")
    .first()
    .evaluate((status) => {
      globalThis.heard = [status.textContent];
      const note = () => globalThis.heard.push(status.textContent);
      const all = { childList: true, characterData: true, subtree: true };
      new MutationObserver(note).observe(status, all);
    });
