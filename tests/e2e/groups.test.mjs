import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import {
  choose,
  chooseSetting,
  composer,
  openRoom,
  roomItem,
  send,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount } from "./kit/until.mjs";

const festa = "福祉フェスタ検討G";
const tayori = "社協だより企画G";

describe("Groups (clauses 6.1, 6.2)", () => {
  let server, browser, sasaki, watanabe, takahashi, aoki;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    sasaki = await openPage(browser, { viewport: desktop });
    watanabe = await openPage(browser, { viewport: phone });
    takahashi = await openPage(browser, { viewport: phone });
    aoki = await openPage(browser);
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await signIn(takahashi, server, "m.takahashi");
    await signIn(aoki, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const sheet = (page) => page.getByRole("dialog");
  const inSheet = (page, name) => sheet(page).getByRole("button", { name, exact: true });
  const closed = (page) => sheet(page).waitFor({ state: "detached" });
  const card = (page, name) =>
    page.locator(".talk-group", {
      has: page.getByRole("heading", { name, exact: true }),
    });
  const picture = (page, name) => page.screenshot({ path: `build/e2e/${name}.png` });
  const close = async (page) => {
    await page.keyboard.press("Escape");
    await closed(page);
  };

  async function findGroups(page) {
    await page.goto(`${server.url}/t`);
    await page.getByRole("link", { name: "グループをさがす" }).click();
    await page.getByRole("heading", { name: "グループをさがす" }).waitFor();
  }
  async function openMembers(page) {
    await page.getByRole("button", { name: /^メンバー/ }).click();
    await page.getByRole("dialog", { name: /^メンバー/ }).waitFor();
  }

  it("GivenSomebodyWhoIsNotIn_WhenTheyFindAGroupAndAsk_ThenItsMasterLetsThemInAndBothScreensFollow", async () => {
    await findGroups(watanabe);
    await watanabe.getByRole("searchbox").fill("出し物");
    const found = card(watanabe, festa);
    await found.getByText("福祉フェスタの出し物と、当日の係を決めます。").waitFor();
    await found.getByText("マスター 佐々木 彩").waitFor();
    await untilCount(watanabe.locator(".talk-group"), 1);
    await found.getByRole("button", { name: `${festa}に参加を希望する` }).click();
    await sheet(watanabe).getByLabel("ひとこと（なくてもよい）").fill("駐車場の係を手伝います");
    await picture(watanabe, "groups-ask-phone");
    await inSheet(watanabe, "希望を送る").click();
    await closed(watanabe);
    await found.getByText(/に参加を希望しました。返事を待っています。/).waitFor();

    await roomItem(sasaki, festa).getByText("参加の希望 1件").waitFor();
    await openRoom(sasaki, festa);
    await openMembers(sasaki);
    await sheet(sasaki).getByText("駐車場の係を手伝います").waitFor();
    await picture(sasaki, "groups-request-desktop");
    await inSheet(sasaki, "渡邊 恵子さんの参加を認める").click();
    await sheet(sasaki).getByText("渡邊 恵子さんが入りました。").waitFor();
    await sheet(sasaki)
      .getByText(/参加を希望し、佐々木 彩さんが .+ に承認/)
      .waitFor();
    await close(sasaki);
    await untilCount(roomItem(sasaki, festa).getByText("参加の希望"), 0);

    await found.getByText("参加しています").waitFor();
    await found.getByRole("link", { name: `${festa}のトークを開く` }).click();
    await composer(watanabe, festa).waitFor();
  });

  it("GivenANo_ThenTheAskerSeesItAsksAnewAndTakesItBack", async () => {
    await findGroups(watanabe);
    const found = card(watanabe, tayori);
    await found.getByRole("button", { name: `${tayori}に参加を希望する` }).click();
    await inSheet(watanabe, "希望を送る").click();
    await closed(watanabe);
    await openRoom(takahashi, tayori);
    await openMembers(takahashi);
    await inSheet(takahashi, "渡邊 恵子さんの参加を見送る").click();
    await sheet(takahashi).getByText("見送りました。").waitFor();
    await close(takahashi);
    await found.getByText(/今回は見送りと返事がありました。/).waitFor();
    await picture(watanabe, "groups-declined-phone");
    await found.getByRole("button", { name: `${tayori}にもう一度参加を希望する` }).click();
    await inSheet(watanabe, "希望を送る").click();
    await closed(watanabe);
    await found.getByRole("button", { name: `${tayori}への参加の希望を取り消す` }).click();
    await found.getByRole("button", { name: `${tayori}に参加を希望する` }).waitFor();
  });

  it("GivenMasterAndDeputy_WhenBothChangeTheGroup_ThenTheSecondIsToldAndLosesNothing", async () => {
    await openRoom(aoki, tayori);
    await openMembers(aoki);
    await untilCount(inSheet(aoki, "グループの設定"), 0);
    await openMembersOf(takahashi, "青木 智子");
    await inSheet(takahashi, "副マスターにする").click();
    await sheet(takahashi).getByText("副マスター", { exact: true }).waitFor();
    await sheet(aoki).getByText("副マスター", { exact: true }).waitFor();

    await inSheet(aoki, "グループの設定").click();
    await inSheet(takahashi, "グループの設定").click();
    await sheet(takahashi).getByLabel("目的").fill("社協だよりの記事と写真を集めます。");
    await sheet(takahashi).getByLabel("終了予定（決まっていれば）").fill("2099-03-31");
    await picture(takahashi, "groups-settings-phone");
    await inSheet(takahashi, "保存する").click();
    await sheet(takahashi).getByText("社協だよりの記事と写真を集めます。").waitFor();

    await sheet(aoki).getByLabel("目的").fill("記事を集めます。");
    await inSheet(aoki, "保存する").click();
    await sheet(aoki).getByText("ほかの人が、このグループの設定を先に変えました。").waitFor();
    assert.equal(await sheet(aoki).getByLabel("目的").inputValue(), "記事を集めます。");
    await inSheet(aoki, "保存する").click();
    await sheet(aoki).getByText("記事を集めます。").waitFor();
    await sheet(takahashi).getByText("記事を集めます。").waitFor();
    await close(aoki);
    await close(takahashi);
  });

  async function openMembersOf(page, name) {
    await openMembers(page);
    await inSheet(page, `${name}さんの役割を変える・外す`).click();
    await page.getByRole("dialog", { name: `${name}さん` }).waitFor();
    await picture(page, "groups-role-phone");
  }

  it("GivenANewGroupAcrossDepartments_WhenItIsMade_ThenItIsToBeListedNeedsAPurposeAndAG", async () => {
    await sasaki.getByRole("button", { name: "新しいトーク" }).click();
    await choose(sheet(sasaki), "グループ");
    await sheet(sasaki).getByLabel("グループの名前").fill("春の研修");
    const hint = sheet(sasaki).getByRole("group", {
      name: "運用ガイドラインから",
    });
    await hint.getByText("グループの名前は、最後に「G」をつけます。").waitFor();
    await picture(sasaki, "groups-new-desktop");
    await hint.getByRole("button", { name: "「春の研修G」にする" }).click();
    await hint.waitFor({ state: "detached" });
    await sheet(sasaki).getByRole("searchbox").fill("くぼた");
    await sheet(sasaki)
      .getByRole("checkbox", { name: /久保田 香織/ })
      .check();
    await sheet(sasaki).getByText("所属をこえるので、公開のグループになります。").waitFor();
    assert.ok(await sheet(sasaki).getByRole("radio", { name: "公開", exact: true }).isChecked());
    await inSheet(sasaki, "トークを始める").click();
    await sheet(sasaki).getByText("公開のグループには、目的を入れてください。").waitFor();
    await sheet(sasaki).getByLabel("目的").fill("新しい人の研修を考えます。");
    await inSheet(sasaki, "トークを始める").click();
    await composer(sasaki, "春の研修G").waitFor();
    await findGroups(watanabe);
    await card(watanabe, "春の研修G").getByText("新しい人の研修を考えます。").waitFor();
  });

  it("GivenClause62IsOff_WhenAGroupIsNamed_ThenNothingIsSaid", async () => {
    await chooseSetting(aoki, "6.2", "main", "off");
    await sasaki.getByRole("button", { name: "新しいトーク" }).click();
    await choose(sheet(sasaki), "グループ");
    const answered = sasaki.waitForResponse("**/api/v1/policy/check");
    await sheet(sasaki).getByLabel("グループの名前").fill("夏の研修");
    assert.deepEqual((await (await answered).json()).findings, []);
    const hint = sheet(sasaki).getByRole("group", {
      name: "運用ガイドラインから",
    });
    await untilCount(hint, 0);
    await close(sasaki);
    await chooseSetting(aoki, "6.2", "main", "hint");
  });

  it("GivenAGroupThatHidesItsPast_WhenSomebodyComes_ThenTheirRoomBeginsWithThem", async () => {
    const before = "来る前の話です";
    await openRoom(sasaki, "春の研修G");
    await send(sasaki, before);
    await openMembers(sasaki);
    await inSheet(sasaki, "グループの設定").click();
    await sheet(sasaki).getByLabel("あとから入った人も、それまでのやりとりを読める").uncheck();
    await inSheet(sasaki, "保存する").click();
    await inSheet(sasaki, "メンバーを加える").click();
    await sheet(sasaki).getByText("加えた人は、入ってからのやりとりだけを読めます。").waitFor();
    await sheet(sasaki).getByRole("searchbox").fill("わたなべ");
    await sheet(sasaki)
      .getByRole("checkbox", { name: /渡邊 恵子/ })
      .check();
    await inSheet(sasaki, "加える").click();
    await sheet(sasaki)
      .getByText(/佐々木 彩さんが .+ に追加/)
      .first()
      .waitFor();
    await close(sasaki);
    await watanabe.goto(`${server.url}/t`);
    await openRoom(watanabe, "春の研修G");
    await send(sasaki, "来てからの話です");
    await watanabe.locator(".talk-row", { hasText: "来てからの話です" }).waitFor();
    await untilCount(watanabe.getByText(before), 0);
    await watanabe.getByText("ここがトークの始まりです。").waitFor();
  });

  it("GivenAMaster_WhenTheyLeave_ThenTheyChooseASuccessorInTheSameStep", async () => {
    await openRoom(sasaki, "春の研修G");
    await openMembers(sasaki);
    await inSheet(sasaki, "退出する").click();
    await inSheet(sasaki, "マスターをゆずって退出する").click();
    await sheet(sasaki).getByRole("alert").getByText("次のマスターを選んでください。").waitFor();
    await sheet(sasaki)
      .getByRole("radio", { name: /渡邊 恵子/ })
      .check();
    await picture(sasaki, "groups-successor-desktop");
    await inSheet(sasaki, "マスターをゆずって退出する").click();
    await closed(sasaki);
    await roomItem(sasaki, "春の研修G").waitFor({ state: "detached" });
    await openMembers(watanabe);
    await inSheet(watanabe, "グループの設定").waitFor();
    await close(watanabe);
  });

  it("GivenOnlyKeys_WhenAGroupIsAskedAndTheMasterAnswers_ThenTheFocusIsNeverLost", async () => {
    await watanabe.goto(`${server.url}/groups`);
    await card(watanabe, tayori).waitFor();
    await tabTo(watanabe, ".talk-group button", "参加を希望する");
    await watanabe.keyboard.press("Enter");
    await tabTo(watanabe, ".ui-dialog textarea");
    await watanabe.keyboard.insertText("写真を撮れます");
    await tabTo(watanabe, ".ui-dialog button", "希望を送る");
    await watanabe.keyboard.press("Enter");
    await closed(watanabe);
    await card(watanabe, tayori)
      .getByRole("button", { name: /取り消す/ })
      .waitFor();
    assert.match(await focusedText(watanabe), /取り消す/);

    await takahashi.goto(`${server.url}/t`);
    await roomItem(takahashi, tayori).getByText("参加の希望 1件").waitFor();
    await tabTo(takahashi, ".talk-item", tayori);
    await takahashi.keyboard.press("Enter");
    await composer(takahashi, tayori).waitFor();
    await tabTo(takahashi, "button", "メンバー");
    await takahashi.keyboard.press("Enter");
    await tabTo(takahashi, ".ui-dialog button", "参加を認める");
    await takahashi.keyboard.press("Enter");
    await sheet(takahashi).getByText("渡邊 恵子さんが入りました。").waitFor();
    await tabTo(takahashi, ".ui-dialog button", "メンバーを加える");
    await takahashi.keyboard.press("Escape");
    await closed(takahashi);
  });
});
