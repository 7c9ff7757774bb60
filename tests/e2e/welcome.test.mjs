import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, goesRound, tabTo } from "./kit/keys.mjs";
import { call, choose, chooseSetting, deviceSaid, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const titles = [
  "ようこそ",
  "報告・連絡・相談のために",
  "個人情報を守る",
  "使う時間",
  "この端末のこと",
  "決まりを読んで、同意する",
];

describe("The first sign-in (clause B7)", () => {
  let server, browser;

  before(async () => {
    server = await Server.open();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const sheet = (page) => page.getByRole("dialog");
  const next = (page) => sheet(page).getByRole("button", { name: "次へ" });
  const screen = (page, n) => sheet(page).getByText(`${n} / 6`, { exact: true }).waitFor();

  async function newcomerPage(options = {}) {
    const page = await openPage(browser, options);
    await page.goto((await server.card("h.onishi")).url);
    await screen(page, 1);
    return page;
  }

  it("GivenAPhone_WhenSomebodyNewSignsIn_ThenTheTextGrowsAtOnceAndAReloadGoesOnThere", async () => {
    const page = await newcomerPage({ viewport: phone });
    await sheet(page).getByText("大西", { exact: false }).first().waitFor();
    await choose(sheet(page), "特大");
    await page.locator(":root[data-size=extra_large]").waitFor();
    await next(page).click();
    await screen(page, 2);
    await page.screenshot({ path: "build/e2e/welcome-phone.png" });
    await page.reload();
    await screen(page, 2);
    await sheet(page).getByRole("button", { name: "戻る" }).click();
    await screen(page, 1);
    await choose(sheet(page), "中");
    await page.locator(":root[data-size=medium]").waitFor();
    await page.context().close();
  });

  it("GivenSomebodyNew_WhenTheyReadOn_ThenWhatALeakCostsAndWhenItIsQuietIsSaid", async () => {
    const page = await newcomerPage();
    await next(page).click();
    await sheet(page).getByText("休暇や残業の申請は書きません。", { exact: false }).waitFor();
    await next(page).click();
    await sheet(page).getByText("1件あたり2万円", { exact: false }).waitFor();
    await sheet(page).getByText("32人分なら64万円", { exact: false }).waitFor();
    await next(page).click();
    await sheet(page).getByText("時間外は、返事をしなくてかまいません。").waitFor();
    await page.context().close();
  });

  it("GivenClausesThatAreOff_WhenSomebodyNewSignsIn_ThenNothingIsSaidOfThem", async () => {
    const administrator = await openPage(browser);
    await signIn(administrator, server, "t.aoki");
    for (const clause of ["B6", "B8", "B3", "3.2"]) {
      await chooseSetting(administrator, clause, "main", "off");
    }
    const page = await newcomerPage();
    const words = [];
    for (let n = 1; n < 6; ++n) {
      await screen(page, n);
      words.push(await sheet(page).textContent());
      await next(page).click();
    }
    const all = words.join("\n");
    for (const word of ["申請", "私用には", "鳴りません", "2万円"]) {
      assert.ok(!all.includes(word), word);
    }
    assert.ok(all.includes("時間外でも通知します。"));
    for (const [clause, mode] of [
      ["B6", "confirm"],
      ["B8", "on"],
      ["B3", "on"],
      ["3.2", "on"],
    ]) {
      await chooseSetting(administrator, clause, "main", mode);
    }
    await administrator.context().close();
    await page.context().close();
  });

  it("GivenNoTimeNow_WhenItIsPutOff_ThenItWaitsAndGoesOnWhereItWas", async () => {
    const page = await newcomerPage({ viewport: phone });
    await next(page).click();
    await screen(page, 2);
    await sheet(page)
      .getByText(/\d+月\d+日\([日月火水木金土]\)までにお願いします。/)
      .waitFor();
    await sheet(page).getByRole("button", { name: "あとで" }).click();
    await sheet(page).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("link", { name: "決まり 確認のお願いがあります" }).click();
    await page.getByRole("button", { name: "読んで確認する" }).click();
    await screen(page, 2);
    await page.context().close();
  });

  it("GivenADeviceOfMany_WhenThatIsSaidOnTheWay_ThenTheServerKnowsAndNoticesHideWhatIsWritten", async () => {
    const page = await newcomerPage();
    for (let n = 1; n < 5; ++n) await next(page).click();
    await screen(page, 5);
    await choose(sheet(page), "自分のスマホ・パソコン（私物）");
    await untilEqual("it to be one's own", () => deviceSaid(page), "own", assert);
    await choose(sheet(page), "みんなで使うパソコン");
    await untilEqual("it to be shared", () => deviceSaid(page), "shared", assert);
    await sheet(page)
      .getByText("みんなで使う端末では、内容は出しません。", { exact: false })
      .waitFor();
    await page.context().close();
  });

  it("GivenOnlyKeys_WhenSomebodyNewGoesThroughAll_ThenTheGuidelineIsAcceptedAndNothingIsAskedAgain", async () => {
    const page = await newcomerPage();
    const press = (key) => page.keyboard.press(key);
    for (const [i, title] of titles.entries()) {
      await screen(page, i + 1);
      await untilEqual("the focus on the heading", () => focusedText(page), title, assert);
      if (i === 0) {
        await tabTo(page, ".policy-welcome .ui-choice input");
        await press("ArrowRight");
        await page.locator(":root[data-size=large]").waitFor();
      }
      if (i === 5) await readByKeys(page);
      else await tabTo(page, ".ui-dialog .primary", "次へ");
      if (i < 5) await press("Enter");
    }
    await tabTo(page, ".ui-dialog .primary", "読みました。同意します");
    await press("Enter");
    await sheet(page).waitFor({ state: "detached" });
    const { accepted, edition } = await call(page, "GET", "policy/clauses");
    assert.equal(accepted, edition.number);
    await page.reload();
    await page.locator(".talk-item").first().waitFor();
    await page.getByRole("link", { name: "決まり", exact: true }).waitFor();
    await untilCount(sheet(page), 0);
    await page.context().close();
  });

  /** The whole text, in its box. */
  async function readByKeys(page) {
    await tabTo(page, ".policy-welcome-text");
    await page.keyboard.press("End");
    const box = page.locator(".policy-welcome-text");
    await until("the end of the text", () =>
      box.evaluate((it) => it.scrollTop + it.clientHeight > it.scrollHeight - 4),
    );
    await goesRound(page);
  }
});
