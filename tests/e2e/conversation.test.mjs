import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, launchMortal, noFaults, openPage } from "./kit/browser.mjs";
import { openAlways } from "./kit/notices.mjs";
import {
  choose,
  history,
  keptTexts,
  namesInSheet,
  openReaders,
  openRoom,
  readersOf,
  rows,
  send,
  signIn,
  unreadOf,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilEqual } from "./kit/until.mjs";

const watanabe_name = "渡邊 恵子";
const sasaki_name = "佐々木 彩";
const department = "地域福祉課";

describe("Two people in two browsers", () => {
  let server, mortal, other, sasaki, watanabe;
  /** What was sent, in the order in which each side sent it. */
  const sent = { sasaki: [], watanabe: [] };

  async function say(who, page, count) {
    for (let i = 0; i < count; ++i) {
      const text = `会話 ${who} ${sent[who].length + 1}`;
      sent[who].push(text);
      await send(page, text);
    }
  }

  /** Both screens show what the server has, in its order, and that is all that was sent, once. */
  async function bothShowEverything() {
    const all = [...sent.sasaki, ...sent.watanabe];
    await until("everything on both screens", async () => {
      const kept = (await history(watanabe))
        .map((message) => message.body)
        .filter((body) => body.startsWith("会話"));
      assert.deepEqual([...kept].sort(), [...all].sort());
      for (const who of ["sasaki", "watanabe"]) {
        assert.deepEqual(
          kept.filter((body) => body.startsWith(`会話 ${who} `)),
          sent[who],
        );
      }
      for (const page of [sasaki, watanabe]) {
        assert.deepEqual(await keptTexts(page, "会話"), kept);
      }
      return true;
    });
  }

  /** Each side is told that the other has read all it wrote. */
  async function bothHaveRead() {
    for (const page of [sasaki, watanabe]) {
      await until("the last word to be read", async () => {
        const mine = (await rows(page)).filter((row) => row.mine && row.text.startsWith("会話"));
        return mine.length > 0 && mine.every((row) => row.read === "既読");
      });
    }
  }

  /** The page's window comes before the others, or behind them, as far as the page can tell. */
  const putInFront = (page, inFront) =>
    page.evaluate((yes) => {
      document.hasFocus = () => yes;
      window.dispatchEvent(new Event(yes ? "focus" : "blur"));
    }, inFront);

  /** Until this text has been wholly in view for so long. */
  async function isInViewFor(milliseconds, page, text) {
    const row = page.locator(".talk-row", { hasText: text });
    let since;
    await until(`${text} to be in view for ${milliseconds} ms`, async () => {
      const inView = await row.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const scroller = element.closest(".talk-scroller").getBoundingClientRect();
        return top >= scroller.top && bottom <= scroller.bottom;
      });
      since = inView ? (since ?? performance.now()) : undefined;
      return inView && performance.now() - since >= milliseconds;
    });
  }

  before(async () => {
    server = await Server.open();
    [mortal, other] = await Promise.all([launchMortal(), launch()]);
    sasaki = await openPage(mortal.browser);
    watanabe = await openPage(other);
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await openAlways(watanabe); // when somebody reads is told only of their operating time
    await openRoom(sasaki, watanabe_name);
    await openRoom(watanabe, sasaki_name);
  });
  after(async () => {
    await mortal?.browser.close();
    await mortal?.kill();
    await other?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenAnOpenRoom_WhenBothWriteByTurns_ThenBothSeeAllInOrderAndAsRead", async () => {
    for (let turn = 0; turn < 5; ++turn) {
      await say("sasaki", sasaki, 1);
      await say("watanabe", watanabe, 1);
    }
    await bothShowEverything();
    await bothHaveRead();
  });

  it("GivenABrowserThatWasKilled_WhenItIsStartedAnew_ThenTheListCountsWhatCameAndNothingIsMissing", async () => {
    await mortal.kill();
    await say("watanabe", watanabe, 5);
    await untilEqual(
      "the five to be kept",
      async () => (await keptTexts(watanabe, "会話 watanabe")).length,
      sent.watanabe.length,
      assert,
    );
    const unseen = (await rows(watanabe)).filter((row) =>
      sent.watanabe.slice(-5).includes(row.text),
    );
    assert.deepEqual(
      unseen.map((row) => row.read),
      ["", "", "", "", ""],
    );

    mortal = await launchMortal();
    sasaki = await openPage(mortal.browser);
    await signIn(sasaki, server, "a.sasaki");
    await untilEqual("the count", () => unreadOf(sasaki, watanabe_name), 5, assert);
    await openRoom(sasaki, watanabe_name);
    await bothShowEverything();
    await bothHaveRead();
    await untilEqual("the count to go", () => unreadOf(sasaki, watanabe_name), 0, assert);
  });

  it("GivenAServerKilledWhileBothWrite_WhenItIsBack_ThenNothingIsMissingOrDoubled", async () => {
    await Promise.all([say("sasaki", sasaki, 10), say("watanabe", watanabe, 5)]);
    await server.kill();
    await Promise.all([say("sasaki", sasaki, 5), say("watanabe", watanabe, 5)]);
    await server.start();
    await bothShowEverything();
    await bothHaveRead();
    assert.deepEqual([sent.sasaki.length, sent.watanabe.length], [20, 20]);
  });

  it("GivenAWindowBehindOthers_WhenAMessageIsOnItsScreen_ThenItIsReadASecondAfterTheWindowComesToTheFront", async () => {
    const marked = [];
    const note = (request) => /\/reading$/.test(request.url()) && marked.push(request.url());
    watanabe.on("request", note);
    await putInFront(watanabe, false);
    await say("sasaki", sasaki, 1);
    const text = sent.sasaki.at(-1);
    await isInViewFor(2000, watanabe, text);
    const { seq } = (await history(sasaki)).at(-1);
    assert.deepEqual(marked, []);
    assert.deepEqual((await readersOf(sasaki, seq)).read, []);
    assert.deepEqual((await rows(sasaki)).at(-1), {
      text,
      mine: true,
      kept: true,
      read: "",
    });

    const before = Date.now();
    await putInFront(watanabe, true);
    await bothHaveRead();
    const [{ at }] = (await readersOf(sasaki, seq)).read;
    assert.ok(at - before >= 1000, `read ${at - before} ms after the window came to the front`);
    watanabe.off("request", note);
  });

  it("GivenAMessageInAGroup_WhenOneHasItInViewForASecond_ThenTheSheetNamesThatPerson", async () => {
    await openRoom(sasaki, department);
    await send(sasaki, "鍵は受付にあります。");
    await untilEqual(
      "the message to be kept",
      () => keptTexts(sasaki, "鍵は受付"),
      ["鍵は受付にあります。"],
      assert,
    );
    await openRoom(watanabe, department);
    await openReaders(sasaki, "鍵は受付にあります。");
    await untilEqual("the reader", () => namesInSheet(sasaki), [watanabe_name], assert);

    const message = (await history(sasaki)).at(-1);
    const { read, unread } = await readersOf(sasaki, message.seq);
    assert.ok(read[0].at - message.posted_at >= 1000, "it was in view for a second");

    await choose(sasaki, `未読 ${unread.length}`);
    await until("all who wait", async () => (await namesInSheet(sasaki)).length === unread.length);
    const waiting = await namesInSheet(sasaki);
    assert.ok(!waiting.includes(watanabe_name) && !waiting.includes(sasaki_name));
    await sasaki.keyboard.press("Escape");
    await sasaki.getByRole("dialog").waitFor({ state: "detached" });
  });
});
