import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { goesRound, tabTo } from "./kit/keys.mjs";
import { count, openBook, openPerson, personRow, searchPeople } from "./kit/people_book.mjs";
import { call, choose, composer, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const departments = ["総務課", "地域福祉課", "生活支援課", "介護支援課"];
const sasaki_name = "佐々木 彩";
const watanabe_name = "渡邊 恵子";
const week = (opens, closes) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

const names = (page) => page.locator(".ui-book-row strong").allTextContents();
const sections = (page) => page.locator(".ui-book-list h2");
const person = (page) => page.locator(".ui-book-page");
const talkButton = (page) => person(page).getByRole("button", { name: "トーク" });
const fact = (page, name) =>
  page.locator(".ui-book-facts > div").filter({ has: page.locator("dt", { hasText: name }) });
const scrolled = (page) => page.locator(".ui-book-scroller").evaluate((e) => e.scrollTop);

describe("The address book", () => {
  let server, browser, sasaki, watanabe, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    sasaki = await openPage(browser, { viewport: phone, hasTouch: true });
    watanabe = await openPage(browser);
    administrator = await openPage(browser);
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await signIn(administrator, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function openAnew(page) {
    await page.goto(`${server.url}/people`);
    await page.locator(".ui-book-row").first().waitFor();
  }

  it("GivenTheList_WhenHiraganaNumbersAndWordsAreTyped_ThenTheyAreFoundHoweverItIsPutTogether", async () => {
    await openBook(sasaki);
    await count(sasaki)
      .getByText(/^\d+人$/)
      .waitFor();
    for (const mode of ["組織", "雇用区分", "五十音"]) {
      await choose(sasaki, mode);
      await searchPeople(sasaki, "わたなべ", "1人見つかりました");
      assert.deepEqual(await names(sasaki), [watanabe_name]);
    }
    assert.deepEqual(await sections(sasaki).allTextContents(), ["わ行 1人"]);
    await searchPeople(sasaki, "２０１", "1人見つかりました");
    assert.deepEqual(await names(sasaki), [watanabe_name]);
    await searchPeople(sasaki, "総務　うんてん", "見つかりませんでした");
    await sasaki.getByText("名前の一部、ひらがな、").waitFor();
    await searchPeople(sasaki, "総務　運転", "1人見つかりました");
    assert.deepEqual(await names(sasaki), ["河合 勇"]);
  });

  it("GivenDepartments_WhenLookedAt_ThenTheyStandAsInTheListOfStaffAndEverybodyIsInTheirs", async () => {
    await openAnew(administrator);
    const people = await call(administrator, "GET", "directory/people");
    const staff = people.people;
    const staffOf = (name) => staff.filter(({ department }) => department === name).length;
    const headings = departments.map((name) => `${name} ${staffOf(name)}人`);
    const seen = new Set();
    await until("the end of the list", async () => {
      for (const heading of await sections(administrator).allTextContents()) seen.add(heading);
      await administrator.locator(".ui-book-scroller").hover();
      await administrator.mouse.wheel(0, 500);
      return seen.has(headings.at(-1));
    });
    assert.deepEqual(
      [...seen].filter((heading) => headings.includes(heading)),
      headings,
    );
    await openPerson(administrator, "安藤 美智子");
    await fact(administrator, "所属").getByText("介護支援課").waitFor();
    await fact(administrator, "役職").getByText("課長").waitFor();
    await fact(administrator, "ID").getByText("m.ando@minato").waitFor();
    const dial = person(administrator).getByRole("link", { name: /内線 401/ });
    assert.equal(await dial.getAttribute("href"), "tel:401");
  });

  it("GivenTheRowsOfSounds_WhenOneIsPressed_ThenTheListGoesThere", async () => {
    await openAnew(sasaki);
    await choose(sasaki, "五十音");
    for (const row of ["ま", "わ", "か"]) {
      await sasaki.getByRole("button", { name: `${row}行へ移る` }).tap();
      const heading = sections(sasaki).filter({
        hasText: new RegExp(`^${row}行`),
      });
      await until(`the row ${row}`, () =>
        heading.evaluate((e) => e === document.activeElement && e.checkVisibility()),
      );
      const { y } = await heading.boundingBox();
      assert.ok(y > 0 && y < phone.height, `${row} stands at ${y}`);
      if (row === "か") assert.ok(y < phone.height / 2, `${row} stands at ${y}`);
    }
  });

  it("GivenSomebodysPage_WhenTalkIsPressed_ThenTheRoomWeHaveIsOpenedOrMadeOnce", async () => {
    const rooms = [];
    for (let i = 0; i < 2; ++i) {
      for (const name of [watanabe_name, "内田 静江"]) {
        await openAnew(sasaki);
        await searchPeople(sasaki, name);
        await openPerson(sasaki, name);
        await talkButton(sasaki).tap();
        await composer(sasaki, name).waitFor();
        rooms.push(sasaki.url());
      }
    }
    assert.deepEqual(rooms.slice(2), rooms.slice(0, 2));
    assert.notEqual(rooms[0], rooms[1]);
    await openAnew(sasaki);
    await searchPeople(sasaki, sasaki_name);
    await openPerson(sasaki, sasaki_name);
    await untilCount(talkButton(sasaki), 0);
  });

  it("GivenSomebodysTimes_WhenTheyChange_ThenTheirPageSaysSo", async () => {
    await openAnew(sasaki);
    await searchPeople(sasaki, watanabe_name);
    await call(watanabe, "PUT", "hours/me/week", { week: week(0, 1500) });
    await openPerson(sasaki, watanabe_name);
    await fact(sasaki, "いま").getByText("勤務中です").waitFor();
    await call(watanabe, "PUT", "hours/me/week", { week: [] });
    await fact(sasaki, "いま").getByText("時間外です").waitFor();
    await call(watanabe, "PUT", "hours/me/week", {});
  });

  it("GivenALeave_WhenAnAdministratorSetsItHere_ThenListPageAndRoomSayItAndOnlyWhenItIsOn", async () => {
    const name = "岡本 千尋";
    const sheet = administrator.getByRole("dialog");
    const set = async (button, first, last) => {
      await person(administrator).getByRole("button", { name: button }).click();
      await sheet.getByLabel("始まりの日").fill(first);
      await sheet.getByLabel("終わりの日").fill(last);
      await sheet.getByRole("button", { name: "登録する" }).click();
      await sheet.waitFor({ state: "detached" });
    };
    await openAnew(administrator);
    await searchPeople(administrator, name);
    await openPerson(administrator, name);
    await set("休職を登録", "2099-01-05", "2099-03-31");
    await fact(administrator, "休職").getByText("これから").waitFor();
    await openAnew(sasaki);
    await searchPeople(sasaki, name);
    await openPerson(sasaki, name);
    await fact(sasaki, "所属").waitFor();
    await untilCount(fact(sasaki, "休職"), 0);

    await set("休職を変える", "2026-01-05", "2099-03-31");
    const days = "2026年1月5日(月)〜2099年3月31日(火)";
    await fact(sasaki, "休職").getByText(days).waitFor();
    await sasaki.goBack();
    await personRow(sasaki, name).getByText("休職中").waitFor();
    await openPerson(sasaki, name);
    await talkButton(sasaki).tap();
    await sasaki.getByText(`${name}さんは休職中です。`).waitFor();
    await person(administrator).getByRole("button", { name: "休職を変える" }).click();
    await sheet.getByRole("button", { name: "休職を取り消す（復職）" }).click();
    await sheet.waitFor({ state: "detached" });
    await untilCount(fact(administrator, "休職"), 0);
  });

  it("GivenAListThatWasSearchedAndScrolled_WhenOneComesBack_ThenItIsAsItWas", async () => {
    await openAnew(sasaki);
    await choose(sasaki, "五十音");
    await sasaki.getByRole("button", { name: "は行へ移る" }).tap();
    const there = await untilStill(sasaki);
    const name = await sasaki.evaluate(() => {
      const inside = ({ top, bottom }) => top > 200 && bottom < 700;
      const rows = [...document.querySelectorAll(".ui-book-row")];
      const row = rows.find((one) => inside(one.getBoundingClientRect()));
      return row.querySelector("strong").textContent;
    });
    await openPerson(sasaki, name);
    await sasaki.goBack();
    await untilEqual("the place in the list", () => scrolled(sasaki), there, assert);
    await until("the row to have the focus", () =>
      personRow(sasaki, name).evaluate((row) => row === document.activeElement),
    );

    await searchPeople(sasaki, "かわ");
    const found = await names(sasaki);
    await openPerson(sasaki, found[0]);
    await sasaki.getByRole("link", { name: "戻る" }).click();
    await untilEqual("the people that were found", () => names(sasaki), found, assert);
    assert.equal(await sasaki.getByRole("searchbox").inputValue(), "かわ");
    assert.ok(await sasaki.getByRole("radio", { name: "五十音" }).isChecked());
  });

  async function untilStill(page) {
    let before = -1;
    await until("the list to stand still", async () => {
      const now = await scrolled(page);
      const still = now > 0 && now === before;
      before = now;
      return still;
    });
    return before;
  }

  it("GivenOnlyKeys_WhenSomebodyIsLookedFor_ThenTheyAreWrittenTo", async () => {
    const press = (key) => watanabe.keyboard.press(key);
    await watanabe.goto(`${server.url}/t`);
    await watanabe.locator(".talk-item").first().waitFor();
    await tabTo(watanabe, ".ui-tabs a", "アドレス帳");
    await press("Enter");
    await watanabe.locator(".ui-book-row").first().waitFor();
    await tabTo(watanabe, ".ui-book-modes input");
    await press("ArrowRight");
    await press("ArrowRight");
    await tabTo(watanabe, ".ui-book-letters button", "や");
    await press("Enter");
    await watanabe.locator("h2:focus", { hasText: "や行" }).waitFor();
    await press("Tab");
    await watanabe.locator(".ui-book-row:focus", { hasText: "山" }).waitFor();
    await tabTo(watanabe, ".ui-book-list .ui-search input", "", "Shift+Tab");
    await watanabe.keyboard.insertText("ささき");
    await count(watanabe).getByText("1人見つかりました").waitFor();
    await goesRound(watanabe);
    await tabTo(watanabe, ".ui-book-row", sasaki_name);
    await press("Enter");
    await watanabe.locator("h2:focus", { hasText: sasaki_name }).waitFor();
    await press("Tab");
    await press("Enter");
    await composer(watanabe, sasaki_name).waitFor();
  });

  it("GivenTheFocusOnARowOrAHeading_WhenSomebodyJoins_ThenItStaysThere", async () => {
    for (const page of [watanabe, sasaki]) {
      await openAnew(page);
      await choose(page, "五十音");
    }
    const row = personRow(watanabe, "秋山 順子");
    await row.focus();
    await sasaki.getByRole("button", { name: "か行へ移る" }).tap();
    const heading = sasaki.locator("h2:focus", { hasText: "か行" });
    await heading.waitFor();
    const before = await count(sasaki).textContent();
    await server.importPeople(
      Buffer.from(
        "氏名,フリガナ,ID,所属,役職,雇用区分,内線\n相川 新,アイカワ アラタ,a.aikawa@minato,総務課,主事,正職員,109\n",
      ),
    );
    await personRow(watanabe, "相川 新").waitFor();
    await until("the focus on the row", () => row.evaluate((e) => e === document.activeElement));
    await count(sasaki).filter({ hasNotText: before }).waitFor();
    await heading.waitFor();
  });

  it("GivenARoom_WhenANameInItsSheetsIsPressed_ThenThePersonsPageOpensAndBackIsTheRoom", async () => {
    await watanabe.goto(`${server.url}/t`);
    await watanabe.locator(".talk-item", { hasText: sasaki_name }).first().click();
    const room = watanabe.url();
    await watanabe.getByRole("button", { name: "メンバー", exact: true }).click();
    await watanabe.getByRole("dialog").getByRole("link", { name: sasaki_name }).click();
    await person(watanabe).getByRole("heading", { name: sasaki_name }).waitFor();
    await untilCount(watanabe.getByRole("dialog"), 0);
    await watanabe.goBack();
    await composer(watanabe, sasaki_name).waitFor();
    assert.equal(watanabe.url(), room);
  });
});
