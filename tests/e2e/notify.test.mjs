import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launchWhole, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, goesRound, tabTo } from "./kit/keys.mjs";
import {
  closeAlways,
  line,
  makeDigest,
  notedOf,
  noteNotifications,
  openAlways,
  putInFront,
  toTab,
} from "./kit/notices.mjs";
import {
  call,
  choose,
  composer,
  openRoom,
  roomItem,
  send,
  signIn,
  unreadOf,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const watanabe_name = "渡邊 恵子";
const sasaki_name = "佐々木 彩";
const department = "地域福祉課";
const from_department = `${watanabe_name}（${department}）`;

describe("What calls somebody (clause B3)", () => {
  let server, browser, sasaki, watanabe;

  before(async () => {
    server = await Server.open();
    browser = await launchWhole();
    sasaki = await openPage(browser, {
      viewport: phone,
      permissions: ["notifications"],
    });
    watanabe = await openPage(browser);
    await noteNotifications(sasaki);
    await signIn(watanabe, server, "k.watanabe");
    await signIn(sasaki, server, "a.sasaki");
    await openAlways(sasaki);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  /** 渡邊さん says something there; `room` as 渡邊さん sees it. */
  async function say(room, ...texts) {
    await openRoom(watanabe, room);
    for (const text of texts) {
      await send(watanabe, text);
      await watanabe.locator(".talk-row", { hasText: text }).first().waitFor();
    }
  }
  const lineText = (page = sasaki) => line(page).locator("a").innerText();
  const toList = async () => {
    await sasaki.goto(`${server.url}/t`);
    await roomItem(sasaki, department).waitFor();
  };
  const box = (selector) => sasaki.locator(selector).boundingBox();

  describe("A message in another room", () => {
    it("GivenSomebodyWriting_WhenItComes_ThenALineShowsItBesideWhatTheyDoAndATapOpensTheRoom", async () => {
      await openRoom(sasaki, watanabe_name);
      const field = composer(sasaki, watanabe_name);
      await field.fill("書きかけの");
      const before = await field.boundingBox();
      await say(
        department,
        "明日の会議は10時からです。資料は共有の棚に置いてありますので、始まる前に読んでおいてください。",
      );
      await line(sasaki).waitFor();
      const [who, text] = (await lineText()).split("\n");
      assert.equal(who, from_department);
      assert.match(text, /^明日の会議は10時からです。/);
      assert.equal([...text].length, 41, "forty characters, and that there is more");

      assert.deepEqual(await field.boundingBox(), before, "the field stays where it was");
      await sasaki.keyboard.type("文");
      assert.equal(await field.inputValue(), "書きかけの文");
      const [head, shown, foot] = await Promise.all(
        [".talk-room-head", ".notify-line", ".talk-composer"].map(box),
      );
      assert.ok(shown.y >= head.y + head.height, "it covers nothing above");
      assert.ok(shown.y + shown.height <= foot.y, "nor below");

      await line(sasaki).locator("a").click();
      await composer(sasaki, department).waitFor();
      await line(sasaki).waitFor({ state: "detached" });
      await sasaki.locator(".talk-row", { hasText: "明日の会議は10時から" }).waitFor();
    });

    it("GivenSeveral_WhenTheyCome_ThenTheyAreOneLineThatCanBeClosedAndTheFocusStays", async () => {
      await toList();
      await openRoom(sasaki, watanabe_name);
      const field = composer(sasaki, watanabe_name);
      await field.focus();
      await say(department, "ひとつめ", "ふたつめ", "みっつめ");
      await line(sasaki).getByText("ほか2件").waitFor();
      assert.match(await lineText(), /みっつめ/);
      await sasaki.getByRole("button", { name: "通知を閉じる" }).click();
      await line(sasaki).waitFor({ state: "detached" });
      assert.equal(await field.evaluate((element) => element === document.activeElement), true);
    });

    it("GivenTheKeyboard_WhenALineIsThere_ThenF6GoesToItAndItStaysWhileTheFocusIsThere", async () => {
      await say(department, "キーボードの人へ");
      await line(sasaki).waitFor();
      await until("the line to have the focus", async () => {
        await sasaki.keyboard.press("F6");
        return (await focusedText(sasaki)).includes("キーボードの人へ");
      });
      await sasaki.clock.install();
      await sasaki.clock.fastForward(60_000);
      await untilCount(line(sasaki), 1);
      await sasaki.clock.resume();
      await sasaki.keyboard.press("Enter");
      await composer(sasaki, department).waitFor();
    });
  });

  describe("A window behind others", () => {
    const standing = () => sasaki.locator(".notify-state strong");

    it("GivenAPermission_WhenItIsTurnedOnForThisDevice_ThenTheSettingsSaySoAndATrialIsShown", async () => {
      await toList();
      await toTab(sasaki, "設定");
      assert.equal(await standing().textContent(), "出ません");
      await sasaki.getByRole("switch", { name: "この端末に出す" }).check();
      assert.equal(await standing().textContent(), "出ます");
      await sasaki.getByRole("button", { name: "ためしに出す" }).click();
      const [trial] = await notedOf(sasaki);
      assert.equal(trial.title, "通知をためしています");
    });

    it("GivenASharedDevice_WhenAMessageComes_ThenTheBrowserSaysWhoAndNotWhat", async () => {
      await toTab(sasaki, "トーク");
      await putInFront(sasaki, false);
      await say(department, "窓口に来客です。");
      await until("a notification", async () => (await notedOf(sasaki)).length === 2);
      const { title, body } = (await notedOf(sasaki)).at(-1);
      assert.deepEqual([title, body], [from_department, "新しいメッセージがあります"]);
      await untilCount(line(sasaki), 0);
    });

    it("GivenOnesOwnDevice_WhenAMessageComes_ThenItIsReadThereAndAClickOpensTheRoom", async () => {
      await putInFront(sasaki, true);
      await toTab(sasaki, "設定");
      await choose(sasaki, "自分のスマホ・パソコン（私物）");
      await until(
        "the switch to have moved along",
        async () => (await standing().textContent()) === "出ます",
      );
      await toTab(sasaki, "トーク");
      await putInFront(sasaki, false);
      await say(sasaki_name, "折り返しお電話ください。");
      await until("a notification", async () => (await notedOf(sasaki)).length === 3);
      const { title, body, tag } = (await notedOf(sasaki)).at(-1);
      assert.deepEqual([title, body], [watanabe_name, "折り返しお電話ください。"]);
      assert.match(tag, /^room:\d+$/);
      await sasaki.evaluate(() => globalThis.noted.at(-1).click());
      await composer(sasaki, watanabe_name).waitFor();
      await putInFront(sasaki, true);
    });

    it("GivenAnotherWindowSomebodyLooksAt_WhenAMessageComes_ThenOnlyThatOneCalls", async () => {
      const second = await sasaki.context().newPage();
      await second.goto(`${server.url}/t`);
      await roomItem(second, department).waitFor();
      await putInFront(second, true);
      await putInFront(sasaki, false);
      await say(department, "こちらの窓だけに出ます。");
      await line(second).waitFor();
      await second.close();
      await say(department, "今度はもうひとつの窓です。");
      await until("the notification", async () => (await notedOf(sasaki)).length >= 4);
      const bodies = (await notedOf(sasaki)).slice(3).map(({ body }) => body);
      assert.deepEqual(bodies, ["今度はもうひとつの窓です。"]);
      await putInFront(sasaki, true);
    });

    it("GivenABrowserThatWasNeverAsked_WhenTheSettingsAreOpened_ThenTheySayHowItStands", async () => {
      const page = await openPage(browser);
      await signIn(page, server, "d.nakayama");
      await toTab(page, "設定");
      await page.getByText("まだ許可していません").waitFor();
      await page.getByRole("button", { name: "許可する" }).waitFor();
      await page.context().close();
    });
  });

  describe("What somebody wants quiet", () => {
    const toggle = (page = sasaki) => page.getByRole("switch", { name: "このトークルームの通知" });

    it("GivenAQuietRoom_WhenAMessageComes_ThenItIsThereAndOnlyTheOtherRoomRings", async () => {
      await toList();
      await openRoom(sasaki, department);
      await sasaki.getByRole("button", { name: "メンバー", exact: true }).click();
      await toggle().uncheck();
      await sasaki.keyboard.press("Escape");
      await sasaki.getByRole("dialog").waitFor({ state: "detached" });
      await sasaki.locator(".talk-back").click();
      await roomItem(sasaki, department).getByText("通知なし").waitFor();
      const before = await unreadOf(sasaki, department);
      const noted = (await notedOf(sasaki)).length;

      await say(department, "静かな部屋のひとこと");
      await untilEqual("it to be there", () => unreadOf(sasaki, department), before + 1, assert);
      await say(sasaki_name, "鳴る部屋のひとこと");
      await line(sasaki).waitFor();
      assert.match(await lineText(), /鳴る部屋のひとこと/);
      await untilCount(line(sasaki).getByText(/^ほか/), 0);
      assert.equal((await notedOf(sasaki)).length, noted);
    });

    it("GivenTheSettings_WhenTheRoomIsToRingAgain_ThenItLeavesTheListAndRings", async () => {
      await toTab(sasaki, "設定");
      await sasaki.getByRole("button", { name: `${department}のメッセージを通知する` }).click();
      await sasaki.getByText("ありません。トークルームごとの通知は").waitFor();
      assert.equal(await focusedText(sasaki), "通知しないトークルーム");
      await say(department, "また鳴ります。");
      await line(sasaki).getByText("また鳴ります。").waitFor();
      await sasaki.getByRole("button", { name: "通知を閉じる" }).click();
    });

    it("GivenAServerThatRefuses_WhenASwitchIsPressed_ThenItGoesBackAndSaysWhy", async () => {
      const refuse = (route) =>
        route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          body: JSON.stringify({
            ...{
              status: 422,
              code: "notify.bad_choice",
              title: "変えられませんでした。",
            },
            request_id: "1",
          }),
        });
      await sasaki.route("**/api/v1/notices/quiet", refuse);
      const talk = sasaki.getByRole("switch", { name: "新しいメッセージ" });
      await talk.click();
      await sasaki.locator(".notify-settings .ui-problem").waitFor();
      assert.equal(await talk.isChecked(), true);
      await sasaki.unroute("**/api/v1/notices/quiet", refuse);
    });
  });

  describe("Outside the operating time", () => {
    const badge = () => sasaki.locator(".ui-tabs a[href='/notices'] .ui-badge");
    const unread = () => [department, watanabe_name].map((room) => unreadOf(sasaki, room));
    const cards = () => sasaki.locator(".notify-card");

    it("GivenHoursThatAreOver_WhenMessagesCome_ThenTheyAreThereAndNothingRings", async () => {
      await toList();
      await closeAlways(sasaki);
      await sasaki.locator(".hours-outside").waitFor();
      const before = await Promise.all(unread());
      const noted = await notedOf(sasaki);
      await say(department, "夜のひとつめ", "夜のふたつめ");
      await putInFront(sasaki, false);
      await say(sasaki_name, "夜のみっつめ");
      const after = [before[0] + 2, before[1] + 1];
      await untilEqual("all three", () => Promise.all(unread()), after, assert);
      await untilCount(line(sasaki), 0);
      assert.deepEqual(await notedOf(sasaki), noted);
      await putInFront(sasaki, true);
    });

    it("GivenWhatWaited_WhenTheHoursBegin_ThenItIsToldOnceAndStandsInTheCentre", async () => {
      await openAlways(sasaki);
      await line(sasaki).waitFor();
      assert.match(await lineText(), /^時間外に 3件のメッセージ（2つのトークルーム）/);
      assert.equal(await badge().textContent(), "1");
      await line(sasaki).locator("a").click();
      await cards().first().waitFor();
      await untilCount(cards(), 1);
      const text = await cards().first().innerText();
      assert.match(text, /^新しい/);
      assert.match(text, /\d+\/\d+\([日月火水木金土]\) \d+:\d\d〜.*の間に届いたもの/);
      const rooms = await cards().first().locator("a").allInnerTexts();
      assert.deepEqual(
        rooms.map((room) => room.split(/\s*\n\s*/)),
        [
          [department, "2件"],
          [watanabe_name, "1件"],
        ],
      );
      await badge().waitFor({ state: "detached" });
      await until("the server to know", async () => {
        const { seen, notices } = await call(sasaki, "GET", "notices");
        return seen === notices[0].id;
      });

      await sasaki.goBack();
      await roomItem(sasaki, department).waitFor();
      await toTab(sasaki, "通知");
      await cards().first().waitFor();
      await untilCount(sasaki.locator(".notify-tag"), 0);
    });

    it("GivenADigestThatWasTold_WhenThePageIsLoadedAgain_ThenItIsToldNoMore", async () => {
      const answered = sasaki.waitForResponse((answer) => answer.url().endsWith("/api/v1/notices"));
      await sasaki.reload();
      await answered;
      await cards().first().waitFor();
      await cards().first().getByRole("link", { name: department }).click();
      await composer(sasaki, department).waitFor();
      await untilCount(line(sasaki), 0);
    });

    it("GivenAWindowBehindOthers_WhenTheHoursBegin_ThenTheBrowserTellsTheDigest", async () => {
      await toList();
      const noted = (await notedOf(sasaki)).length;
      await putInFront(sasaki, false);
      await makeDigest(sasaki, department, watanabe_name, (room, text) =>
        say(room === watanabe_name ? sasaki_name : room, text),
      );
      await until("a notification", async () => (await notedOf(sasaki)).length > noted);
      const told = (await notedOf(sasaki)).slice(noted);
      assert.deepEqual(
        told.map(({ title, tag }) => [title, tag]),
        [["時間外に 3件のメッセージ（2つのトークルーム）", "notices"]],
      );
      await sasaki.evaluate(() => globalThis.noted.at(-1).click());
      await cards().nth(1).waitFor();
      await untilCount(badge(), 1, "nobody has looked yet");
      await putInFront(sasaki, true);
      await badge().waitFor({ state: "detached" });
      await untilCount(line(sasaki), 0);
    });
  });

  for (const [where, viewport] of Object.entries({ phone, desktop })) {
    it(`GivenA${where}_WhenOnlyKeysArePressed_ThenTheCentreAndTheSwitchesAreReached`, async () => {
      const page = await openPage(browser, { viewport });
      const quiet = async () => (await call(page, "GET", "notices")).quiet;
      await signIn(page, server, "a.sasaki");
      await tabTo(page, ".ui-tabs a", "通知");
      await page.keyboard.press("Enter");
      await page.locator(".notify-card").first().waitFor();
      await goesRound(page);
      await tabTo(page, ".notify-rooms a", department);
      await tabTo(page, ".notify-head a", "通知の設定", "Shift+Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("switch", { name: "新しいメッセージ" }).waitFor();
      for (const [name, what] of [
        ["新しいメッセージ", "talk"],
        ["時間外のまとめ", "digest"],
      ]) {
        await tabTo(page, `[role=switch][aria-describedby$="-${what}"]`);
        await page.getByRole("switch", { name }).and(page.locator(":focus")).waitFor();
        await page.keyboard.press("Space");
        await untilEqual("it to be quiet", quiet, [what], assert);
        await page.keyboard.press("Space");
        await untilEqual("it to ring", quiet, [], assert);
      }
      await page.context().close();
    });
  }
});
