import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { openBook, openPerson, searchPeople } from "./kit/people_book.mjs";
import { button, call, goTo, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { addSite, names, openSites, save, site, type } from "./kit/sites_tour.mjs";
import { untilCount, untilEqual, untilMatch } from "./kit/until.mjs";

describe("Sites", () => {
  let server, browser, page, colleague;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await signIn(page, server, "t.aoki");
    colleague = await openPage(browser, { viewport: phone });
    await signIn(colleague, server, "a.sasaki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const facts = (of, name) => of.locator(".ui-book-facts > div", { hasText: name });

  it("GivenANewSite_WhenItIsSaved_ThenItsDepartmentsPeopleWorkThere", async () => {
    await openSites(page, server);
    await button(page, "拠点を加える").click();
    await type(page, { 拠点の名前: "南分室", 住所: "みなと市南町7", 電話: "03-0000-3000" });
    await sheet(page)
      .getByRole("checkbox", { name: /^地域福祉課/ })
      .check();
    await save(page, "南分室");
    const all = /みなと市南町7[^]*地域福祉課[^]*16人/;
    await untilMatch("who is there", () => site(page, "南分室").innerText(), all, assert);

    await openBook(colleague);
    await searchPeople(colleague, "南分室", "16人見つかりました");
    await searchPeople(colleague, "佐々木 彩");
    await openPerson(colleague, "佐々木 彩");
    const where = facts(colleague, "勤務地");
    await untilMatch("where", () => where.innerText(), /南分室[^]*みなと市南町7/, assert);
    assert.equal(await where.getByRole("link").getAttribute("href"), "tel:0300003000");
  });

  it("GivenSomebodyWhoWorksElsewhere_WhenTheirPageIsOpened_ThenTheirOwnSiteIsSaid", async () => {
    await goTo(colleague, `${server.url}/people`);
    await searchPeople(colleague, "岡本 千尋");
    await openPerson(colleague, "岡本 千尋");
    await facts(colleague, "勤務地").getByText("北部福祉センター").waitFor();
  });

  it("GivenASite_WhenItIsCalledOtherwise_ThenItsHoursFollow", async () => {
    const closed = { scope: "site", whose: "南分室", day: "05-07", says: "closed", name: "清掃" };
    await call(page, "PUT", "hours/day", closed);
    await button(page, "「南分室」を直す").click();
    await type(page, { 拠点の名前: "南センター" });
    await save(page, "南センター");
    await page.getByRole("link", { name: "拠点の働く時間を決める" }).click();
    const card = page.getByRole("article", { name: "南センター", exact: true });
    await card.getByText("清掃").waitFor();
    await page.getByRole("link", { name: "拠点を加える・変える" }).click();
    await button(page, "拠点を加える").waitFor();
  });

  it("GivenSites_WhenOneIsMovedAndAnEmptyOneIsRemoved_ThenTheListFollows", async () => {
    await addSite(page, "空家");
    await untilEqual(
      "all",
      () => names(page),
      ["みなと市総合福祉センター", "北部福祉センター", "南センター", "空家"],
      assert,
    );
    await button(page, "「空家」を上へ").click();
    await page.getByText("「空家」を動かしました。").waitFor();
    await button(page, "「空家」を消す").click();
    await button(sheet(page), "消す").click();
    const gone = "「空家」を消しました。";
    await untilEqual("the focus where it is said", () => focusedText(page), gone, assert);
    await untilEqual(
      "the others",
      () => names(page),
      ["みなと市総合福祉センター", "北部福祉センター", "南センター"],
      assert,
    );
    await untilCount(button(page, "「南センター」を消す"), 0);
  });

  it("GivenOnlyKeys_WhenASiteIsAdded_ThenTheFocusIsNeverLost", async () => {
    await tabTo(page, ".directory-sites .ui-button", "拠点を加える");
    await page.keyboard.press("Enter");
    await tabTo(page, "dialog .ui-field [type=text]");
    await page.keyboard.insertText("西分室");
    await page.keyboard.press("Enter");
    await page.getByText("「西分室」を保存しました。").waitFor();
    await untilMatch(
      "the focus where it was",
      () => focusedText(page),
      /^\s*拠点を加える\s*$/,
      assert,
    );
  });

  it("GivenAMember_WhenTheyLookAtSites_ThenTheyReadThemAndChangeNothing", async () => {
    await goTo(colleague, `${server.url}/sites`);
    await site(colleague, "南センター").waitFor();
    await untilCount(colleague.locator(".directory-sites-body button"), 0);
  });
});
