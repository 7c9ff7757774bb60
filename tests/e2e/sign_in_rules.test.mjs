// ログインの決まり: what administrators decide about passwords and IDs (clauses 7.1, 7.2).
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { large, lookInEach, small } from "./kit/looks.mjs";
import { button, call, choose, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilEqual } from "./kit/until.mjs";

const looks = [small(desktop), small(phone), { ...large(phone), rules: undefined }];
const old = "みかんばたけのじてんしゃと夕やけ";
const next = "ゆきだるまとはりねずみの引っこし";
const ones = "やまびこ郵便局のとけい台とレモン";

describe("Rules of passwords and IDs", () => {
  let server, browser, aoki, page;
  const rules = () => call(aoki, "GET", "access/sign-in-rules");
  const saved = () => aoki.getByText("保存しました。").waitFor();

  const lookAt = (on, what) => lookInEach(on, looks, what);
  const rule = async (name) => (await rules())[name];
  async function typePassword(login, password) {
    await page.goto(`${server.url}/signin`);
    await choose(page, "IDとパスワード");
    await page.getByLabel("ID", { exact: true }).fill(login);
    await page.getByLabel("パスワード", { exact: true }).fill(password);
    await button(page, "ログインする").click();
  }

  before(async () => {
    server = await Server.open();
    browser = await launch();
    [aoki, page] = await Promise.all([openPage(browser), openPage(browser)]);
    for (const one of [aoki, page]) await giveEyes(one.context());
    await signIn(aoki, server, "t.aoki");
    await signIn(page, server, "a.sasaki");
    await call(page, "PUT", "me/password", { password: old });
    await call(page, "DELETE", "session");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenAnAdministrator_WhenTheyWantPasswordsToEnd_ThenThePageSaysWhyNotAndKeepsTheDays", async () => {
    await aoki.goto(`${server.url}/settings`);
    await aoki.getByRole("link", { name: "ログインの決まりを見る" }).click();
    await aoki.getByText("定期的に変えさせると").waitFor();
    await choose(aoki, "期限をつける");
    await saved();
    const days = aoki.getByLabel("何日で切れますか（30〜365日）");
    await days.fill("20");
    const enough = button(aoki, "この日数にする");
    await untilEqual("too few days to be refused", () => enough.isDisabled(), true, assert);
    await days.fill("９０");
    await enough.click();
    await untilEqual("90 days", () => rule("password_days"), 90, assert);
    await saved();
    await lookAt(aoki, "sign-in-rules");
  });

  it("GivenAPasswordThatIsOver_WhenItIsTyped_ThenANewOneIsChosenAtTheSameScreen", async () => {
    await server.makePasswordsOlder(91);
    await typePassword("a.sasaki@minato", old);
    await page.locator(".ui-problem", { hasText: "パスワードの期限が切れました" }).waitFor();
    await lookAt(page, "signin-password-over");
    await page.getByLabel("新しいパスワード").fill("sasaki1985");
    await button(page, "ログインする").click();
    await page.locator(".ui-problem", { hasText: "15文字以上" }).waitFor();
    await page.getByLabel("新しいパスワード").fill(next);
    await button(page, "ログインする").click();
    await page.locator(".talk-item").first().waitFor();
    await server.makePasswordsOlder(80);
    await page.reload();
    await page.getByText("パスワードの期限は").waitFor();
  });

  it("GivenAnAdministratorWithoutASecondFactor_WhenTheyDemandIt_ThenTheirOwnComesFirst", async () => {
    await aoki.reload();
    await choose(aoki, "管理者と、受け持ちのある人には、かならず求める");
    await aoki.locator(".ui-problem", { hasText: "先に、あなた自身の" }).waitFor();
    assert.equal((await rules()).second_for_administrators, false);
  });

  it("GivenTheOldPattern_WhenItIsWanted_ThenTheDangerIsSaidFirstAndAFirstPasswordLetsInOnce", async () => {
    await choose(aoki, "決まった形のはじめのパスワードも使う");
    await sheet(aoki).getByText("IDを見た人はだれでも").waitFor();
    await lookAt(aoki, "sign-in-rules-danger");
    await button(sheet(aoki), "カードだけにする").click();
    assert.equal((await rules()).pattern_passwords, false);
    await choose(aoki, "決まった形のはじめのパスワードも使う");
    await button(sheet(aoki), "危なさを分かって使う").click();
    await aoki.getByRole("heading", { name: "はじめのパスワードを作る" }).waitFor();

    const staff = "氏名,フリガナ,生年(西暦),所属\n早瀬 渚,ハヤセ ナギサ,1982,総務課\n";
    await server.importPeople(Buffer.from(staff));
    await aoki.getByRole("checkbox", { name: /早瀬 渚/ }).check();
    await button(aoki, "1人分を作る").click();
    const first = aoki.locator(".access-firsts li", { hasText: "早瀬 渚" });
    await first.waitFor();
    const [login, password] = await first.locator("code").allTextContents();
    assert.deepEqual([login, password], ["n.hayase1982@minato", "minato1982"]);
    await lookAt(aoki, "sign-in-rules-first");

    await call(page, "DELETE", "session");
    await typePassword(login, password);
    await page.locator(".ui-problem", { hasText: "1回だけ使えます" }).waitFor();
    await page.getByLabel("新しいパスワード").fill(ones);
    await button(page, "ログインする").click();
    await page.getByRole("dialog").waitFor(); // the guideline, for whoever is new
    await call(page, "DELETE", "session");
    await typePassword(login, password);
    await page.locator(".ui-problem", { hasText: "IDかパスワードがちがいます。" }).waitFor();
  });

  it("GivenIdsByStaffNumber_WhenTheImportIsOpened_ThenItSaysSo", async () => {
    await choose(aoki, "職員番号から作る");
    await saved();
    await aoki.goto(`${server.url}/staff-import`);
    await aoki.getByText("「職員番号」の列から作ります").waitFor();
  });
});
