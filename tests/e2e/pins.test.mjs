// 交代する: one PC, several people, each with a PIN (clause 3.3).
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { tabTo } from "./kit/keys.mjs";
import { large, lookInEach, small } from "./kit/looks.mjs";
import { button, openRoom, roomItem, send, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilEqual } from "./kit/until.mjs";

const looks = [small(desktop), small(phone), { ...large(phone), rules: undefined }];
const [sasaki, watanabe] = ["佐々木 彩", "渡邊 恵子"];
const pin = "739184";
const secret = "渡邊だけの内緒の話";
/** From the key to the next person's screen, on a machine that does other things as well. */
const second_ms = 1_000;

describe("A PC that people take over by PIN", () => {
  let server, browser, page, elsewhere;
  const line = () => page.locator(".access-switch-line");
  const name = (of) => page.getByRole("button", { name: of });
  const field = () => page.locator(".access-pin");

  const lookAt = (what) => lookInEach(page, looks, what);
  async function choosePin(on, digits = pin) {
    await on.getByRole("link", { name: "設定" }).click();
    await button(on, "PINを決める").click();
    await on.getByLabel("新しいPIN（数字6桁）").fill(digits);
    await button(on, "決める").click();
  }
  async function typePin(digits) {
    await field().fill(digits);
    await button(page, "交代する").click();
  }
  const cookieOf = async () =>
    (await page.context().cookies()).find(({ name }) => name === "horenso_session").value;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await giveEyes(page.context());
    await signIn(page, server, "a.sasaki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenADigitRowOrADate_WhenChosenAsAPin_ThenItIsRefusedAndABetterOneIsKept", async () => {
    await choosePin(page, "123456");
    await page.locator(".ui-problem", { hasText: "思いつきやすい" }).waitFor();
    await page.getByText("数字を見せる").click();
    await lookAt("settings-pin-refused");
    await page.getByLabel("新しいPIN（数字6桁）").fill(pin);
    await button(page, "決める").click();
    await page.getByText("PINを決めました。").waitFor();
    await page.getByText(/まで$/).first().waitFor();
    await page.getByText("PINを決めました。").scrollIntoViewIfNeeded();
    await lookAt("settings-pin");
  });

  it("GivenSomebodyElseAtThePC_WhenAColleagueTakesOverByKeysAlone_ThenNothingOfTheFormerPersonIsLeft", async () => {
    await line().getByText(`${sasaki}さんの画面です`).waitFor();
    await line().getByRole("link", { name: "交代する" }).click();
    await name("ほかの人").click();
    await button(page, "ログインする").waitFor();
    await signIn(page, server, "k.watanabe");
    await openRoom(page, sasaki);
    await page.locator(".talk-textarea").fill(secret);
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByRole("heading", { name: "設定" }).waitFor();
    const former = await cookieOf();
    await page.evaluate(() => sessionStorage.setItem("horenso.draft.1.1", "ほかの人の下書き"));

    await tabTo(page, ".access-switch-line a", "交代する");
    await page.keyboard.press("Enter");
    await name(sasaki).waitFor();
    await lookAt("switch-names");
    await tabTo(page, ".access-colleagues button", sasaki);
    await page.keyboard.press("Enter");
    await page.locator(".access-pin:focus").waitFor();
    await lookAt("switch-pin");
    await field().focus();
    await page.keyboard.type(pin);
    const began = Date.now();
    await page.keyboard.press("Enter");
    await line().getByText(`${sasaki}さんの画面です`).waitFor();
    const took = Date.now() - began;
    assert.ok(took < 3 * second_ms, `${took} ms until the next person's screen`);

    const dead = await fetch(`${server.url}/api/v1/session`, {
      headers: { cookie: `horenso_session=${former}` },
    });
    assert.equal(dead.status, 401);
    const kept = await page.evaluate(async () => ({
      texts: [...Object.values(localStorage), ...Object.values(sessionStorage)].join(),
      databases: (await indexedDB.databases()).length,
      caches: "caches" in window ? (await caches.keys()).length : 0,
    }));
    assert.doesNotMatch(kept.texts, new RegExp(secret));
    assert.match(kept.texts, /ほかの人の下書き/, "what is another's stays theirs");
    assert.deepEqual([kept.databases, kept.caches], [0, 0]);
    for (let back = 0; back < 3; ++back) {
      await page.goBack().catch(() => undefined);
      if (!page.url().startsWith(server.url)) break;
      assert.doesNotMatch(new URL(page.url()).pathname, /^\/(t\/\d+|settings)$/);
    }
    await page.goto(server.url);
    await roomItem(page, watanabe).waitFor();
    await openRoom(page, watanabe);
    assert.equal(await page.locator(".talk-textarea").inputValue(), "");
  });

  it("GivenWhoCameByPin_WhenTheyLookAtTheirSettings_ThenAFullSignInIsAskedForPins", async () => {
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByText("PINで交代した画面なので").waitFor();
  });

  it("GivenTextThatHasNotLeft_WhenThePCIsTakenOver_ThenItIsSaidBeforeAndStaysUntilSomebodySaysYes", async () => {
    await page.getByRole("link", { name: /^トーク/ }).click();
    await openRoom(page, watanabe);
    await page.route("**/messages", (route) => route.abort());
    await send(page, "まだ届いていない文");
    await page.getByText("まだ届いていない文").waitFor();
    await line().getByRole("link", { name: "交代する" }).click();
    await name("ほかの人").click();
    await sheet(page).getByText("まだ送れていません").waitFor();
    await lookAt("switch-unsent");
    await button(sheet(page), "戻って送る").click();
    await page.unroute("**/messages");
    await openRoom(page, watanabe);
    const staying = page.locator(".talk-stuck, .talk-meta.pending");
    await untilEqual("the message to leave", () => staying.count(), 0, assert);
  });

  it("GivenFiveWrongPins_WhenTheOwnerLooks_ThenTheyAreToldAndTheFullWayIsOpen", async () => {
    await line().getByRole("link", { name: "交代する" }).click();
    await name("ほかの人").click();
    await button(page, "ログインする").waitFor();
    await page.getByRole("link", { name: "PINで交代する" }).click();
    await name(sasaki).click();
    for (let i = 0; i < 4; ++i) {
      await typePin("408273");
      await page.locator(".ui-problem", { hasText: "PINがちがいます。" }).waitFor();
      await untilEqual("the field to be empty", () => field().inputValue(), "", assert);
    }
    await typePin("408273");
    await page.locator(".ui-problem", { hasText: "PINを止めました" }).waitFor();
    await page.locator(".access-colleagues button", { hasText: "PINは止まっています" }).waitFor();
    await lookAt("switch-closed");

    elsewhere = await openPage(browser, { viewport: phone });
    await signIn(elsewhere, server, "a.sasaki");
    await elsewhere.getByText("あなたのPINのまちがいが5回続いた").waitFor();
    await button(elsewhere, "分かりました").click();
    await elsewhere.getByText("あなたのPINのまちがいが5回続いた").waitFor({ state: "detached" });
  });
});
