import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, goesRound, tabTo } from "./kit/keys.mjs";
import { keptTexts, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilEqual } from "./kit/until.mjs";

/** The sheets of the times: where each is, what opens it, how it is filled in, what then stands there. */
const sheets = {
  Week: {
    path: "hours",
    opener: '[aria-label="組織の曜日ごとの時間を変える"]',
    async fill(page) {
      const end = '[aria-label="土曜日の終わり"]';
      await tabTo(page, '[aria-label="土曜日に開く"]');
      await page.keyboard.press("Space");
      await tabTo(page, '[aria-label="土曜日の始まり"]');
      await page.keyboard.type("17:00");
      await tabTo(page, end);
      await page.keyboard.type("1:00");
      await page.keyboard.press("Enter");
      await page.locator(`${end}[aria-invalid=true]:focus`).waitFor();
      await tabTo(page, "dialog .hours-fields .ui-button", "翌1:00");
      await page.keyboard.press("Enter");
      await page.locator(`${end}[aria-invalid=false]:focus`).waitFor();
    },
    kept: "土 17:00〜翌1:00",
  },
  SpecialDay: {
    path: "hours",
    opener: '[aria-label="組織の休業日や特別な日を足す"]',
    async fill(page) {
      await typeDay(page);
      await tabTo(page, "dialog [type=checkbox]");
      await page.keyboard.press("Space");
      await tabTo(page, "dialog [type=radio]");
      await page.keyboard.press("ArrowDown");
      await tabTo(page, '[aria-label="その日の終わり"]');
      await page.keyboard.type("1200");
      await tabTo(page, "dialog .ui-field [type=text]");
      await page.keyboard.insertText("大掃除");
    },
    kept: "大掃除 8:30〜12:00",
  },
  Patterns: {
    path: "hours",
    opener: '[aria-label="組織のシフトを変える"]',
    async fill(page) {
      await tabTo(page, "dialog .ui-button", "シフトを足す");
      await page.keyboard.press("Enter");
      await page.locator(".hours-name:focus").waitFor();
      await page.keyboard.insertText("早番");
      await tabTo(page, '[aria-label="早番の始まり"]');
      await page.keyboard.type("7:00");
    },
    kept: "早番 7:00〜17:15",
  },
  Site: {
    path: "sites",
    opener: ".directory-sites .ui-button",
    text: "拠点を加える",
    async fill(page) {
      await tabTo(page, "dialog .ui-field [type=text]");
      await page.keyboard.insertText("南分室");
    },
    kept: "「南分室」を保存しました。",
  },
  DayOff: {
    path: "settings",
    opener: ".hours-mine .ui-button",
    text: "休みの日を足す",
    fill: typeDay,
    kept: /^12月31日\(.\)を休みの日にしました。$/,
  },
};

/** This year's last day, into the parts of the field for a date, whatever their order. */
async function typeDay(page) {
  await tabTo(page, "dialog [type=date]");
  for (let part = 0; part < 3; ++part) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
  }
}

describe("Without a mouse", () => {
  let server, browser, aoki;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    await watanabeReads();
    aoki = await openPage(browser);
    await signIn(aoki, server, "t.aoki");
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

  for (const [which, { path, opener, text = "", fill, kept }] of Object.entries(sheets)) {
    it(`GivenTheSheet${which}_WhenOnlyKeysArePressed_ThenItIsKeptAndTheFocusIsBack`, async () => {
      const page = aoki;
      await page.goto(`${server.url}/${path}`);
      const sheet = page.getByRole("dialog");
      const isBack = async () => {
        await sheet.waitFor({ state: "detached" });
        await page.locator(`${opener}:focus`, { hasText: text }).waitFor();
      };
      await tabTo(page, opener, text);
      await page.keyboard.press("Enter");
      await sheet.waitFor();
      await page.keyboard.press("Escape");
      await isBack();
      await page.keyboard.press("Enter");
      await fill(page);
      await tabTo(page, "dialog .primary");
      await page.keyboard.press("Enter");
      await isBack();
      await page.getByText(kept).first().waitFor();
    });
  }

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
