import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { history, openRoom, ownId, rows, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until } from "./kit/until.mjs";

const sends = 500;
/** Who sits at each browser: one person at two of them. */
const seats = ["a.sasaki", "a.sasaki", "k.watanabe"];

/** As people write: short, long, several lines, emoji, half-width kana, rare characters. */
const kinds = [
  (n) => `順番${n}`,
  (n) =>
    `順番${n} はい、わかりました。13時に出て、16時にもどります。資料は机の上に置いておきます。`,
  (n) => `順番${n}\n・一つめ\n・二つめ`,
  (n) => `順番${n} 👨‍👩‍👧👏🏽`,
  (n) => `順番${n} ﾌﾟﾘﾝﾀｰ 葛󠄀城 𠮷田`,
];

describe("Two people at three browsers in one room", () => {
  let server, browsers, pages;
  /** What was sent from each browser, in the order in which it was. */
  const sent = seats.map(() => []);

  before(async () => {
    server = await Server.open();
    browsers = await Promise.all(seats.map(() => launch()));
    pages = await Promise.all(browsers.map((browser) => openPage(browser)));
    for (const [i, login] of seats.entries()) {
      await signIn(pages[i], server, login);
      await openRoom(pages[i], "地域福祉課");
      await pages[i].locator(".talk-textarea").focus();
    }
  });
  after(async () => {
    await Promise.all((browsers ?? []).map((browser) => browser.close()));
    await server?.close();
  });
  afterEach(noFaults);

  async function sendAll() {
    let next = 0;
    const writer = async ({ keyboard }, i) => {
      while (next < sends) {
        const n = next++;
        const text = kinds[n % kinds.length](n);
        sent[i].push(text);
        await keyboard.insertText(text);
        await keyboard.press("Control+Enter");
      }
    };
    await Promise.all(pages.map(writer));
  }

  it("GivenOnePersonAtTwoBrowsersAndAnother_WhenTheySend500Mixed_ThenAllShowTheOrderOfTheServerAndNothingTwice", async () => {
    await sendAll();
    await Promise.all(pages.map(outboxIsEmpty));
    const order = await history(pages[0]);
    const ours = order.filter(isOurs).map(({ body }) => body);
    assert.deepEqual([...ours].sort(), sent.flat().sort());
    for (const [i, texts] of sent.entries()) {
      assert.ok(texts.length > 0, `browser ${i} sent nothing`);
      assert.deepEqual(
        ours.filter((text) => texts.includes(text)),
        texts,
      );
    }

    await Promise.all(pages.map((page) => endsLike(page, order)));
    await Promise.all(pages.map((page) => goesBackLike(page, order, ours[0])));
  });

  const outboxIsEmpty = (page) =>
    until("the server to have them all", async () => {
      const waiting = page.locator(".talk-meta.pending, .talk-stuck");
      return (await waiting.count()) === 0;
    });

  const isOurs = ({ body }) => body.startsWith("順番");

  /** At the end of the room: an unbroken piece of the order, up to its last; one's own as one's own. */
  async function endsLike(page, order) {
    const me = await ownId(page);
    await until("the end of the order on the screen", async () => {
      const shown = await rows(page);
      assert.ok(shown.every((row) => row.kept));
      assert.ok(shown.length >= 200, `${shown.length} rows`);
      assert.deepEqual(
        shown.map((row) => [row.text, row.mine]),
        order.slice(-shown.length).map(({ body, author }) => [body, author === me]),
      );
      return true;
    });
  }

  /** Scrolled up to the first of ours, each step shows an unbroken piece of the order. */
  async function goesBackLike(page, order, first) {
    const bodies = order.map(({ body }) => body);
    await until("the first of ours on the screen", async () => {
      const texts = await page.locator(".talk-scroller").evaluate((scroller) => {
        scroller.scrollTop = -scroller.scrollHeight;
        return [...scroller.querySelectorAll(".talk-bubble")].map((bubble) => bubble.textContent);
      });
      const start = bodies.indexOf(texts[0]);
      assert.deepEqual(texts, bodies.slice(start, start + texts.length));
      return texts.includes(first);
    });
  }
});
