import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import {
  fillTime,
  inSheet,
  openingOf,
  openInTwoDays,
  spoken,
  timeButton,
  waiting,
  waitingButton,
} from "./kit/later.mjs";
import { openAlways } from "./kit/notices.mjs";
import {
  call,
  chooseSetting,
  composer,
  connected,
  keptTexts,
  openRoom,
  ownId,
  sheet,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const [sasaki_name, watanabe_name] = ["佐々木 彩", "渡邊 恵子"];
const day_ms = 86_400_000;
const application = "明日の午後、時間休を申請します。";

describe("A message that is sent later (clause B3)", () => {
  let server, browser, sasaki, watanabe, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    sasaki = await openPage(browser, { viewport: phone });
    [watanabe, administrator] = await Promise.all([1, 2].map(() => openPage(browser)));
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await signIn(administrator, server, "t.aoki");
    await openRoom(watanabe, sasaki_name);
    await toRoom();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const field = () => composer(sasaki, watanabe_name);
  const line = () => sasaki.locator(".talk-later-line");
  const items = () => sasaki.locator(".talk-later-item");
  const bodies = async () => (await waiting(sasaki)).map(({ body }) => body);
  const serverHas = (...texts) => untilEqual("the server to have", bodies, texts, assert);
  const press = (name) => inSheet(sasaki, name).click();
  const closed = () => sheet(sasaki).waitFor({ state: "detached" });
  const focused = () =>
    until("the field to have the focus", () =>
      field().evaluate((f) => f === document.activeElement),
    );
  const toRoom = async () => {
    await sasaki.goto(`${server.url}/t`);
    await openRoom(sasaki, watanabe_name);
  };

  /** It is kept for some day, by the sheet; answers when that is. */
  async function keep(text, days) {
    const at = Math.floor((Date.now() + days * day_ms) / 60_000) * 60_000;
    await field().fill(text);
    await timeButton(sasaki).click();
    await fillTime(sasaki, at);
    await press(`${spoken(at)} に送る`);
    await closed();
    return at;
  }
  async function takeAllBack() {
    for (const { id } of await waiting(sasaki)) await call(sasaki, "DELETE", `talk/later/${id}`);
    await line().waitFor({ state: "detached" });
  }

  it("GivenReceiversOutside_WhenItIsSentAtTheirOpening_ThenItWaitsUnseenAndCanBeTakenBack", async () => {
    await openInTwoDays(watanabe);
    const opening = sasaki.getByRole("button", { name: "始業に送る" });
    await opening.waitFor();
    assert.equal(await opening.isDisabled(), true, "there is nothing to send");
    const at = await openingOf(sasaki, await ownId(watanabe));
    const text = "始業に送る文";
    await field().fill(text);
    assert.match(await sasaki.locator(".hours-receivers").innerText(), /いま送っても鳴りません。/);
    await opening.click();
    const choice = sheet(sasaki).getByRole("radio", {
      name: `次の勤務の始まり ${spoken(at)}`,
    });
    assert.equal(await choice.isChecked(), true);
    await press(`${spoken(at)} に送る`);
    await line()
      .getByText(`${spoken(at)} に送ります`)
      .waitFor();
    assert.equal(await field().inputValue(), "");
    await focused();
    const [kept] = await waiting(sasaki);
    assert.deepEqual([kept.body, kept.due_at], [text, at]);
    assert.deepEqual(await keptTexts(watanabe, text), []);

    await line().getByRole("button", { name: "取り消す" }).click();
    await untilEqual("the draft", () => field().inputValue(), text, assert);
    await serverHas();
    await line().waitFor({ state: "detached" });
  });

  it("GivenATimeOfOnesOwn_WhenItIsTooNearOrTooFar_ThenASentenceSaysSoAndNothingIsLost", async () => {
    await openAlways(watanabe);
    await field().fill("いつか送る文");
    await timeButton(sasaki).click();
    for (const [at, sentence] of [
      [Date.now(), "いまより1分以上あとの日時にしてください。"],
      [Date.now() - day_ms, "いまより1分以上あとの日時にしてください。"],
      [Date.now() + 400 * day_ms, "いまから1年以内の日時にしてください。"],
    ]) {
      await fillTime(sasaki, at);
      await press("この日時に送る");
      await sheet(sasaki).getByText(sentence).waitFor();
    }
    await sheet(sasaki).getByLabel("日付").fill("");
    await sheet(sasaki).getByText("日付と時刻を入れてください。").waitFor();
    await press("やめる");
    assert.equal(await field().inputValue(), "いつか送る文");
    assert.deepEqual(await waiting(sasaki), []);
  });

  it("GivenARefusal_WhenItIsKept_ThenTheSheetSaysWhyAndTheTextStays", async () => {
    const refuse = (route) =>
      route.fulfill({
        ...{ status: 422, contentType: "application/problem+json" },
        body: JSON.stringify({
          ...{
            status: 422,
            code: "talk.too_many_later",
            title: "100件までです。",
            request_id: "1",
          },
        }),
      });
    await sasaki.route("**/later", refuse);
    await field().fill("入りきらない文");
    await timeButton(sasaki).click();
    await fillTime(sasaki, Date.now() + day_ms);
    await press(/に送る$/);
    await sheet(sasaki).getByText("100件までです。").waitFor();
    await sasaki.unroute("**/later", refuse);
    await press("やめる");
    assert.equal(await field().inputValue(), "入りきらない文");
  });

  it("GivenSeveralThatWait_WhenOneIsRewritten_ThenItLeavesOnlyWhenTheServerHasLetItGo", async () => {
    const first = await keep("ひとつめの予定", 2);
    const second = await keep("ふたつめの予定", 1);
    await field().fill("書きかけ");
    await untilCount(line().getByText("に送ります"), 0, "said until one writes on");
    await line().getByText("送信予約 2件").click();
    const times = await items().locator(".talk-later-when").allInnerTexts();
    assert.deepEqual(
      times,
      [second, first].map((at) => `${spoken(at)} に送ります`),
    );

    const lose = (route) => route.abort();
    await sasaki.route("**/talk/later/*", lose);
    await press("「ひとつめの予定」を書き直す");
    await items().getByText("つながりませんでした。").waitFor();
    assert.equal(await field().inputValue(), "書きかけ");
    await sasaki.unroute("**/talk/later/*", lose);
    await press("「ひとつめの予定」を書き直す");
    await closed();
    assert.equal(await field().inputValue(), "ひとつめの予定\n書きかけ");
    await focused();
    await serverHas("ふたつめの予定");
  });

  it("GivenOneThatIsStopped_WhenItIsPutBack_ThenItWaitsForTheSameTime", async () => {
    await waitingButton(sasaki).click();
    const [{ due_at, id }] = await waiting(sasaki);
    await press("「ふたつめの予定」を送るのをやめる");
    await items().getByText("送るのをやめました。").waitFor();
    await serverHas();
    assert.equal((await focusedText(sasaki)).trim(), "元に戻す");
    await sasaki.keyboard.press("Enter");
    await items()
      .getByText(`${spoken(due_at)} に送ります`)
      .waitFor();
    const [back] = await waiting(sasaki);
    assert.deepEqual([back.body, back.due_at], ["ふたつめの予定", due_at]);
    assert.notEqual(back.id, id);
    await sasaki.keyboard.press("Escape");
    await closed();
    assert.match(await focusedText(sasaki), /送信予約 1件/);
  });

  it("GivenTheListOfRooms_WhenSomethingWaits_ThenItsPageShowsAllAndTheTextGoesBackToItsRoom", async () => {
    await field().fill("");
    await sasaki.locator(".talk-back").click();
    await sasaki.getByRole("link", { name: "送信予約 1件" }).click();
    await sasaki.getByRole("heading", { name: "送信予約", exact: true }).waitFor();
    assert.equal(new URL(sasaki.url()).pathname, "/later");
    await sasaki.reload();
    await items().getByRole("link", { name: watanabe_name }).waitFor();
    await items()
      .getByRole("button", { name: /書き直す$/ })
      .click();
    await untilEqual("the draft", () => field().inputValue(), "ふたつめの予定", assert);
    await serverHas();
    await sasaki.goto(`${server.url}/later`);
    await sasaki.getByText("送信予約はありません").waitFor();
    await toRoom();
  });

  it("GivenAnotherDevice_WhenSomethingIsKeptAndTakenBackThere_ThenItIsSeenHere", async () => {
    const { pathname } = new URL(sasaki.url());
    const draft = {
      body: "よそから",
      client_key: crypto.randomUUID(),
      due_at: Date.now() + day_ms,
    };
    await call(sasaki, "POST", `talk/rooms/${pathname.split("/").at(-1)}/later`, draft);
    await line().getByText("送信予約 1件").waitFor();
    await takeAllBack();
  });

  it("GivenAClauseThatAsks_WhenItIsKept_ThenTheSheetAsksFirst", async () => {
    await field().fill(application);
    await timeButton(sasaki).click();
    await fillTime(sasaki, Date.now() + day_ms);
    await press(/に送る$/);
    await sheet(sasaki).locator("mark").waitFor();
    assert.deepEqual(await waiting(sasaki), []);
    await press("確かめて予約する");
    await closed();
    await serverHas(application);
    assert.equal(await field().inputValue(), "");
  });

  it("GivenWhatIsForbiddenByThen_WhenItsTimeHasCome_ThenItStandsFirstWithTheReasonAndItsText", async () => {
    await chooseSetting(administrator, "B6", "main", "block");
    await server.makeDue();
    await connected(sasaki);
    await line().getByText("送れなかった予約 1件").waitFor();
    await keep("あとの予定", 1);
    await sasaki.goto(`${server.url}/later`);
    const first = items().first();
    await first.getByText("運用ガイドラインで止めているため").waitFor();
    assert.equal(await first.locator("blockquote").innerText(), application);
    await untilCount(items(), 2);
    await first.getByRole("button", { name: /書き直す$/ }).click();
    await untilEqual("the draft", () => field().inputValue(), application, assert);
    await serverHas("あとの予定");
    await chooseSetting(administrator, "B6", "main", null);
  });

  it("GivenOneThatWaits_WhenItsTimeHasCome_ThenItIsThereOnceAndWaitsNoMore", async () => {
    await field().fill("");
    await server.makeDue();
    await untilEqual("it to come", () => keptTexts(watanabe, "あとの予定"), ["あとの予定"], assert);
    await line().waitFor({ state: "detached" });
    await serverHas();
  });

  it("GivenOnlyAKeyboard_WhenATextIsPutOff_ThenEverythingCanBeDone", async () => {
    await openInTwoDays(watanabe);
    await field().fill("キーボードの予定");
    await tabTo(sasaki, ".talk-at-a-time");
    await sasaki.keyboard.press("Enter");
    await sheet(sasaki).getByRole("radio", { checked: true }).waitFor();
    await tabTo(sasaki, "dialog .primary");
    await sasaki.keyboard.press("Enter");
    await closed();
    await focused();
    await tabTo(sasaki, ".talk-later-open", "", "Shift+Tab");
    await sasaki.keyboard.press("Enter");
    await tabTo(sasaki, "dialog button", "書き直す");
    await sasaki.keyboard.press("Enter");
    await untilEqual("the draft", () => field().inputValue(), "キーボードの予定", assert);
    await focused();
  });
});
