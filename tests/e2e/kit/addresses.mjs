/** Whether a page says the same when its address is loaded anew as when a link leads there. */
import assert from "node:assert/strict";
import { goTo } from "./screens.mjs";
import { untilEqual } from "./until.mjs";

export async function loadsTheSame(page, server, paths) {
  for (const path of onePerKind(paths)) {
    await page.goto(`${server.url}${path}`, { waitUntil: "networkidle" });
    const anew = await textOf(page);
    await goTo(page, `${server.url}${path === "/t" ? "/settings" : "/t"}`);
    await goTo(page, `${server.url}${path}`);
    await untilEqual(`${path} to say the same`, () => textOf(page), anew, assert);
  }
}

/** Of several rooms, people or clauses the last. */
const onePerKind = (paths) =>
  new Map([...paths].map((path) => [path.replace(/\d.*/, ""), path])).values();

/** A long list is drawn whole only for paper: on the screen it depends on the window, and on what was measured. */
const textOf = (page) =>
  page.locator("#app").evaluate((app) => {
    window.dispatchEvent(new Event("beforeprint"));
    const text = app.innerText;
    window.dispatchEvent(new Event("afterprint"));
    return text;
  });
