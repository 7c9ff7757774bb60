import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { choose, connected, deviceSaid, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilEqual } from "./kit/until.mjs";

const sasaki_name = "佐々木 彩";
const watanabe_name = "渡邊 恵子";

describe("A PC that many use", () => {
  let server, browser, page;
  const field = () => page.locator(".talk-textarea");
  const chosen = (label) => page.getByRole("radio", { name: label, exact: true }).isChecked();
  const toSettings = () => page.getByRole("link", { name: "設定" }).click();

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await signIn(page, server, "a.sasaki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenAPC_WhenSomebodySignsIn_ThenTheCookieGoesWithTheBrowserUntilTheDeviceIsSaidToBeOnesOwn", async () => {
    assert.equal(await deviceSaid(page), "shared");
    await toSettings();
    assert.equal(await chosen("みんなで使うパソコン"), true);
    await choose(page, "自分のスマホ・パソコン（私物）");
    await untilEqual("the server to know", () => deviceSaid(page), "own", assert);
    await page.reload();
    await page.getByRole("heading", { name: "設定" }).waitFor();
    assert.equal(await chosen("自分のスマホ・パソコン（私物）"), true);
    await choose(page, "みんなで使うパソコン");
    await untilEqual("the server to know", () => deviceSaid(page), "shared", assert);
  });

  it("GivenWhoSignedInLongAgo_WhenTheDeviceIsSaidToBeOnesOwn_ThenItIsExplainedAndStaysShared", async () => {
    await server.makeOlder("created_at", 31);
    await connected(page);
    await choose(page, "自分のスマホ・パソコン（私物）");
    await page
      .locator(".ui-problem", { hasText: "まだ「みんなで使うパソコン」のままです。" })
      .waitFor();
    await until("the choice to be as it was", () => chosen("みんなで使うパソコン"));
    assert.equal(await deviceSaid(page), "shared");
  });

  it("GivenAScreenLeftOpen_WhenHalfAnHourIsOver_ThenTheSignInScreenSaysWhyAndTheNextPersonSeesNothing", async () => {
    await page.getByRole("link", { name: /^トーク/ }).click();
    await openRoom(page, watanabe_name);
    await send(page, "窓口に来客です。");
    await field().fill("書きかけの内緒話");

    await server.makeOlder("last_seen_at", 31);
    await page.getByText("みんなで使う端末なので、ログアウトしました").waitFor();
    assert.doesNotMatch(await page.locator("body").innerText(), /窓口|内緒話/);

    await signIn(page, server, "k.watanabe");
    await openRoom(page, sasaki_name);
    assert.equal(await field().inputValue(), "");

    const { url } = await server.card("a.sasaki");
    await page.goto(url);
    await page.getByRole("button", { name: "ログインする" }).click();
    await openRoom(page, watanabe_name);
    assert.equal(await field().inputValue(), "書きかけの内緒話");
  });
});
