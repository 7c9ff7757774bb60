import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { connect } from "node:tls";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { look, small } from "./kit/looks.mjs";
import { connected, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount } from "./kit/until.mjs";

const wanted = process.env.PICTURES === "yes";
const shots = new URL("../../build/e2e/", import.meta.url).pathname;

/** What Chromium is to believe: the key of the certificate that the server shows (as a device that has its authority). */
async function keyOf(url) {
  const socket = connect({ port: url.port, host: "127.0.0.1", rejectUnauthorized: false });
  const shown = await new Promise((resolve, reject) => {
    socket.once("secureConnect", () =>
      resolve(new X509Certificate(socket.getPeerX509Certificate().raw)),
    );
    socket.once("error", reject);
  });
  socket.destroy();
  const key = shown.publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

describe("TLS by the server's own authority", () => {
  let server, browser;

  before(async () => {
    server = await Server.open({ host: "0.0.0.0", options: ["--names", "localhost"] });
    const key = await keyOf(new URL(server.url));
    browser = await launch([`--ignore-certificate-errors-spki-list=${key}`]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenATrustedServer_WhenSomebodySignsInAndWrites_ThenAllIsSecureAndLive", async () => {
    const page = await openPage(browser);
    await signIn(page, server, "a.sasaki");
    assert.equal(new URL(page.url()).protocol, "https:");
    assert.equal(await page.evaluate(() => isSecureContext), true);
    await connected(page);
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === "__Host-horenso_session");
    assert.deepEqual([session.secure, session.httpOnly], [true, true]);
    await openRoom(page, "渡邊 恵子");
    await send(page, "証明書のおかげで読まれません。");
    await page.context().close();
  });

  it("GivenTheLinkOfACardInPlainHttp_WhenItIsOpened_ThenItLeadsToTlsWithItsCode", async () => {
    const page = await openPage(browser);
    const { url } = await server.card("k.watanabe");
    await page.goto(url.replace(/^https/, "http"));
    await page.locator(".talk-item").first().waitFor();
    assert.equal(new URL(page.url()).protocol, "https:");
    await page.context().close();
  });

  for (const [name, viewport, colorScheme] of [
    ["phone", phone, "light"],
    ["desktop", desktop, "dark"],
  ]) {
    it(`GivenADeviceThatDoesNotTrustItYet_WhenItAsksForHelp_ThenThePageReadsWellOn${name}`, async () => {
      const page = await openPage(browser, { viewport, colorScheme });
      await giveEyes(page.context());
      await page.goto(`${server.url.replace(/^https/, "http")}/ca`);
      assert.match(page.url(), /^http:/);
      const print = await page.locator(".print").textContent();
      assert.equal(print, server.ready.authority_sha256);
      const wrong = await look(page, { ...small(viewport), light: colorScheme });
      assert.deepEqual(wrong, undefined, JSON.stringify(wrong));
      await untilCount(page.getByRole("img"), 9);
      if (wanted) await page.screenshot({ path: `${shots}ca-${name}.png`, fullPage: true });
      const [taken] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "証明書をダウンロード" }).click(),
      ]);
      assert.equal(taken.suggestedFilename(), "horenso-ca.crt");
      await page.context().close();
    });
  }
});
