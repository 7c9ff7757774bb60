import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { cp932 } from "./kit/cp932.mjs";
import {
  acceptGuideline,
  choose,
  composer,
  keptTexts,
  openRoom,
  send,
  signIn,
  signInFirst,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount, untilEqual } from "./kit/until.mjs";

const sheet = [
  "氏名,フリガナ,ID,所属,役職,雇用区分,内線,生年(西暦),入職日",
  "髙見澤 ﾕｳｺ,タカミザワ ユウコ,y.takamizawa@minato,総務課,主事,正職員,109,2003,令和8年4月1日",
  '"小田 進","オダ ススム",s.oda@minato,総務課,"運転員\r\n(北支所)",臨時職員,108,1959,2026/4/1',
];

describe("The first day of a new person", () => {
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

  it("GivenASheetFromExcel_WhenImported_ThenTheCardOfTheNewPersonOpensTheOffice", async () => {
    const counted = await server.importPeople(cp932(`${sheet[0]}\r\n${sheet[1]}\r\n`));
    assert.deepEqual(counted, { added: 1, changed: 0, unchanged: 0 });

    const page = await openPage(browser);
    const card = await server.card("y.takamizawa");
    await page.goto(card.url);
    await acceptGuideline(page);
    await page.locator(".talk-item", { hasText: "正職員G" }).waitFor();
    assert.equal(new URL(page.url()).hash, "");
    assert.equal(new URL(page.url()).pathname, "/t");
    await page.goBack().catch(() => undefined);
    assert.ok(!page.url().includes(card.code), "the code is not in the history either");

    await page.goto(`${server.url}/settings`);
    await page.getByText("髙見澤 ﾕｳｺ", { exact: true }).waitFor();
    await page.getByText("ID: y.takamizawa@minato").waitFor();
  });

  it("GivenACardThatWasUsed_WhenItIsOpenedAgain_ThenItIsRefusedInWords", async () => {
    const card = await server.card("m.todo");
    const first = await openPage(browser);
    await first.goto(card.url);
    await first.locator(".talk-item").first().waitFor();

    const second = await openPage(browser);
    await second.goto(card.url);
    await second.locator(".ui-problem").waitFor();
    await untilCount(second.locator(".talk-item"), 0);
  });

  it("GivenAnOpenList_WhenAPersonIsImported_ThenThatPersonCanBeWrittenToAtOnce", async () => {
    const aoki = await openPage(browser);
    await signIn(aoki, server, "t.aoki");
    await server.importPeople(cp932(`${sheet[0]}\r\n${sheet[2].replace("\r\n", "")}\r\n`));

    await aoki.getByRole("button", { name: "新しいトーク" }).click();
    await aoki.getByRole("searchbox").fill("おだ");
    await aoki.getByRole("radio", { name: /小田 進/ }).check();
    await aoki.getByRole("button", { name: "トークを始める" }).click();
    await composer(aoki, "小田 進").waitFor();
    await send(aoki, "ようこそ。朝礼は8時30分からです。");

    const oda = await openPage(browser);
    await signInFirst(oda, server, "s.oda");
    await openRoom(oda, "青木 智子");
    await untilEqual(
      "the first word",
      () => keptTexts(oda, "ようこそ"),
      ["ようこそ。朝礼は8時30分からです。"],
      assert,
    );
  });

  it("GivenAPasswordChosenInTheSettings_WhenSignedOut_ThenItLetsIn", async () => {
    const page = await openPage(browser);
    await signIn(page, server, "k.morikawa");
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByRole("button", { name: "パスワードを決める" }).click();
    await page.getByLabel("新しいパスワード").fill("みかん畑 自転車 夕やけの空です");
    await page.getByRole("button", { name: "決める", exact: true }).click();
    await page.getByText("パスワードを決めました。").waitFor();
    await page.getByRole("button", { name: "ログアウトする" }).click();

    await choose(page, "IDとパスワード");
    await page.getByLabel("ID", { exact: true }).fill("k.morikawa@minato");
    await page.getByLabel("パスワード", { exact: true }).fill("みかん畑 自転車 夕やけの空です");
    await page.getByRole("button", { name: "ログインする" }).click();
    await page.locator(".talk-item").first().waitFor();
  });
});
