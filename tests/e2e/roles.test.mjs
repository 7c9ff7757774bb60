import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { takePicture } from "./kit/looks.mjs";
import {
  appoint,
  choosePerson,
  makeSet,
  openRoles,
  part,
  putRolesBack,
} from "./kit/roles_tour.mjs";
import { button, call, choose, goTo, isRefused, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount, untilEqual } from "./kit/until.mjs";

const nakayama = "中山 大輔";

describe("Roles", () => {
  let server, browser, aoki, morikawa, member;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    [aoki, morikawa, member] = await Promise.all([1, 2, 3].map(() => openPage(browser)));
    await signIn(aoki, server, "t.aoki");
    await signIn(morikawa, server, "k.morikawa");
    await signIn(member, server, "d.nakayama");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenTheSampleOffice_WhenRolesAreLookedAt_ThenEverybodyWhoMayDoMoreStandsThere", async () => {
    await openRoles(aoki, server);
    await part(aoki, "副管理者").getByText("森川 浩介").waitFor();
    await part(aoki, "所属長").getByText("渡邊 恵子").waitFor();
    await part(aoki, "受け持ち").getByText("工藤 由香里").waitFor();
    await part(aoki, "受け持ち").getByText("理解度チェック（問題を決め").waitFor();
    const own = part(aoki, /^管理者$/);
    await own.getByText("青木 智子（自分）").waitFor();
    await untilCount(own.getByRole("button"), 0);
  });

  it("GivenAMember_WhenTheyAreEntrustedWithSomething_ThenItIsSaidBeforeAndHoldsAtOnceOnTheirOpenScreen", async () => {
    await goTo(member, `${server.url}/settings`);
    await member.getByRole("heading", { name: "設定", exact: true }).waitFor();
    await untilCount(member.getByRole("link", { name: "人事の予定を見る" }), 0);
    await makeSet(aoki, "人事担当", ["人事・名簿"]);
    await choosePerson(aoki, nakayama);
    await sheet(aoki).getByRole("checkbox", { name: "人事担当" }).check();
    await sheet(aoki).getByText(`${nakayama}さんは、次のことができるようになります。`).waitFor();
    await sheet(aoki).getByText("人事・名簿（名簿の取り込みと書き出し").waitFor();
    await takePicture(aoki, "roles-becomes");
    await appoint(aoki, `${nakayama}さんの役割を変えました。`);
    await part(aoki, "受け持ち").getByText(nakayama).waitFor();
    await member.getByRole("link", { name: "人事の予定を見る" }).click();
    await member.getByRole("heading", { name: "人事の予定", exact: true }).waitFor();
    await goTo(member, `${server.url}/sign-in-cards`);
    await isRefused(member);
  });

  it("GivenAChange_WhenAnotherAdministratorWorks_ThenTheyAreToldWhoGaveWhomWhat", async () => {
    await morikawa.getByRole("link", { name: /通知/ }).first().click();
    const news = morikawa.locator(".directory-role-news");
    await news.getByText(`青木 智子さんが、${nakayama}さんに「人事担当」を任せました。`).waitFor();
    await news
      .getByText("青木 智子さんが、受け持ち「人事担当」を作りました。できること：人事・名簿")
      .waitFor();
    await takePicture(morikawa, "roles-news");
    await news.getByRole("link", { name: "役割のページを見る" }).click();
    await button(morikawa, "役割を変える").waitFor();
    await goTo(morikawa, `${server.url}/notices`);
    await morikawa.getByText("まだ通知はありません").waitFor();
  });

  it("GivenASubAdministrator_WhenTheyLookAtRoles_ThenTheyGiveUpToTheirOwnAndMakeNoSets", async () => {
    await openRoles(morikawa, server);
    await untilCount(button(morikawa, "受け持ちを作る"), 0);
    await untilCount(button(morikawa, "青木 智子さんの役割を変える"), 0);
    await choosePerson(morikawa, nakayama);
    assert.equal(
      await sheet(morikawa).getByRole("radio", { name: "管理者", exact: true }).count(),
      0,
    );
    await choose(sheet(morikawa), "副管理者");
    await sheet(morikawa).getByText("ほかの人の役割を変える").waitFor();
    await appoint(morikawa, `${nakayama}さんの役割を変えました。`);
    await button(morikawa, `${nakayama}さんの役割を変える`).click();
    await choose(sheet(morikawa), "一般");
    await sheet(morikawa).getByText(`${nakayama}さんは、次のことができなくなります。`).waitFor();
    await appoint(morikawa, `${nakayama}さんの役割を変えました。`);
    await putRolesBack(aoki);
  });

  it("GivenARefusal_WhenSomebodyIsToBeAppointed_ThenItStandsInTheSheetAndNothingIsLost", async () => {
    await openRoles(aoki, server);
    await choosePerson(aoki, nakayama);
    await choose(sheet(aoki), "副管理者");
    await aoki.route("**/api/v1/roles/people/*", (route) => route.abort());
    await button(sheet(aoki), "この役割にする").click();
    await sheet(aoki).getByText("つながりませんでした。").waitFor();
    const chosen = sheet(aoki).getByRole("radio", { name: "副管理者" });
    await untilEqual("it to stay chosen", () => chosen.isChecked(), true, assert);
    await aoki.unroute("**/api/v1/roles/people/*");
    await button(sheet(aoki), "やめる").click();
  });

  it("GivenAPhoneAndKeysAlone_WhenASetIsMadeAndDoneAwayWith_ThenTheFocusNeverGetsLost", async () => {
    await aoki.setViewportSize(phone);
    await goTo(aoki, `${server.url}/settings`);
    await openRoles(aoki, server);
    const press = (key) => aoki.keyboard.press(key);
    await tabTo(aoki, ".directory-roles button", "受け持ちを作る");
    await press("Enter");
    await tabTo(aoki, ".ui-dialog input", "");
    await aoki.keyboard.insertText("数字の係");
    for (let i = 0; i < 8; i += 1) await press("Tab");
    await press("Space");
    await press("Enter");
    await sheet(aoki).waitFor({ state: "detached" });
    const { sets } = await call(aoki, "GET", "roles");
    assert.deepEqual(sets.at(-1).permissions, ["figures"]);
    await tabTo(aoki, '[aria-label="受け持ち「数字の係」を変える"]');
    await press("Enter");
    await tabTo(aoki, ".ui-dialog button", "この受け持ちをなくす");
    await press("Enter");
    await tabTo(aoki, ".ui-dialog .danger", "なくす");
    await press("Enter");
    await sheet(aoki).waitFor({ state: "detached" });
    const gone = "受け持ち「数字の係」をなくしました。";
    await untilEqual("the focus where it is said", () => focusedText(aoki), gone, assert);
    await tabTo(aoki, ".directory-roles button", "受け持ちを作る");
  });
});
