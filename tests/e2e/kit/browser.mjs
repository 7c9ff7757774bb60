import assert from "node:assert/strict";
import { createRequire } from "node:module";

const web = createRequire(new URL("../../../web/package.json", import.meta.url));
const { chromium } = web("playwright-core");

const options = {
  executablePath: "/usr/bin/chromium-headless-shell", // does with two thirds of the processor
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

/** `more`: what else its command line says. */
export const launch = (more = []) =>
  chromium.launch({ ...options, args: [...options.args, ...more] });
/** The one that can show notifications. */
export const launchWhole = () =>
  chromium.launch({ ...options, executablePath: "/usr/bin/chromium" });

/** A browser whose process can be killed. */
export async function launchMortal() {
  const host = await chromium.launchServer(options);
  const browser = await chromium.connect(host.wsEndpoint());
  return { browser, kill: () => host.kill() };
}

/** The text of the accessibility checker, to be added to pages. */
export const axePath = web.resolve("axe-core/axe.min.js");

/** What the browser complained of: scripts that failed, and whatever the security policy stopped. */
const faults = [];

/** A server that is away and a session that isn't there are told by the browser as errors too. */
const expected = /Failed to load resource|WebSocket connection to/;

/** A page in a browser window of its own: nothing is shared with others. */
export async function openPage(browser, { viewport = desktop, ...more } = {}) {
  const context = await browser.newContext({
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
    ...more,
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`the policy stopped ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  context.on("page", listen);
  return await context.newPage();
}

function listen(page) {
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) faults.push(message.text());
  });
}

/** For after each test: no script failed, and nothing ran into the Content-Security-Policy. */
export function noFaults() {
  assert.deepEqual(faults.splice(0), []);
}
