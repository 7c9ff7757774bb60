import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { history, openRoom, rows, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until } from "./kit/until.mjs";

const sends = 500;
const people = ["a.sasaki", "k.watanabe", "m.yoshida"];

/** As people write: short, long, several lines, emoji, half-width kana, rare characters. */
const kinds = [
  (n) => `順番${n}`,
  (n) =>
    `順番${n} はい、わかりました。13時に出て、16時にもどります。資料は机の上に置いておきます。`,
  (n) => `順番${n}\n・一つめ\n・二つめ`,
  (n) => `順番${n} 👨‍👩‍👧👏🏽`,
  (n) => `順番${n} ﾌﾟﾘﾝﾀｰ 葛󠄀城 𠮷田`,
];

describe("Three browsers in one room", () => {
  let server, browser, pages;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    pages = await Promise.all(people.map(() => openPage(browser)));
    for (const [i, login] of people.entries()) {
      await signIn(pages[i], server, login);
      await openRoom(pages[i], "地域福祉課");
      await pages[i].locator(".talk-textarea").focus();
    }
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function sendAll() {
    let next = 0;
    const writer = async ({ keyboard }) => {
      while (next < sends) {
        const n = next++;
        await keyboard.insertText(kinds[n % kinds.length](n));
        await keyboard.press("Control+Enter");
      }
    };
    await Promise.all(pages.map(writer));
  }

  it("GivenThree_WhenTheySend500Mixed_ThenAllShowTheOrderOfTheServerAndNothingTwice", async () => {
    await sendAll();
    const order = await until("the server to have them all", async () => {
      const bodies = (await history(pages[0])).map((message) => message.body);
      return bodies.filter((body) => body.startsWith("順番")).length >= sends && bodies;
    });
    const ours = order.filter((body) => body.startsWith("順番"));
    assert.equal(new Set(ours).size, sends);
    assert.equal(ours.length, sends);

    await Promise.all(pages.map((page) => endsLike(page, order)));
    await Promise.all(pages.map((page) => goesBackLike(page, order, ours[0])));
  });

  /** At the end of the room: an unbroken piece of the order, up to its last. */
  async function endsLike(page, order) {
    await until("the end of the order on the screen", async () => {
      const shown = await rows(page);
      assert.ok(shown.every((row) => row.kept));
      assert.ok(shown.length >= 200, `${shown.length} rows`);
      assert.deepEqual(
        shown.map((row) => row.text),
        order.slice(-shown.length),
      );
      return true;
    });
  }

  /** Scrolled up to the first of ours, each step shows an unbroken piece of the order. */
  async function goesBackLike(page, order, first) {
    await until("the first of ours on the screen", async () => {
      const texts = await page.locator(".talk-scroller").evaluate((scroller) => {
        scroller.scrollTop = -scroller.scrollHeight;
        return [...scroller.querySelectorAll(".talk-bubble")].map((bubble) => bubble.textContent);
      });
      const start = order.indexOf(texts[0]);
      assert.deepEqual(texts, order.slice(start, start + texts.length));
      return texts.includes(first);
    });
  }
});
