import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { cardOf, chooseName, leaveCards, make, makeFor } from "./kit/cards_tour.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { large, lookInEach, small } from "./kit/looks.mjs";
import { readQr } from "./kit/qr.mjs";
import { button, call, choose, connected, isRefused, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount } from "./kit/until.mjs";

const department = "生活支援課";
const in_department = 16; // and one is on leave
const away = "木下 沙織";
const sasaki_name = "佐々木 彩";
const issuing = "**/api/v1/directory/people/*/card";
const long = {
  name: "マリア・フェルナンダ・ゴンサレス・デ・ラ・クルス・サントス",
  address: "https://horenso.minato-shakaifukushi.example.jp",
  department: "北部地域福祉センターふれあいプラザ分室・配食ボランティアと見守りの窓口",
};
const staff = `氏名,フリガナ,ID,所属,役職,雇用区分,内線,生年(西暦),入職日
${long.name},${long.name},m.santos@minato,${long.department},主事,正職員,501,1990,2015/4/1
`;
const millimetres = 96 / 25.4;

describe("Sign-in cards", () => {
  let server, browser, page;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await giveEyes(page.context());
    await signIn(page, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    await page.emulateMedia({ media: "screen" });
    noFaults();
  });

  const sheet = () => page.getByRole("dialog");
  const cards = () => page.locator(".access-signin-card");
  const heading = (n) => page.getByRole("heading", { name: `カード ${n}枚` });
  const more = () => button(page, "ほかの人のカードも作る").click();
  const codes = () =>
    page
      .locator(".access-card-code")
      .evaluateAll((all) => all.map((code) => code.textContent.trim().split(/\s+/).join("-")));

  async function openCards() {
    await page.goto(`${server.url}/settings`);
    await page.getByRole("link", { name: "ログインカードを作る" }).click();
    await page.getByRole("checkbox").first().waitFor();
  }

  /** Opens a card's address where nobody is signed in. */
  async function visit(url) {
    const visitor = await openPage(browser, { viewport: phone });
    await visitor.goto(url);
    await visitor.locator(".talk-item, .ui-problem").first().waitFor();
    const isIn = (await visitor.locator(".ui-problem").count()) === 0;
    const who = isIn ? (await call(visitor, "GET", "session")).person.name : "";
    await visitor.context().close();
    return who;
  }

  it("GivenADepartment_WhenCardsAreMade_ThenEverybodyInItHasOneAndTheCodesAreNowhereElse", async () => {
    await openCards();
    await choose(page, "みんな");
    await page.getByText(`休職中の${away}さんには作りません。`).waitFor();
    await chooseName(page, "所属", department);
    await page.getByText(`${in_department}人分のカードを作ります。`).waitFor();
    await button(page, "カードを作る").click();
    await sheet().getByText("印刷すると、A4の用紙で2枚になります。").waitFor();
    await button(sheet(), "やめる").click();
    await untilCount(cards(), 0);
    await make(page, in_department);
    assert.ok(await heading(in_department).evaluate((e) => e === document.activeElement));

    const shown = await codes();
    assert.equal(new Set(shown).size, in_department);
    for (const code of shown) assert.match(code, /^[A-HJKMNP-Z]{4}(-[A-HJKMNP-Z]{4}){4}$/);
    await untilCount(cardOf(page, away), 0);
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, document.title, { ...localStorage }, { ...sessionStorage }]),
    );
    for (const code of shown) assert.ok(!kept.includes(code.slice(0, 9)), kept);
    const said = await cardOf(page, "清水 隆之").innerText();
    for (const word of ["みなと市社会福祉協議会", "シミズ　タカユキ", department, server.url]) {
      assert.ok(said.includes(word), `${word} stands on ${said}`);
    }
    assert.match(said, /有効期限 \d+月\d+日\([日月火水木金土]\) \d+:\d\dまで・1回だけ/);
    assert.match(said, /困ったときは 青木 智子（内線\s102）、森川 浩介（内線\s103）/);
  });

  it("GivenCards_WhenTheyArePrinted_ThenEightStandOnASheetOfA4AndNothingIsCutOff", async () => {
    await more();
    await server.importPeople(Buffer.from(staff));
    await page.route(issuing, async (route) => {
      const response = await route.fetch();
      const card = await response.json();
      const url = card.url.replace(server.url, long.address);
      await route.fulfill({ response, json: { ...card, url } });
    });
    await makeFor(page, long.name, in_department + 1);
    await page.unroute(issuing);
    await page.emulateMedia({ media: "print" });
    for (const part of [".ui-tabs", ".ui-page-head", "h2"]) {
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    }
    const looks = await cards().evaluateAll((all) =>
      all.map((card) => {
        const { width, height } = card.querySelector(".ui-qr").getBoundingClientRect();
        const box = card.getBoundingClientRect();
        const inside = [...card.querySelectorAll("p, h3")].every((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const wide =
            left >= box.left && right <= box.right && text.scrollWidth <= right - left + 1;
          return wide && top >= box.top && bottom <= box.bottom;
        });
        return { qr: Math.min(width, height), height: box.height, inside };
      }),
    );
    for (const { qr, height, inside } of looks) {
      assert.ok(qr >= 26 * millimetres, `${qr / millimetres} mm`);
      assert.ok(inside);
      assert.ok(height < 67 * millimetres, `${height / millimetres} mm`);
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true, path: "build/e2e/cards.pdf" })).toString(
      "latin1",
    );
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 3);
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    assert.deepEqual(sizes.at(0).slice(1).map(Math.round), [595, 842]);
  });

  it("GivenACard_WhenItsCodeIsScanned_ThenItLetsItsHolderInOnceAndTheOlderOneNoMore", async () => {
    await more();
    const older = await makeFor(page, sasaki_name, in_department + 2);
    assert.equal(await readQr(cardOf(page, sasaki_name).locator(".ui-qr")), older.url);
    await more();
    const card = await makeFor(page, sasaki_name, in_department + 2);
    assert.notEqual(card.url, older.url);
    await button(page, `${sasaki_name}さんのカードを大きく見せる`).click();
    const large = sheet().locator(".ui-qr");
    const { width, height } = await large.boundingBox();
    assert.ok(width > 400 && height === width, `${width} by ${height}`);
    const scanned = await readQr(large);
    assert.equal(scanned, card.url);
    assert.ok(scanned.endsWith((await codes()).at(-1)));
    await page.keyboard.press("Escape");

    assert.equal(await visit(older.url), "");
    assert.equal(await visit(scanned), sasaki_name);
    assert.equal(await visit(scanned), "");
  });

  it("GivenCardsOnThePage_WhenItIsLeft_ThenItAsksAndTheyAreGone", async () => {
    const many = await cards().count();
    const stay = () => button(sheet(), "このページに残る").click();
    await page.getByRole("link", { name: /^トーク/ }).click();
    await stay();
    await page.goBack();
    await stay();
    assert.equal(new URL(page.url()).pathname, "/sign-in-cards");
    await untilCount(cards(), many);
    await page.goBack();
    await button(sheet(), "離れる").click();
    await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
    await page.goForward();
    await page.getByRole("checkbox").first().waitFor();
    await untilCount(cards(), 0);
  });

  it("GivenALineThatBreaks_WhenItIsBack_ThenTheRestIsMadeAndWhatWasMadeStays", async () => {
    await openCards();
    await chooseName(page, "所属", department);
    let asked = 0;
    await page.route(issuing, (route) => (++asked === 4 ? route.abort() : route.continue()));
    await button(page, "カードを作る").click();
    await button(sheet(), `${in_department}枚作る`).click();
    await page.getByText("あと13人分は、まだ作っていません。").waitFor();
    assert.ok(await button(page, "続きを作る").evaluate((e) => e === document.activeElement));
    const made = await codes();
    assert.equal(made.length, 3);
    await button(page, "続きを作る").click();
    await heading(in_department).waitFor();
    assert.deepEqual((await codes()).slice(0, 3), made);
    await page.unroute(issuing);
    await leaveCards(page);
  });

  it("GivenCardsBeingMade_WhenStopped_ThenTheOneOnItsWayIsKept", async () => {
    const waiting = [];
    await openCards();
    await chooseName(page, "所属", department);
    await page.route(issuing, (route) => waiting.push(route));
    await button(page, "カードを作る").click();
    await button(sheet(), `${in_department}枚作る`).click();
    await until("the first to be asked for", () => waiting.length === 1);
    await button(page, "止める").click();
    await button(page, "止めています…").waitFor();
    await waiting.shift().continue();
    await page.getByText("あと15人分は、まだ作っていません。").waitFor();
    await untilCount(cards(), 1);
    await page.unroute(issuing);
    await button(page, "ここまでにする").click();
    await leaveCards(page);
  });

  it("GivenAMember_WhenTheyLookForTheCards_ThenThereIsNoLinkAndThePageIsRefused", async () => {
    const member = await openPage(browser, { viewport: phone });
    await signIn(member, server, "k.watanabe");
    await member.getByRole("link", { name: "設定" }).click();
    await member.getByRole("button", { name: "ログアウトする" }).waitFor();
    await untilCount(member.getByRole("link", { name: /カード/ }), 0);
    await member.goto(`${server.url}/sign-in-cards`);
    await isRefused(member);
    await untilCount(member.getByRole("button", { name: "カードを作る" }), 0);
    await member.context().close();
  });

  it("GivenOnlyKeys_WhenCardsAreMade_ThenOneIsShownLargeAndThePageIsLeft", async () => {
    const press = (key) => page.keyboard.press(key);
    await page.goto(`${server.url}/settings`);
    await tabTo(page, ".access-group a", "ログインカードを作る");
    await press("Enter");
    await page.getByRole("checkbox").first().waitFor();
    await tabTo(page, ".ui-form .ui-choice input");
    await press("ArrowRight");
    await tabTo(page, ".ui-form .ui-choice:nth-of-type(2) input");
    await press("Space");
    await page.getByText(/^\d+人分のカードを作ります。$/).waitFor();
    await tabTo(page, ".ui-page-order button");
    await press("Enter");
    await tabTo(page, ".ui-dialog .primary");
    await press("Enter");
    await page.locator("h2:focus", { hasText: /^カード \d+枚$/ }).waitFor();
    await press("Tab");
    assert.match(await focusedText(page), /印刷する/);
    await tabTo(page, ".access-signin-card .ui-button");
    await press("Enter");
    await sheet().locator(".ui-qr").waitFor();
    await press("Escape");
    await page.locator(".access-signin-card .ui-button:focus").first().waitFor();
    await tabTo(page, ".ui-page-head a", "", "Shift+Tab");
    await press("Enter");
    await tabTo(page, ".ui-dialog button", "離れる");
    await press("Enter");
    await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
  });

  it("GivenSomebodySignedInLongAgo_WhenCardsAreMade_ThenThePasswordIsAskedAndTheChosenStay", async () => {
    const password = "みかんばたけのじてんしゃと夕やけ";
    await call(page, "PUT", "me/password", { password });
    await openCards();
    await server.makeOlder("created_at", 11);
    await connected(page);
    await chooseName(page, "所属", department);
    await button(page, "カードを作る").click();
    await button(sheet(), `${in_department}枚作る`).click();
    const proof = page.getByRole("group", { name: "本人かどうかを確かめます" });
    await proof.getByText(`あと${in_department}人分が、選んだまま残っています。`).waitFor();
    const field = proof.getByLabel("いまのパスワード（本人かどうかを確かめます）");
    assert.ok(await field.evaluate((e) => e === document.activeElement));
    await lookInEach(page, [small(desktop), small(phone), large(phone)], "cards-proof");
    await field.fill("ちがうパスワード");
    await button(proof, "確かめて作る").click();
    await proof.getByText("いまのパスワードがちがいます。").waitFor();
    await untilCount(cards(), 0);
    await field.fill(password);
    await button(proof, "確かめて作る").click();
    await heading(in_department).waitFor();
    await untilCount(cards(), in_department);
    await leaveCards(page);
  });

  it("GivenADeviceThatManyUse_WhenTheSessionEnds_ThenTheCardsAreGone", async () => {
    await openCards();
    const card = await makeFor(page, "清水 隆之", 1);
    await server.makeOlder("last_seen_at", 31);
    await page.getByText("みんなで使う端末なので、ログアウトしました").waitFor();
    await untilCount(cards(), 0);
    const left = await page.content();
    assert.ok(!left.includes(card.code) && !left.includes(card.code.slice(0, 4)));
    await signIn(page, server, "t.aoki");
    await openCards();
    await untilCount(cards(), 0);
  });
});
