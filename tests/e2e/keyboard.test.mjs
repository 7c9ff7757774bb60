import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, goesRound, tabTo } from "./kit/keys.mjs";
import { keptTexts, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilEqual } from "./kit/until.mjs";

describe("Without a mouse", () => {
  let server, browser;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    await watanabeReads();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  /** Somebody whose screen is open, so that what is sent is read. */
  async function watanabeReads() {
    const page = await openPage(browser);
    await signIn(page, server, "k.watanabe");
    await openRoom(page, "佐々木 彩");
  }

  for (const [where, viewport] of Object.entries({ phone, desktop })) {
    it(`GivenA${where}_WhenOnlyKeysArePressed_ThenOneSignsInWritesReadsAndSignsOut`, async () => {
      const page = await openPage(browser, { viewport });
      const press = (...keys) =>
        keys.reduce((p, key) => p.then(() => page.keyboard.press(key)), Promise.resolve());
      const { code } = await server.card("a.sasaki");
      await page.goto(server.url);
      await page.getByRole("button", { name: "ログインする" }).waitFor();

      await tabTo(page, ".access-code");
      await page.keyboard.type(code);
      await press("Enter");
      await page.locator(".talk-item").first().waitFor();

      await tabTo(page, ".talk-item", "渡邊 恵子");
      await press("Enter");
      await page.locator(".talk-scroller").waitFor();
      await tabTo(page, ".talk-textarea");
      const text = `キーボードから ${where}`;
      await page.keyboard.insertText(text);
      await press("Control+Enter");
      await untilEqual("the message", () => keptTexts(page, text), [text], assert);
      await page.locator(".talk-row", { hasText: text }).locator(".talk-read").waitFor();

      await tabTo(page, ".talk-place:last-child .talk-read", "", "Shift+Tab");
      await press("Enter");
      const sheet = page.getByRole("dialog", { name: "読んだ人" });
      await sheet.getByText("渡邊 恵子").waitFor();
      await goesRound(page);
      await press("Escape");
      await sheet.waitFor({ state: "detached" });
      assert.match(await focusedText(page), /既読/, "the focus is back where it was");

      if (where === "phone") {
        await tabTo(page, ".talk-back", "", "Shift+Tab");
        await press("Enter");
        await page.locator(".talk-item").first().waitFor();
      }
      await tabTo(page, ".ui-tabs a", "設定");
      await press("Enter");
      await tabTo(page, ".access-settings input[value=medium]");
      await press("ArrowRight", "ArrowRight");
      await page.locator(":root[data-size=extra_large]").waitFor();
      await press("ArrowLeft", "ArrowLeft");
      await page.locator(":root[data-size=medium]").waitFor();
      await tabTo(page, ".access-settings button", "ログアウトする");
      await press("Enter");
      await page.getByRole("button", { name: "ログインする" }).waitFor();
    });
  }

  it("GivenAnyScreen_WhenTabIsHeldDown_ThenTheFocusGoesRoundAndCanAlwaysBeSeen", async () => {
    const page = await openPage(browser);
    await page.goto(`${server.url}/signin`);
    await page.getByRole("button", { name: "ログインする" }).waitFor();
    await goesRound(page);
    await signIn(page, server, "a.sasaki");
    await goesRound(page);
    await openRoom(page, "地域福祉課");
    await send(page, "ひとこと");
    await goesRound(page);
    await page.getByRole("link", { name: /^決まり/ }).click();
    await goesRound(page);
    await page.getByRole("link", { name: "設定" }).click();
    await goesRound(page);
  });

  it("GivenARoom_WhenF6IsPressed_ThenItGoesFromPartToPartAndBack", async () => {
    const page = await openPage(browser);
    await signIn(page, server, "a.sasaki");
    await openRoom(page, "地域福祉課");
    const part = () =>
      page.evaluate(() => document.activeElement.closest("[data-region]")?.className);
    const start = await part();
    const seen = [];
    do {
      await page.keyboard.press("F6");
      seen.push(await part());
    } while (seen.at(-1) !== start && seen.length < 10);
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, 4, seen.join(" "));
    await page.keyboard.press("Shift+F6");
    assert.equal(await part(), seen.at(-2));
  });
});
