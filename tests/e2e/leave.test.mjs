import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { toTab } from "./kit/notices.mjs";
import { leavesOf } from "./kit/people_tour.mjs";
import { call, openRoom, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until } from "./kit/until.mjs";

const watanabe_name = "渡邊 恵子";

describe("Somebody on leave (clause B5)", () => {
  let server, browser, administrator, sasaki, watanabe;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    sasaki = await openPage(browser, { viewport: phone });
    watanabe = await openPage(browser, { viewport: phone });
    await signIn(administrator, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    // Of the sample office one is on leave already.
    const { people } = await call(administrator, "GET", "directory/people");
    for (const { id, leave } of people) {
      if (leave) await call(administrator, "DELETE", `directory/people/${id}/leave`);
    }
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const sheet = () => administrator.getByRole("dialog");
  const leaves = () => leavesOf(administrator);

  it("GivenALeaveThatIsOn_ThenTheyAreOutAtOnceAndEverybodySeesIt", async () => {
    await toTab(administrator, "決まり");
    await leaves().getByRole("button", { name: "休職を登録" }).click();
    await sheet().getByRole("button", { name: "登録する" }).click();
    await sheet().getByText("ひとり選んでください。").waitFor();
    await sheet().getByRole("searchbox").fill("渡邊");
    await sheet().getByRole("radio").check();
    await sheet().getByLabel("始まりの日").fill("2026-01-05");
    await sheet().getByLabel("終わりの日").fill("2026-01-04");
    await sheet().getByText("始まりの日か、そのあとにしてください").waitFor();
    await administrator.screenshot({ path: "build/e2e/leave-sheet.png" });
    await sheet().getByLabel("終わりの日").fill("2099-03-31");
    await sheet().getByRole("button", { name: "登録する" }).click();
    await sheet().waitFor({ state: "detached" });
    await leaves().getByText("2026年1月5日(月)〜2099年3月31日(火)").waitFor();
    await leaves().scrollIntoViewIfNeeded();
    await administrator.screenshot({ path: "build/e2e/leave-list.png" });

    await watanabe.waitForURL(/signin/);
    const { url } = await server.card("k.watanabe");
    await watanabe.goto(url);
    await watanabe.getByText("2099年3月31日(火)までは休職中").waitFor();

    await openRoom(sasaki, watanabe_name);
    await sasaki
      .getByText(`${watanabe_name}さんは休職中です。2099年3月31日(火)まで、通知は届きません。`)
      .waitFor();
    await sasaki.getByRole("button", { name: "メンバー" }).click();
    const members = sasaki.getByRole("dialog");
    await members.getByText("休職中", { exact: true }).waitFor();
    await sasaki.screenshot({ path: "build/e2e/leave-members.png" });
    await members.getByRole("button", { name: "閉じる" }).last().click();
  });

  it("GivenALeaveThatIsTakenBack_ThenAllIsAsBefore", async () => {
    await leaves()
      .getByRole("button", { name: `${watanabe_name}さんの休職を変える` })
      .click();
    await sheet().getByRole("button", { name: "休職を取り消す（復職）" }).click();
    await leaves().getByText("休職の人は登録されていません。").waitFor();
    const told = sasaki.getByText("休職中です");
    await until("nobody to be away", async () => (await told.count()) === 0);
    await watanabe.goto("about:blank");
    await signIn(watanabe, server, "k.watanabe");
  });

  it("GivenOnlyKeys_WhenSomebodyIsPutOnLeaveAndComesBack_ThenTheListSaysSo", async () => {
    const press = (key) => administrator.keyboard.press(key);
    const type = (text) => administrator.keyboard.insertText(text);
    await administrator.goto(`${server.url}/t`);
    await administrator.locator(".talk-item").first().waitFor();
    await tabTo(administrator, ".ui-tabs a", "決まり");
    await press("Enter");
    await tabTo(administrator, ".ui-search input");
    await type("休職");
    await tabTo(administrator, ".policy-heads button", "休職を登録");
    await press("Enter");
    await tabTo(administrator, ".ui-dialog input[type=date]");
    // Upwards from nothing: the first of January of this year, in whatever order the parts stand.
    for (const key of ["ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"])
      await press(key);
    assert.match(await sheet().getByLabel("始まりの日").inputValue(), /^\d{4}-01-01$/);
    await tabTo(administrator, ".ui-dialog input[type=checkbox]");
    await press("Space");
    await tabTo(administrator, ".ui-dialog .ui-search input");
    await type("上野");
    await tabTo(administrator, ".ui-dialog input[type=radio]");
    await press("Space");
    await tabTo(administrator, ".ui-dialog button", "登録する");
    await press("Enter");
    await sheet().waitFor({ state: "detached" });
    assert.equal(await focusedText(administrator), "休職を登録", "the focus is back");
    await leaves()
      .getByText(/^\d{4}年1月1日\(.\)〜（終わりは未定）$/)
      .waitFor();

    await tabTo(administrator, ".policy-heads button", "変える", "Shift+Tab");
    await press("Enter");
    await tabTo(administrator, ".ui-dialog button", "休職を取り消す");
    await press("Enter");
    await sheet().waitFor({ state: "detached" });
    await leaves().getByText("休職の人は登録されていません。").waitFor();
  });
});
