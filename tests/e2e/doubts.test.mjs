import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { openPhone } from "./kit/devices_tour.mjs";
import { copySession, isItI } from "./kit/doubts_tour.mjs";
import { takePicture } from "./kit/looks.mjs";
import { button, call, openRoom, send, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount, untilMatch } from "./kit/until.mjs";

const partner = "渡邊 恵子";
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";

describe("Use that can't be one person's", () => {
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

  const asked = async (page) => (await call(page, "GET", "me/doubts")).doubts;

  it("GivenAPcAndATelephone_WhenBothAreUsedTogether_ThenNobodyIsAsked", async () => {
    const pc = await openPage(browser);
    await signIn(pc, server, "a.sasaki");
    const mobile = await openPage(browser, { viewport: phone, userAgent: iphone });
    const { url } = await server.card("a.sasaki");
    await mobile.goto(url);
    await mobile.locator(".talk-item").first().waitFor();
    for (const page of [pc, mobile]) await openRoom(page, partner);
    for (const turn of [1, 2, 3]) {
      for (const page of [pc, mobile]) await send(page, `${turn}回目です。`);
    }
    await mobile.getByText("3回目です。").nth(1).waitFor();
    assert.deepEqual(await asked(pc), []);
    await untilCount(isItI(pc), 0);
    for (const page of [pc, mobile]) await page.context().close();
  });

  it("GivenACopiedSession_WhenItWasI_ThenItIsClosedAndNotAskedAgain", async () => {
    const page = await openPage(browser);
    await signIn(page, server, "a.sasaki");
    await copySession(page);
    await isItI(page).waitFor();
    for (const said of [/iPhone Safari/, /Linux Chrome/, /まだ何も止めていません/]) {
      await untilMatch("both uses", () => sheet(page).innerText(), said, assert);
    }
    await button(sheet(page), "はい、わたしです").click();
    await sheet(page).waitFor({ state: "detached" });
    await copySession(page);
    assert.deepEqual(await asked(page), []);
    await page.context().close();
  });

  it("GivenACopiedSession_WhenItWasNotI_ThenEverySessionEndsAndAdministratorsSeeIt", async () => {
    const page = await openPage(browser);
    await signIn(page, server, "k.watanabe");
    const mobile = await openPhone(browser, server, "k.watanabe");
    await copySession(page);
    await isItI(page).waitFor();
    await administrator.goto(`${server.url}/device-admin`);
    const part = administrator.locator(".access-devices-part", { hasText: "心当たりのない利用" });
    await part.getByText("届けはありません。").waitFor();
    await button(sheet(page), "いいえ").click();
    await button(sheet(page), "ログインを止めて、知らせる").click();
    for (const one of [page, mobile]) await one.locator(".access-code").waitFor();
    await part.getByText("渡邊 恵子さん").waitFor();
    await part.getByText(/ログイン\d+件を止めました/).waitFor();
    await part.scrollIntoViewIfNeeded();
    await takePicture(administrator, "doubts-denied");
    for (const one of [page, mobile]) await one.context().close();
  });
});
