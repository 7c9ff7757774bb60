import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import {
  checksOf,
  compose,
  hearStatus,
  later,
  pasteAndSend,
  watchChecks,
  writeAndPause,
} from "./kit/drafts.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { chooseSetting, composer, keptTexts, openRoom, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const [sasaki, watanabe] = ["佐々木 彩", "渡邊 恵子"];
const greeting = "お疲れ様です。";
const application = "明日の午後、時間休を申請します。";

describe("What the guideline says while somebody writes", () => {
  let server, browser, page, other, administrator;
  const field = () => composer(page, watanabe);
  const hint = () => page.locator(".talk-hint");
  const inHint = (name) => hint().getByRole("button", { name, exact: true });
  const sheet = () => page.getByRole("dialog");
  const inSheet = (name) => sheet().getByRole("button", { name, exact: true });
  const row = (text) => page.locator(".talk-row", { has: page.getByText(text, { exact: true }) });
  const inRow = (text, name) => row(text).getByRole("button", { name, exact: true });

  before(async () => {
    server = await Server.open();
    browser = await launch();
    [page, other, administrator] = await Promise.all([1, 2, 3].map(() => openPage(browser)));
    await watchChecks(page);
    await signIn(page, server, "a.sasaki");
    await signIn(other, server, "k.watanabe");
    await signIn(administrator, server, "t.aoki");
    await openRoom(page, watanabe);
    await openRoom(other, sasaki);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const write = (text) => writeAndPause(page, field(), text);
  const clear = () => field().fill("");

  /** B6 is, from now on, a question (null), or forbidden ("block"). */
  const choose = (value) => chooseSetting(administrator, "B6", "main", value);
  const arrives = (text) =>
    untilEqual("it to arrive", () => keptTexts(other, text), [text], assert);

  const place = () =>
    page.evaluate(() => {
      const { bottom, left } = document.querySelector(".talk-textarea").getBoundingClientRect();
      const { scrollTop } = document.querySelector(".talk-scroller");
      return { bottom, left, scrollTop };
    });

  it("GivenAGreeting_WhenOneTapDropsIt_ThenTheRestStaysWithTheCaretAndItCanBeUndone", async () => {
    const rest = "会議は14時からです。";
    const still = await place();
    await field().fill(greeting + rest);
    await hint().waitFor();
    assert.match(await hint().textContent(), /前置きのあいさつ.*すぐ用件に.*条項 5\.1/s);
    assert.deepEqual(await place(), still, "neither the field nor the end of the list moves");

    const putCaret = () => field().evaluate((f) => f.setSelectionRange(9, 9)); // behind 会議
    const caret = () => field().evaluate((f) => [f.selectionStart, f.selectionEnd]);
    await putCaret();
    await inHint("消す").click();
    assert.equal(await field().inputValue(), rest);
    assert.deepEqual(await caret(), [2, 2]);
    await page.keyboard.press("Control+z");
    assert.equal(await field().inputValue(), greeting + rest);

    await putCaret();
    await inHint("消す").click();
    await inHint("元に戻す").click();
    assert.equal(await field().inputValue(), greeting + rest);
    assert.deepEqual(await caret(), [9, 9]);
    await until("the hint to stay away", async () => (await hint().count()) === 0);
    await page.keyboard.insertText("資料は机に");
    assert.equal(await field().inputValue(), `${greeting}会議資料は机には14時からです。`);
    await clear();
  });

  it("GivenAHint_WhenSomebodyWritesOn_ThenItStaysAndIsSaidOnce", async () => {
    await write(`${greeting}会議`);
    await hint().waitFor();
    await hearStatus(page);
    for (const more of ["会議は14時", "会議は14時から", "会議は14時からです"]) {
      await write(greeting + more);
      await untilCount(hint(), 1);
    }
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [
      "前置きのあいさつは、なくてもだいじょうぶです。すぐ用件に入ってください。",
    ]);
    await clear();
    await until("the hint to go", async () => (await hint().count()) === 0);
  });

  it("GivenAnApplication_WhenItIsSent_ThenASheetAsksFirstAndOnlyItsYesSends", async () => {
    const text = `連絡です。${application}`;
    await write(text);
    await hint().filter({ hasText: "条項 B6" }).waitFor();
    await page.getByRole("button", { name: `${watanabe}に送る` }).click();
    await sheet().waitFor();
    assert.equal(await sheet().locator("mark").textContent(), application);
    assert.equal(await sheet().locator("blockquote").textContent(), text);
    assert.match(await sheet().textContent(), /決められた届け出の方法で/);
    assert.equal((await focusedText(page)).trim(), "書き直す");
    await page.keyboard.press("Escape");
    await sheet().waitFor({ state: "detached" });
    assert.equal(await field().inputValue(), text);
    await untilCount(row(text), 0);

    await field().press("Control+Enter");
    await inSheet("書き直す").click();
    assert.equal(await field().inputValue(), text);
    await until("the focus", () => field().evaluate((f) => f === document.activeElement));

    await field().press("Control+Enter");
    await inSheet("確かめて送る").click();
    await arrives(text);
    assert.equal(await field().inputValue(), "");
  });

  it("GivenAnApplicationSentFasterThanItsCheck_WhenTheServerAsks_ThenItsRowAsksAndTheNextGoesOn", async () => {
    const text = `急ぎです。${application}`;
    await pasteAndSend(page, text);
    await inRow(text, "確かめる").waitFor();
    assert.match(await row(text).textContent(), /確かめてから送ってください/);
    await pasteAndSend(page, "次の連絡です");
    await arrives("次の連絡です");
    assert.deepEqual(await keptTexts(other, text), []);

    await page.reload();
    await inRow(text, "確かめる").click();
    assert.equal(await sheet().locator("mark").textContent(), application);
    await page.keyboard.press("Escape");
    await sheet().waitFor({ state: "detached" });
    await inRow(text, "確かめる").click();
    await inSheet("確かめて送る").click();
    await arrives(text);
    await untilEqual("its row", () => keptTexts(page, text), [text], assert);
  });

  it("GivenARefusedText_WhenItIsWrittenAnew_ThenItIsInTheFieldBeforeWhatWasBegunMeanwhile", async () => {
    const text = `来週です。${application}`;
    for (const [begun, together] of [
      ["", text],
      ["べつの文", `${text}\nべつの文`],
    ]) {
      await pasteAndSend(page, text);
      await inRow(text, "確かめる").waitFor();
      await field().fill(begun);
      await inRow(text, "確かめる").click();
      await inSheet("書き直す").click();
      await row(text).waitFor({ state: "detached" });
      assert.equal(await field().inputValue(), together);
      await page.reload();
      await untilEqual("the draft", () => field().inputValue(), together, assert);
      await untilCount(row(text), 0);
      await clear();
    }
    assert.deepEqual(await keptTexts(other, text), []);
  });

  it("GivenAClauseThatForbids_WhenAnApplicationIsSent_ThenItIsStoppedBeforeAndAtTheServer", async () => {
    await choose("block");
    const text = `明後日です。${application}`;
    await pasteAndSend(page, text);
    await inRow(text, "書き直す").waitFor();
    assert.match(
      await row(text).textContent(),
      /運用ガイドラインで止めています。.*送ってください/s,
    );
    const link = row(text).getByRole("link", { name: "条項 B6" });
    assert.equal(await link.getAttribute("href"), "/guideline/B6");
    await inRow(text, "書き直す").click();
    await row(text).waitFor({ state: "detached" });
    assert.equal(await field().inputValue(), text);

    await hint().filter({ hasText: "条項 B6" }).waitFor();
    await inHint("ヒントを閉じる").click();
    await until("the hint to go", async () => (await hint().count()) === 0);
    await field().press("Control+Enter");
    await hint().filter({ hasText: "まだ送っていません。" }).waitFor();
    assert.equal(await field().inputValue(), text);
    await untilCount(row(text), 0);
    await clear();

    // What was a question on the screen is forbidden by the time it is answered.
    await choose(null);
    await write(application);
    await field().press("Control+Enter");
    await choose("block");
    await inSheet("確かめて送る").click();
    await inRow(application, "書き直す").waitFor();
    await choose(null);
    await inRow(application, "消す").click();
  });

  it("GivenABareAnswer_WhenItsHintIsPutAway_ThenForThisDraft_AndForGoodWhenSaidSo", async () => {
    await write("了解しました");
    await hint().filter({ hasText: "条項 5.2" }).waitFor();
    await inHint("ヒントを閉じる").click();
    await write("了解しました。");
    await untilCount(hint(), 0);
    await field().press("Control+Enter");
    await arrives("了解しました。");

    await write("承知しました");
    await inHint("もう出さない").click();
    await inHint("元に戻す").click();
    await hint().filter({ hasText: "条項 5.2" }).waitFor();
    await inHint("もう出さない").click();
    await page.reload();
    await clear();
    await write("承知いたしました");
    await untilCount(hint(), 0);
    await write(`${greeting}会議は14時です`);
    await hint().filter({ hasText: "条項 5.1" }).waitFor();
    await clear();

    const device = await openPage(browser);
    await watchChecks(device);
    await signIn(device, server, "a.sasaki");
    await openRoom(device, watanabe);
    await writeAndPause(device, composer(device, watanabe), "承知いたしました");
    await untilCount(device.locator(".talk-hint"), 0);
    await device.context().close();
  });

  it("GivenALongText_WhenItIsWritten_ThenTheHintCounts", async () => {
    await write("あ".repeat(201));
    await hint().filter({ hasText: "いま201文字です。" }).waitFor();
    await page.keyboard.insertText("い");
    await hint().filter({ hasText: "いま202文字です。" }).waitFor();
    await clear();
  });

  it("GivenThreeHundredCharactersByInputMethod_WhenWrittenAtSpeed_ThenNothingIsLostMovedOrAskedMeanwhile", async () => {
    await page.reload();
    await write(`${greeting}会議`);
    await hint().waitFor();
    await field().press("End");
    const words = Array.from({ length: 30 }, (_, i) => `${i + 10}番の日本語の文章。`);
    const written = words.join("");
    assert.ok(written.length >= 300);
    const { bottom } = await place();
    const asked = (await checksOf(page)).texts.length;
    const edges = await compose(page, field(), words, async (i) => {
      if (i !== 15) return;
      const before = (await checksOf(page)).texts.length;
      await later(page, 1_200); // longer than any pause in typing
      assert.equal((await checksOf(page)).texts.length, before);
    });
    assert.equal(await field().inputValue(), `${greeting}会議${written}`);
    assert.ok(edges.length > written.length);
    assert.deepEqual(new Set(edges), new Set([bottom]));
    await until("the question at the end", async () =>
      (await checksOf(page)).texts.at(-1).endsWith(written),
    );
    const { texts, whileConverting, most_at_once } = await checksOf(page);
    assert.ok(texts.length > asked);
    assert.deepEqual(whileConverting, []);
    assert.equal(new Set(texts).size, texts.length, "no text twice");
    assert.equal(most_at_once, 1);
    await clear();
  });

  it("GivenOnlyAKeyboard_WhenHintAndSheetAreUsed_ThenEverythingCanBeDone", async () => {
    await write(`${greeting}${application}`);
    await hint().filter({ hasText: "条項 B6" }).waitFor();
    await field().press("Control+Enter");
    await inSheet("書き直す").waitFor();
    await page.keyboard.press("Enter");
    await until("the focus", () => field().evaluate((f) => f === document.activeElement));
    await tabTo(page, ".talk-hint button", "", "Shift+Tab"); // ×
    await page.keyboard.press("Enter");
    await hint().filter({ hasText: "条項 5.1" }).waitFor();
    await tabTo(page, ".talk-hint button", "消す", "Shift+Tab");
    await page.keyboard.press("Enter");
    assert.equal(await field().inputValue(), application);
    await until("the focus", () => field().evaluate((f) => f === document.activeElement));
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("お願いします。");
    await until("an answer", async () =>
      (await checksOf(page)).answered.includes(`${application}お願いします。`),
    );
    await page.keyboard.press("Control+Enter");
    await inSheet("書き直す").waitFor();
    await tabTo(page, "dialog button", "確かめて送る");
    await page.keyboard.press("Enter");
    await arrives(`${application}お願いします。`);
    await page.keyboard.insertText("続けて書く");
    assert.equal(await field().inputValue(), "続けて書く");
  });
});
