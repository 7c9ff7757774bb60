import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { composeAndConfirm, realEnter, watchComposing } from "./kit/ime.mjs";
import { openInTwoDays } from "./kit/later.mjs";
import { choose, clauseCard, composer, openRoom, rows, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const person = "渡邊 恵子";

describe("The Enter that confirms a conversion", () => {
  let server, browser, page;
  /** What the page asked the server to change. */
  let asked = [];

  async function freshPage() {
    page = await openPage(browser);
    await watchComposing(page);
    asked = [];
    page.on("request", (request) => {
      const path = new URL(request.url()).pathname;
      if (request.method() === "GET" || /\/(sync|reading|statuses)$/.test(path)) return;
      asked.push(`${request.method()} ${path.replace(/rooms\/\d+/, "rooms/ID")}`);
    });
  }

  before(async () => {
    server = await Server.open();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  /** The guideline may be asked about what stands in a field; that sends nothing. */
  const sent = () => asked.filter((one) => one !== "POST /api/v1/policy/check");

  /** Composing in this field sends nothing to the server; a real Enter then sends once. */
  async function confirmsThenSends(field, text, once) {
    asked = [];
    await composeAndConfirm(page, field, text);
    assert.equal(await field.inputValue(), text);
    assert.deepEqual(sent(), []);
    await realEnter(page);
    await untilEqual("one request", sent, [once], assert);
  }

  it("GivenTheFieldsOfSignIn_WhenAConversionIsConfirmed_ThenOnlyARealEnterSignsIn", async () => {
    await freshPage();
    await page.goto(`${server.url}/signin`);
    await confirmsThenSends(page.getByRole("textbox"), "ほうれんそう", "POST /api/v1/session/code");
    await page.locator(".ui-problem").waitFor();

    await choose(page, "IDとパスワード");
    const [login, password] = [
      page.getByLabel("ID", { exact: true }),
      page.getByLabel("パスワード", { exact: true }),
    ];
    await password.fill("ちがうあいことば");
    await confirmsThenSends(login, "あおき", "POST /api/v1/session/password");
    await page.locator(".ui-problem").waitFor();
    await password.fill("");
    await confirmsThenSends(password, "ちがう", "POST /api/v1/session/password");
    await page.locator(".ui-problem").waitFor();
  });

  it("GivenEnterSends_WhenAConversionIsConfirmed_ThenOnlyARealEnterSendsTheMessageOnce", async () => {
    await freshPage();
    await signIn(page, server, "a.sasaki");
    await page.getByRole("link", { name: "設定" }).click();
    await choose(page, "送る");
    await page.getByRole("radio", { name: "送る" }).and(page.locator(":checked")).waitFor();
    await page.getByRole("link", { name: /^トーク/ }).click();
    await openRoom(page, person);

    const before = (await rows(page)).length;
    await confirmsThenSends(
      composer(page, person),
      "日本語",
      "POST /api/v1/talk/rooms/ID/messages",
    );
    await untilEqual(
      "the message once",
      async () => (await rows(page)).slice(before).map((row) => [row.text, row.kept]),
      [["日本語", true]],
      assert,
    );
    assert.equal(await composer(page, person).inputValue(), "");
  });

  it("GivenTheSheetOfANewRoom_WhenConversionsAreConfirmed_ThenOnlyARealEnterOpensTheRoomOnce", async () => {
    await freshPage();
    await signIn(page, server, "k.watanabe");
    await page.getByRole("button", { name: "新しいトーク" }).click();
    const sheet = page.getByRole("dialog");
    await choose(sheet, "グループ");

    const search = sheet.getByRole("searchbox");
    const everybody = await sheet.getByRole("checkbox").count();
    await composeAndConfirm(page, search, "さとう", async () =>
      assert.equal(
        await sheet.getByRole("checkbox").count(),
        everybody,
        "half a kana finds nothing",
      ),
    );
    await untilEqual(
      "those who are found",
      async () => (await sheet.getByRole("checkbox").count()) < everybody,
      true,
      assert,
    );
    await untilCount(sheet.getByRole("alert"), 0);
    await realEnter(page);
    await sheet.getByRole("alert").waitFor(); // nobody is chosen yet

    await search.fill("ささき");
    await sheet.getByRole("checkbox", { name: /佐々木 彩/ }).check();
    await confirmsThenSends(
      sheet.getByLabel("グループの名前"),
      "秋まつりG",
      "POST /api/v1/talk/rooms",
    );
    await composer(page, "秋まつりG").waitFor();

    await page.getByRole("button", { name: "メンバー", exact: true }).click();
    await sheet.getByRole("button", { name: "メンバーを加える" }).click();
    asked = [];
    await composeAndConfirm(page, sheet.getByRole("searchbox"), "よしだ");
    await realEnter(page);
    await sheet.getByRole("checkbox", { name: /𠮷田 誠/ }).waitFor();
    assert.deepEqual(asked, []);
  });

  it("GivenAReasonThatCanNotWait_WhenAConversionIsConfirmed_ThenOnlyARealEnterSendsItOnce", async () => {
    const other = await openPage(browser);
    await signIn(other, server, "a.sasaki");
    await openInTwoDays(other);
    await other.context().close();
    await freshPage();
    await signIn(page, server, "k.watanabe");
    await openRoom(page, "佐々木 彩");
    await composer(page, "佐々木 彩").fill("川の水が上がっています。");
    await until("the text to be looked at", () => asked.includes("POST /api/v1/policy/check"));
    await page.getByRole("button", { name: "緊急", exact: true }).click();
    const sheet = page.getByRole("dialog");
    await choose(sheet, "ほかの理由");
    await confirmsThenSends(
      sheet.getByRole("textbox"),
      "大雨",
      "POST /api/v1/talk/rooms/ID/messages",
    );
    await sheet.waitFor({ state: "detached" });
  });

  it("GivenTheFieldsOfTheGuideline_WhenConversionsAreConfirmed_ThenOnlyARealEnterKeepsADraft", async () => {
    await freshPage();
    await signIn(page, server, "t.aoki");
    await page.getByRole("link", { name: /^決まり/ }).click();
    const search = page.getByRole("searchbox");
    await page.locator(".policy-clause").first().waitFor();
    const all = await page.locator(".policy-clause").count();
    await composeAndConfirm(page, search, "きゅうしょく", async () =>
      assert.equal(await page.locator(".policy-clause").count(), all, "half a kana finds nothing"),
    );
    await search.fill("B2");
    await clauseCard(page, "B2").getByRole("button", { name: "文を直す" }).click();
    const sheet = page.getByRole("dialog");
    const text = sheet.getByLabel("本文");
    await text.fill("");
    asked = [];
    await composeAndConfirm(page, text, "勤務");
    assert.equal(await text.inputValue(), "勤務");
    assert.deepEqual(asked, []);
    const title = sheet.getByLabel("見出し");
    await title.fill("");
    await confirmsThenSends(title, "使う時間", "PUT /api/v1/policy/clauses/B2/draft");
    await sheet.waitFor({ state: "detached" });
  });

  it("GivenTheFieldsOfAPassword_WhenAConversionIsConfirmed_ThenOnlyARealEnterKeepsIt", async () => {
    await freshPage();
    await signIn(page, server, "m.yoshida");
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByRole("button", { name: "パスワードを決める" }).click();
    const secret = "みかんばたけのじてんしゃと夕やけ";
    await confirmsThenSends(page.getByLabel("新しいパスワード"), secret, "PUT /api/v1/me/password");
    await page.getByRole("button", { name: "パスワードを変える" }).click();
    await page.getByLabel("新しいパスワード").fill(`${secret}空`);
    await confirmsThenSends(page.getByLabel("いまのパスワード"), secret, "PUT /api/v1/me/password");
    await page.getByText("パスワードを決めました。").waitFor();
  });
});
