import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import {
  choose,
  connected,
  deviceSaid,
  history,
  keptTexts,
  openRoom,
  rows,
  send,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilEqual } from "./kit/until.mjs";

describe("A line that breaks", () => {
  let server, browser, page;
  const banner = () => page.locator(".ui-banner");
  const bannerSays = (...words) =>
    until(`the banner to say ${words}`, async () => {
      const text = await banner().textContent();
      return words.every((word) => text.includes(word));
    });

  /** On the screen and on the server: these, once each, in this order. */
  async function keptOnce(beginning, texts) {
    await untilEqual("all to be kept", () => keptTexts(page, beginning), texts, assert);
    const kept = (await history(page)).map((message) => message.body);
    assert.deepEqual(
      kept.filter((body) => body.startsWith(beginning)),
      texts,
    );
  }

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await signIn(page, server, "a.sasaki");
    await openRoom(page, "渡邊 恵子");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenAServerThatStopped_WhenMessagesAreWritten_ThenTheyStayAndGoOnceWhenItIsBack", async () => {
    await server.stop();
    await bannerSays("つなぎ直しています。", "つながると自動で送ります。");
    const texts = ["停電 一", "停電 二", "停電 三"];
    for (const text of texts) await send(page, text);
    await bannerSays("送信待ち3件");
    const shown = (await rows(page)).filter((row) => row.text.startsWith("停電"));
    assert.deepEqual(
      shown.map((row) => [row.text, row.kept]),
      texts.map((text) => [text, false]),
    );

    await server.start();
    await connected(page);
    await keptOnce("停電", texts);
  });

  it("GivenNoNetwork_WhenAMessageIsWritten_ThenTheBannerSaysSoAndItGoesOnceAfterwards", async () => {
    await page.context().setOffline(true);
    await bannerSays("つながっていません。", "書いた文章はこの端末に残っています。");
    await send(page, "圏外 一");
    await bannerSays("送信待ち1件");
    await page.context().setOffline(false);
    await connected(page);
    await keptOnce("圏外", ["圏外 一"]);
  });

  it("GivenUnsentMessagesOnOnesOwnDevice_WhenTheTabIsClosedAndOpenedAgain_ThenTheyGoOnceInOrder", async () => {
    const address = page.url();
    await page.getByRole("link", { name: "設定" }).click();
    await choose(page, "自分のスマホ・パソコン（私物）");
    await untilEqual("the server to know", () => deviceSaid(page), "own", assert);
    await page.getByRole("link", { name: /^トーク/ }).click();
    await openRoom(page, "渡邊 恵子");
    await server.kill();
    const texts = [1, 2, 3, 4, 5].map((n) => `閉じた窓 ${n}`);
    for (const text of texts) await send(page, text);
    await page.locator(".talk-textarea").fill("書きかけの文章");
    await page.close();

    await server.start();
    page = await browser.contexts()[0].newPage();
    await page.goto(address);
    await page.locator(".talk-scroller").waitFor();
    await keptOnce("閉じた窓", texts);
    assert.equal(await page.locator(".talk-textarea").inputValue(), "書きかけの文章");
  });
});
