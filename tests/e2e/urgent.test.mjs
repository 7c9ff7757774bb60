import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launchWhole, noFaults, openPage, phone } from "./kit/browser.mjs";
import { pasteAndSend, watchChecks, writeAndPause } from "./kit/drafts.mjs";
import { inSheet, openingOf, openInTwoDays, spoken, waiting } from "./kit/later.mjs";
import {
  closeAlways,
  line,
  notedOf,
  noteNotifications,
  openAlways,
  putInFront,
  toTab,
} from "./kit/notices.mjs";
import {
  call,
  choose,
  chooseSetting,
  composer,
  deviceSaid,
  history,
  keptTexts,
  namesInSheet,
  openRoom,
  ownId,
  readersOf,
  roomItem,
  sheet,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const [sasaki_name, watanabe_name] = ["佐々木 彩", "渡邊 恵子"];
const department = "地域福祉課";
const from_department = `緊急 ${watanabe_name}（${department}）`;

describe("What can't wait (clause B3)", () => {
  let server, browser, sasaki, watanabe, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launchWhole();
    sasaki = await openPage(browser, {
      viewport: phone,
      permissions: ["notifications"],
    });
    [watanabe, administrator] = await Promise.all([1, 2].map(() => openPage(browser)));
    await noteNotifications(sasaki);
    await watchChecks(sasaki);
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await signIn(administrator, server, "t.aoki");
    await toTab(sasaki, "設定");
    await sasaki.getByRole("switch", { name: "この端末に出す" }).check();
    await toTab(sasaki, "トーク");
    await closeAlways(sasaki);
    await openInTwoDays(watanabe);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const urgentButton = (page) => page.getByRole("button", { name: "緊急", exact: true });
  const row = (page, text) =>
    page.locator(".talk-row", { has: page.getByText(text, { exact: true }) });
  const press = (page, name) => inSheet(page, name).click();
  const closed = (page) => sheet(page).waitFor({ state: "detached" });
  const field = (page) => page.locator(".talk-textarea");
  const measure = (value) => chooseSetting(administrator, "B3", "urgent", value);
  const toList = async () => {
    await sasaki.goto(`${server.url}/t`);
    await roomItem(sasaki, department).waitFor();
  };
  const newest = async (page) => (await history(page)).at(-1);

  /** Without waiting for the server. */
  async function sendUrgent(page, text, reason = "災害") {
    await field(page).fill(text);
    await urgentButton(page).click();
    await choose(sheet(page), reason);
    await press(page, "緊急で送る");
    await closed(page);
  }

  it("GivenWhoMayNot_WhenTheReceiversAreOutside_ThenItIsNotOfferedUntilTheMeasureSaysSo", async () => {
    await openRoom(sasaki, watanabe_name);
    await sasaki.getByRole("button", { name: "始業に送る" }).waitFor();
    await untilCount(urgentButton(sasaki), 0);
    await measure("on");
    await urgentButton(sasaki).waitFor();
    await measure(null);
    await urgentButton(sasaki).waitFor({ state: "detached" });
    await toList();
  });

  it("GivenTheSheet_WhenNoReasonIsGiven_ThenItIsAskedForAndOnlyThenItIsSentWithIt", async () => {
    await openRoom(watanabe, sasaki_name);
    await urgentButton(watanabe).waitFor();
    assert.equal(await urgentButton(watanabe).isDisabled(), true, "there is nothing to send");
    await field(watanabe).fill("明日の当番を代わってください。");
    await urgentButton(watanabe).click();
    await sheet(watanabe)
      .getByText(/すぐに鳴ります.*記録に残ります/)
      .waitFor();
    assert.equal(
      await sheet(watanabe).locator("blockquote").innerText(),
      "明日の当番を代わってください。",
    );
    await press(watanabe, "緊急で送る");
    await sheet(watanabe).getByText("理由を選んでください。").waitFor();
    await choose(sheet(watanabe), "ほかの理由");
    await sheet(watanabe).getByText("理由を入れてください。").waitFor();
    await sheet(watanabe).getByRole("textbox").fill("あ".repeat(101));
    await press(watanabe, "緊急で送る");
    await sheet(watanabe).getByRole("alert").getByText("1文字多すぎます。").waitFor();
    await sheet(watanabe).getByRole("textbox").fill("家族が急に入院しました");
    await sheet(watanabe).getByRole("textbox").press("Enter");
    await closed(watanabe);
    await row(watanabe, "明日の当番を代わってください。")
      .locator(".talk-read, time")
      .first()
      .waitFor();
    const { urgent } = await until("the server to have it", () => newest(watanabe));
    assert.equal(urgent, "家族が急に入院しました");
    assert.equal(await composer(watanabe, sasaki_name).inputValue(), "");
    await line(sasaki).getByText(`緊急 ${watanabe_name}`).waitFor();
    await line(sasaki).getByText("家族が急に入院しました 明日の当番").waitFor();
  });

  it("GivenAQuietRoomAndQuietTalkOutsideTheHours_WhenItComes_ThenItRingsAndStaysUntilItIsOpened", async () => {
    await toList();
    const { pathname } = new URL(await roomItem(sasaki, department).evaluate((a) => a.href));
    for (const what of ["talk", `room:${pathname.split("/").at(-1)}`]) {
      await call(sasaki, "PUT", "notices/quiet", { what, quiet: true });
    }
    await openRoom(watanabe, department);
    await sendUrgent(watanabe, "川の水が上がっています。");
    await line(sasaki).getByText(from_department).waitFor();
    await untilCount(line(watanabe), 0, "one's own never rings");
    await line(sasaki).locator("a").click();
    const mark = row(sasaki, "川の水が上がっています。").locator(".talk-urgent");
    assert.equal((await mark.innerText()).replace(/\s+/g, " ").trim(), "緊急 災害");
    await line(sasaki).waitFor({ state: "detached" });
    await sendUrgent(watanabe, "2階に移ってください。");
    await row(sasaki, "2階に移ってください。").waitFor();
    await untilCount(line(sasaki), 0, "its room is on the screen");
  });

  it("GivenAWindowBehindOthers_WhenItComes_ThenTheBrowserSaysWhyButNotOnASharedDevice", async () => {
    await putInFront(sasaki, false);
    await sendUrgent(watanabe, "橋が通れません。");
    await until("a notification", async () => (await notedOf(sasaki)).length === 1);
    await putInFront(sasaki, true);
    await sasaki.locator(".talk-back").click();
    await toTab(sasaki, "設定");
    await choose(sasaki, "自分のスマホ・パソコン（私物）");
    await untilEqual("the server to know", () => deviceSaid(sasaki), "own", assert);
    await sasaki.getByText("出ます", { exact: true }).waitFor();
    await putInFront(sasaki, false);
    await sendUrgent(watanabe, "全員無事ですか。", "安否の確認");
    await until("a notification", async () => (await notedOf(sasaki)).length === 2);
    assert.deepEqual(
      (await notedOf(sasaki)).map(({ title, body }) => [title, body]),
      [
        [from_department, "新しいメッセージがあります"],
        [from_department, "安否の確認 全員無事ですか。"],
      ],
    );
    await putInFront(sasaki, true);
  });

  it("GivenItsAuthor_WhenTheyLook_ThenTheySeeWhoHasNotReadItAndHowToCallThem", async () => {
    const last = row(watanabe, "全員無事ですか。");
    const { seq } = await newest(watanabe);
    const count = async () =>
      Number(/\d+/.exec(await last.locator(".talk-unread-count").innerText()));
    const unread = async () => (await readersOf(watanabe, seq)).unread.length;
    assert.equal(await count(), await unread());
    await last.locator(".talk-unread-count").click();
    await sheet(watanabe)
      .getByRole("radio", { name: `未読 ${await unread()}`, checked: true })
      .waitFor();
    assert.ok((await namesInSheet(watanabe)).includes(sasaki_name));
    const sasakis = sheet(watanabe).locator("li", { hasText: sasaki_name });
    assert.equal(await sasakis.locator(".talk-extension").innerText(), "内線 203");
    await watanabe.keyboard.press("Escape");
    await closed(watanabe);
    await untilCount(row(watanabe, "橋が通れません。").locator(".talk-unread-count"), 1);

    await toTab(sasaki, "トーク");
    await openRoom(sasaki, department);
    const before = await count();
    await sasaki.locator(".talk-scroller").evaluate((scroller) => (scroller.scrollTop = 0));
    const me = await ownId(sasaki);
    await until("it to be read", async () => !(await readersOf(watanabe, seq)).unread.includes(me));
    await untilEqual("one fewer", count, before - 1, assert);
    assert.equal(
      await sasaki.locator(".talk-unread-count").count(),
      0,
      "it is the author's to see",
    );
  });

  it("GivenSomebodyWhoReadOutsideTheirHours_WhenTheReadersAreShown_ThenNotWhen", async () => {
    await row(watanabe, "全員無事ですか。").locator(".talk-read").click();
    const sasakis = sheet(watanabe).locator("li", { hasText: sasaki_name });
    await sasakis.getByText("時間外", { exact: true }).waitFor();
    await untilCount(sasakis.locator("time"), 0);
    await watanabe.keyboard.press("Escape");
  });

  it("GivenALineThatBreaks_WhenThePageIsReloaded_ThenItIsSentAsUrgent", async () => {
    const lose = (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue();
    await watanabe.route("**/messages", lose);
    const text = "電気が止まっています。";
    await sendUrgent(watanabe, text);
    await row(watanabe, text).locator(".talk-stuck").waitFor();
    await untilCount(row(watanabe, text).locator(".talk-urgent"), 1);
    await watanabe.reload();
    await row(watanabe, text).locator(".talk-stuck").waitFor();
    await watanabe.unroute("**/messages", lose);
    await untilEqual("it to arrive", () => keptTexts(watanabe, text), [text], assert);
    const { body, urgent } = await newest(watanabe);
    assert.deepEqual([body, urgent], [text, "災害"]);
  });

  it("GivenARightThatIsGoneMeanwhile_WhenItIsSent_ThenItsRowSaysSoAndItCanGoQuietly", async () => {
    await measure("on");
    await toList();
    await openRoom(sasaki, watanabe_name);
    const text = "今日は休ませてください。";
    await field(sasaki).fill(text);
    await urgentButton(sasaki).click();
    await choose(sheet(sasaki), "急な休み");
    await measure(null);
    await press(sasaki, "緊急で送る");
    await row(sasaki, text)
      .getByText(/緊急で送れるのは、管理者と所属の長だけです/)
      .waitFor();
    await row(sasaki, text).getByRole("button", { name: "緊急にしないで送る" }).click();
    await untilEqual("it to arrive", () => keptTexts(sasaki, text), [text], assert);
    assert.equal((await newest(sasaki)).urgent, undefined);
    await untilCount(row(sasaki, text).locator(".talk-urgent"), 0);
  });

  it("GivenAClauseThatAsksFirst_WhenTheReceiversAreOutside_ThenTheSheetOffersTheirOpening", async () => {
    await chooseSetting(administrator, "B3", "note", "confirm");
    const at = await openingOf(sasaki, await ownId(watanabe));
    const text = "急がない用件です。";
    const offersOpening = async () => {
      await sheet(sasaki)
        .getByRole("heading", { name: "受け取る人は、いま時間外です。" })
        .waitFor();
      assert.equal(await sheet(sasaki).locator("blockquote").innerText(), text);
      await press(sasaki, "始業に送る");
      await sheet(sasaki)
        .getByRole("radio", {
          name: `次の勤務の始まり ${spoken(at)}`,
          checked: true,
        })
        .waitFor();
    };
    await writeAndPause(sasaki, field(sasaki), text);
    await untilCount(sasaki.locator(".talk-hint"), 0, "the line above says it");
    await field(sasaki).press("Control+Enter");
    await offersOpening();
    await press(sasaki, "やめる");
    await field(sasaki).fill("");
    await pasteAndSend(sasaki, text);
    await row(sasaki, text).getByRole("button", { name: "確かめる" }).click();
    await offersOpening();
    await press(sasaki, `${spoken(at)} に送る`);
    await closed(sasaki);
    await untilCount(row(sasaki, text), 0);
    assert.deepEqual(
      (await waiting(sasaki)).map(({ body }) => body),
      [text],
    );
    await chooseSetting(administrator, "B3", "note", null);
    await openAlways(watanabe);
  });
});
