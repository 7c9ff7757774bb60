import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { chooseSetting, isRefused, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount } from "./kit/until.mjs";

const department = "地域福祉課";
const text = "週末の釣りの話をしましょう";

describe("A report to the administrators (clause B8)", () => {
  let server, browser, administrator, sasaki, watanabe;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    sasaki = await openPage(browser, { viewport: phone });
    watanabe = await openPage(browser);
    await signIn(administrator, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await openRoom(watanabe, department);
    await send(watanabe, text);
    await openRoom(sasaki, department);
    await sasaki.locator(".talk-row", { hasText: text }).waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const sheet = (page) => page.getByRole("dialog");

  it("GivenAReport_WhenSomethingIsMissing_ThenItIsSaidAndWhatWasTypedStays", async () => {
    await sasaki.getByRole("button", { name: "メンバー" }).click();
    await sheet(sasaki).getByRole("button", { name: "困った書き込みを知らせる（通報）" }).click();
    await sheet(sasaki).getByLabel("どこが困りますか").fill("仕事の話ではありません");
    await sheet(sasaki).getByRole("button", { name: "管理者に知らせる" }).click();
    await sheet(sasaki).getByText("書き込みをひとつ選んでください。").waitFor();
    await sheet(sasaki).getByRole("radio", { name: text }).check();
    await sheet(sasaki).getByRole("button", { name: "管理者に知らせる" }).click();
    await sheet(sasaki).getByText("管理者に知らせました。").waitFor();
    await sheet(sasaki).getByRole("button", { name: "閉じる" }).last().click();
  });

  it("GivenAReport_ThenAnAdministratorReadsItInItsContextAndSaysWhatCameOfIt", async () => {
    await administrator.getByRole("link", { name: "確かめていない通報 1件" }).click();
    await administrator.getByText("仕事の話ではありません").waitFor();
    await administrator.getByRole("button", { name: /前後といっしょに読む/ }).click();
    await sheet(administrator).getByText(text, { exact: true }).waitFor();
    await administrator.screenshot({ path: "build/e2e/report-opened.png" });
    const context = await sheet(administrator).locator(".talk-report-context li").count();
    assert.ok(context > 1, `${context} messages`);
    await sheet(administrator).getByRole("button", { name: "確かめました" }).click();
    await sheet(administrator).getByText("どう対応したかを短く書いてください。").waitFor();
    await sheet(administrator).getByLabel("どう対応しましたか").fill("本人と話しました");
    await sheet(administrator).getByRole("button", { name: "確かめました" }).click();
    await sheet(administrator).waitFor({ state: "detached" });
    await administrator.getByText("本人と話しました").waitFor();
    await administrator.screenshot({ path: "build/e2e/report-page.png" });
    await administrator.getByRole("link", { name: "戻る" }).click();
    await untilCount(administrator.getByText("確かめていない通報"), 0);
  });

  it("GivenTheClauseIsOff_ThenItIsNotOffered_AndItsPageIsForAdministrators", async () => {
    await chooseSetting(administrator, "B8", "main", "off");
    await sasaki.getByRole("button", { name: "メンバー" }).click();
    await sheet(sasaki).getByRole("button", { name: "閉じる" }).first().waitFor();
    const button = sheet(sasaki).getByRole("button", { name: /通報/ });
    await button.waitFor({ state: "detached" });
    await chooseSetting(administrator, "B8", "main", "on");
    await button.waitFor();
    await sasaki.goto(`${server.url}/reports`);
    await isRefused(sasaki);
  });

  it("GivenOnlyKeys_WhenAMessageIsReportedReadAndClosed_ThenTheFocusIsNeverLost", async () => {
    const another = "日曜日の試合の話をしましょう";
    await send(watanabe, another);
    await sasaki.goto(`${server.url}/t`);
    await sasaki.locator(".talk-item").first().waitFor();
    await tabTo(sasaki, ".talk-item", department);
    await sasaki.keyboard.press("Enter");
    await sasaki.locator(".talk-row", { hasText: another }).waitFor();
    await tabTo(sasaki, "button", "メンバー");
    await sasaki.keyboard.press("Enter");
    await tabTo(sasaki, ".ui-dialog button", "通報");
    await sasaki.keyboard.press("Enter");
    await tabTo(sasaki, ".talk-report-list input");
    await sasaki.keyboard.press("Space");
    assert.ok(await sheet(sasaki).getByRole("radio", { name: another }).isChecked());
    await tabTo(sasaki, ".ui-dialog textarea");
    await sasaki.keyboard.insertText("仕事の話ではありません");
    await tabTo(sasaki, ".ui-dialog button", "管理者に知らせる");
    await sasaki.keyboard.press("Enter");
    await sheet(sasaki).getByText("管理者に知らせました。").waitFor();
    await sasaki.keyboard.press("Escape");
    await sheet(sasaki).waitFor({ state: "detached" });
    await tabTo(sasaki, "button", "メンバー");

    const press = (key) => administrator.keyboard.press(key);
    await administrator.goto(`${server.url}/t`);
    await tabTo(administrator, ".talk-list-link", "確かめていない通報 1件");
    await press("Enter");
    await tabTo(administrator, ".talk-later-buttons button", "前後といっしょに読む");
    await press("Enter");
    await sheet(administrator).getByText(another, { exact: true }).waitFor();
    await tabTo(administrator, ".ui-dialog textarea");
    await administrator.keyboard.insertText("本人と話しました");
    await tabTo(administrator, ".ui-dialog button", "確かめました");
    await press("Enter");
    await sheet(administrator).waitFor({ state: "detached" });
    assert.match(await focusedText(administrator), /前後といっしょに読む/);
    await tabTo(administrator, ".ui-page-head a", "戻る", "Shift+Tab");
    await press("Enter");
    await administrator.locator(".talk-item").first().waitFor();
    await untilCount(administrator.getByText("確かめていない通報"), 0);
  });
});
