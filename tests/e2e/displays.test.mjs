import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage } from "./kit/browser.mjs";
import { makeDisplay, openDisplays } from "./kit/displays_tour.mjs";
import { focusedText } from "./kit/keys.mjs";
import { takePicture } from "./kit/looks.mjs";
import { button, call, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual, untilMatch } from "./kit/until.mjs";

const television = { width: 1920, height: 1080 };
const name = "本所のカウンター";

describe("Screens on walls", () => {
  let server, browser, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    await signIn(administrator, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const said = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
  /** A screen whose time the test lets pass. */
  async function hang(url, viewport = television) {
    const wall = await openPage(browser, { viewport });
    await wall.clock.install();
    await wall.goto(url);
    return wall;
  }
  async function makeOne(department = "") {
    const wish = { name: "画面", department };
    return await call(administrator, "POST", "displays", wish);
  }
  const sizeOf = (wall, what) =>
    wall
      .locator(what)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

  it("GivenAnAdministrator_WhenADisplayIsMadeAndItsCodeScanned_ThenTheScreenShowsTheDepartmentAndNothingElse", async () => {
    await openDisplays(administrator, server);
    const url = await makeDisplay(administrator, name, "地域福祉課");
    const code = () => sheet(administrator).innerText();
    await untilMatch("the code", code, /[A-Z]{4} [A-Z]{4}[^]*1回だけ使えます/, assert);
    await button(sheet(administrator), "閉じる").click();
    await said(administrator, `「${name}」を作りました。`);
    const wall = await hang(url);
    await wall.locator(".display-person").first().waitFor();
    assert.equal(new URL(wall.url()).hash, "");
    for (const said of [
      /\d+月\d+日\([日月火水木金土]\)/,
      /地域福祉課/,
      /佐々木 彩/,
      /勤務中|時間外|休み/,
    ]) {
      await untilMatch("the picture", () => wall.locator("main").innerText(), said, assert);
    }
    await untilCount(wall.getByRole("button"), 0);
    await takePicture(wall, "display-1920");
    await wall.setViewportSize(desktop);
    await takePicture(wall, "display-1440");
    await administrator.reload();
    await administrator.getByText(/最後に表示した日時 今日/).waitFor();
    await wall.context().close();
  });

  it("GivenAWall_WhenReadFromThreeMetres_ThenNamesAreLargeOnEveryScreenAndNothingIsCutOff", async () => {
    for (const [viewport, least] of [
      [television, 38],
      [desktop, 28],
    ]) {
      const wall = await hang((await makeOne()).url, viewport);
      await wall.locator(".display-person").first().waitFor();
      assert.ok((await sizeOf(wall, ".display-name")) >= least, "names");
      assert.ok((await sizeOf(wall, ".display-clock")) >= 2 * least, "clock");
      const fits = (box) =>
        box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
      assert.ok(await wall.locator("main").evaluate(fits), "all of it is there");
      for (const one of await wall.locator(".display-name").all()) {
        assert.ok(await one.evaluate(fits), await one.innerText());
      }
      await takePicture(wall, `display-all-${viewport.width}`);
      await wall.context().close();
    }
  });

  it("GivenMorePeopleThanFit_WhenTimePasses_ThenThePagesTurn", async () => {
    const wall = await hang((await makeOne()).url);
    const first = await wall.locator(".display-name").first().innerText();
    await wall.clock.fastForward(15_000);
    await wall
      .locator(".display-name")
      .first()
      .filter({ hasNotText: first.split("\n")[0] })
      .waitFor();
    await wall.context().close();
  });

  it("GivenAScreen_WhenTheServerCantBeReached_ThenItSaysSinceWhenAndGoesOnByItself", async () => {
    const wall = await hang((await makeOne("総務課")).url);
    await wall.locator(".display-person").first().waitFor();
    await wall.context().setOffline(true);
    await wall.clock.fastForward(31_000);
    await said(wall, "サーバーにつながりません。");
    assert.ok((await wall.locator(".display-person").count()) > 0);
    await takePicture(wall, "display-stale");
    await wall.context().setOffline(false);
    await wall.clock.fastForward(31_000);
    await wall.getByText("サーバーにつながりません。").waitFor({ state: "detached" });
    await wall.context().close();
  });

  it("GivenAScreen_WhenItIsEndedOnThePage_ThenItForgetsWhatItShowedAtItsNextQuestion", async () => {
    await openDisplays(administrator, server);
    const url = await makeDisplay(administrator, "おわる画面", "総務課");
    await button(sheet(administrator), "閉じる").click();
    const wall = await hang(url);
    await wall.locator(".display-person").first().waitFor();
    await button(administrator, "「おわる画面」を終わらせる").click();
    await button(sheet(administrator), "終わらせる").click();
    const ended = "「おわる画面」を終わらせました。";
    await untilEqual("the focus where it is said", () => focusedText(administrator), ended, assert);
    await wall.clock.fastForward(31_000);
    await wall.getByText("この画面では、壁掛け表示を続けられません。").waitFor();
    const people = () => wall.locator(".display-person").count();
    await untilEqual("nobody to stand there", people, 0, assert);
    await wall.context().close();
  });

  it("GivenATelevisionWithoutACamera_WhenTheCodeIsTyped_ThenAWrongOneIsExplainedAndTheRightOneShows", async () => {
    const { code } = await makeOne("総務課");
    const wall = await hang(`${server.url}/display`);
    await wall.getByLabel("表示のコード").fill("ABCD EFGH JKMN PQRS TUVW");
    await wall.keyboard.press("Enter");
    await wall.getByText("このコードは使えません。").waitFor();
    await wall.getByLabel("表示のコード").fill(code.toLowerCase().replaceAll("-", ""));
    await wall.keyboard.press("Enter");
    await wall.locator(".display-person").first().waitFor();
    await wall.context().close();
  });

  it("GivenTheNight_WhenTheScreenStandsThere_ThenItIsDarkUntilTheMorning", async () => {
    const wall = await hang((await makeOne("総務課")).url);
    await wall.locator(".display-person").first().waitFor();
    const isAsIsRight = async () => {
      const hour = new Date(Date.now() + 9 * 3_600_000).getUTCHours();
      const theme = await wall.evaluate(() => document.documentElement.dataset.theme);
      return theme === (hour >= 18 || hour < 7 ? "dark" : "light");
    };
    await until("the light of the hour", isAsIsRight);
    await wall.context().close();
  });
});
