import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import {
  box,
  device,
  devicesOf,
  lossOf,
  makeWaiting,
  nameDevice,
  openColleague,
  openDevices,
  openNetworks,
  openPhone,
  signInOn,
} from "./kit/devices_tour.mjs";
import { button, call, openRoom, send, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const lost_title = "この端末は紛失として届けられています";
const watanabe_name = "渡邊 恵子";
const millimetres = 96 / 25.4;

describe("Devices, lost ones and networks", () => {
  let server, browser, pc, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    pc = await openPage(browser);
    administrator = await openPage(browser);
    await signIn(pc, server, "a.sasaki");
    await signIn(administrator, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const said = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
  const kept = (page) =>
    page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).length,
      caches: "caches" in globalThis ? await caches.keys() : [],
    }));
  const nothing_kept = { local: {}, session: {}, databases: 0, caches: [] };
  const heading = (page, name) => page.getByRole("heading", { name, exact: true });

  async function closePhone(page) {
    await page.context().close();
  }

  it("GivenAPhoneOfMine_WhenItIsRenamedAndEndedFromThePC_ThenItIsCalledSoAndSignedOutThere", async () => {
    const mobile = await openPhone(browser, server, "a.sasaki");
    await nameDevice(mobile, "ふるい名前");
    await openDevices(pc, server);
    await untilCount(device(pc, "この端末"), 1);
    assert.match(
      await device(pc, "ふるい名前").innerText(),
      /私物[^]*最後に使った日時 今日 \d+時ごろ/,
    );
    await button(pc, "「ふるい名前」の名前を変える").click();
    await sheet(pc).getByLabel("端末の名前").fill("彩のスマホ");
    await button(sheet(pc), "保存する").click();
    await said(pc, "「彩のスマホ」に変えました。");
    await button(pc, "「彩のスマホ」をログアウトさせる").click();
    await button(sheet(pc), "やめる").click();
    await untilCount(device(pc, "彩のスマホ"), 1);
    await button(pc, "「彩のスマホ」をログアウトさせる").click();
    await button(sheet(pc), "ログアウトさせる").click();
    await said(pc, "「彩のスマホ」をログアウトさせました。");
    await untilCount(device(pc, "彩のスマホ"), 0);
    await mobile.locator(".access-code").waitFor();
    await closePhone(mobile);
  });

  it("GivenOtherDevicesOfMine_WhenAllAreEnded_ThenOnlyThisOneGoesOn", async () => {
    const mobile = await openPhone(browser, server, "a.sasaki");
    await openDevices(pc, server);
    await button(pc, "この端末のほかを、すべてログアウトさせる").click();
    await button(sheet(pc), "ログアウトさせる").click();
    await said(pc, "この端末のほかを、すべてログアウトさせました。");
    await mobile.locator(".access-code").waitFor();
    assert.deepEqual(
      (await devicesOf(pc)).filter(({ signed_in }) => signed_in).map(({ here }) => here),
      [true],
    );
    await closePhone(mobile);
  });

  it("GivenAPhoneInUse_WhenItIsReportedLostFromThePC_ThenItIsEmptyWithinASecondAndWhatCouldBeSeenIsSaid", async () => {
    const mobile = await openPhone(browser, server, "a.sasaki");
    await nameDevice(mobile, "なくすスマホ");
    await openRoom(mobile, watanabe_name);
    await send(mobile, "これから伺います。");
    await mobile.locator(".talk-textarea").fill("書きかけの内緒話");
    await until("the draft to be kept", async () =>
      JSON.stringify(await kept(mobile)).includes("内緒話"),
    );

    await openDevices(pc, server);
    await button(pc, "「なくすスマホ」をなくした").click();
    await sheet(pc)
      .getByText("次につながったとき、その端末の中に残っているものが消えます。")
      .waitFor();
    const reported = pc.waitForResponse((reply) => reply.url().endsWith("/access/losses"));
    await button(sheet(pc), "紛失を届ける").click();
    await reported;
    const from = performance.now();
    await heading(mobile, lost_title).waitFor();
    assert.ok(performance.now() - from < 1_000, `${performance.now() - from} ms`);
    await untilEqual("the phone to be empty", () => kept(mobile), nothing_kept, assert);
    assert.doesNotMatch(await mobile.locator("body").innerText(), /伺います|内緒話|渡邊/);

    const report = await sheet(pc).innerText();
    for (const words of [
      /端末1台を止めました/,
      /アドレス帳 \d+人/,
      /グループ「地域福祉課」 \d+件/,
      /青木 智子（内線/,
    ]) {
      assert.match(report, words);
    }
    await button(sheet(pc), "分かりました").click();
    await device(pc, "なくすスマホ").getByText("紛失", { exact: true }).waitFor();
    await untilCount(device(pc, "なくすスマホ").getByRole("button"), 0);

    await button(pc, "「なくすスマホ」が見つかった").click();
    await button(sheet(pc), "見つかった").click();
    await said(pc, "「なくすスマホ」が見つかったことを記録しました。");
    await lossOf(pc, "なくすスマホ").getByText("見つかりました").waitFor();
    await button(mobile, "もう一度確かめる").click();
    await mobile.locator(".access-code").waitFor();
    await signInOn(mobile, server, "a.sasaki", "own");
    await mobile.locator(".talk-item").first().waitFor();
    await closePhone(mobile);
  });

  it("GivenALostPhoneWithoutALine_WhenItShowsUpAgain_ThenItEmptiesItself", async () => {
    const mobile = await openPhone(browser, server, "a.sasaki");
    const id = await nameDevice(mobile, "圏外のスマホ");
    await openRoom(mobile, watanabe_name);
    await mobile.context().setOffline(true);
    await send(mobile, "圏外で書きました。");
    const { person } = await call(pc, "GET", "session");
    await call(pc, "POST", "access/losses", { person: person.id, device: id });
    assert.match(JSON.stringify(await kept(mobile)), /圏外で書きました/);
    await mobile.context().setOffline(false);
    await heading(mobile, lost_title).waitFor();
    await untilEqual("the phone to be empty", () => kept(mobile), nothing_kept, assert);
    await mobile.reload();
    await mobile
      .getByText(/紛失として届けられています|カードのコード/)
      .first()
      .waitFor();
    await closePhone(mobile);
  });

  it("GivenAWalletCard_WhenItIsMadeAndPrinted_ThenItIsACardWithoutANameAndItsNumberIsOnThePageOnly", async () => {
    await openDevices(pc, server);
    await button(pc, "カードを作る").click();
    await button(sheet(pc), "作る").click();
    await heading(pc, "カードができました").waitFor();
    const card = pc.locator(".access-wallet-card");
    const words = await card.innerText();
    assert.match(words, /みなと市社会福祉協議会[^]*スマホをなくしたとき/);
    assert.ok(words.includes(`${server.url}/lost`), words);
    assert.doesNotMatch(words, /佐々木/);
    const number = (await card.locator(".access-wallet-number").innerText()).trim().split(/\s+/);
    for (const group of number) assert.match(group, /^[A-Z]{4}$/);
    assert.equal(number.length, 5);
    assert.ok(!JSON.stringify(await kept(pc)).includes(number[0]));

    await pc.emulateMedia({ media: "print" });
    const { width, height } = await card.boundingBox();
    assert.deepEqual(
      [width, height].map((px) => Math.round(px / millimetres)),
      [91, 55],
    );
    const fits = (box) =>
      box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
    assert.ok(await card.evaluate(fits), "nothing is cut off");
    const pdf = (await pc.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
    assert.equal(await heading(pc, "自分の端末").isVisible(), false);
    await pc.emulateMedia({ media: "screen" });

    await pc.getByRole("link", { name: /^トーク/ }).click();
    await button(sheet(pc), "このページに残る").click();
    await untilCount(card, 1);
    await pc.getByRole("link", { name: /^トーク/ }).click();
    await button(sheet(pc), "離れる").click();
    await pc.goBack();
    await button(pc, "カードを作る").waitFor();
  });

  it("GivenAWalletCard_WhenItsNumberIsTypedOnAColleaguesPC_ThenThePhoneIsDeadAndAWrongOneIsExplained", async () => {
    const mobile = await openPhone(browser, server, "k.watanabe");
    const { number } = await call(mobile, "POST", "me/wallet-card");
    const theirs = await openPage(browser);
    await signIn(theirs, server, "k.morikawa");
    await theirs.goto(`${server.url}/lost`);
    await theirs.getByLabel("カードの番号").fill("ABCD EFGH JKMN PQRS");
    await button(theirs, "端末を止める").click();
    await theirs.locator(".ui-problem").waitFor();
    const wide = number
      .toLowerCase()
      .replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await theirs.getByLabel("カードの番号").fill(` ${wide.replace(/-/g, "　")}`);
    await button(theirs, "端末を止める").click();
    await heading(theirs, "端末を止めました").waitFor();
    await heading(mobile, lost_title).waitFor();
    await untilEqual("the phone to be empty", () => kept(mobile), nothing_kept, assert);
    await theirs.context().close();
    await closePhone(mobile);
  });

  it("GivenAColleagueWithoutTheirPhone_WhenSomebodyReportsItForThem_ThenItIsDead", async () => {
    const mobile = await openPhone(browser, server, "t.shimizu");
    await openColleague(pc, server, "清水 隆之");
    await button(pc, "清水 隆之さんの端末の紛失を届ける").click();
    await button(sheet(pc), "紛失を届ける").click();
    await sheet(pc)
      .getByText(/端末1台を止めました/)
      .waitFor();
    await button(sheet(pc), "分かりました").click();
    await heading(mobile, lost_title).waitFor();
    await closePhone(mobile);
  });

  it("GivenThatAdministratorsAgreeFirst_WhenTheyDo_ThenTheWaitingPhoneGoesOnByItself", async () => {
    const mobile = await openPage(browser, { viewport: phone });
    await makeWaiting(administrator, mobile, server, "k.watanabe");
    await administrator.goto(`${server.url}/device-admin`);
    const waiting = administrator.locator(".access-devices-part", {
      has: heading(administrator, "承認を待つ端末"),
    });
    await waiting.getByText(`${watanabe_name}さん`).waitFor();
    await waiting.getByRole("button", { name: /を承認する$/ }).click();
    await said(administrator, /を承認しました。$/);
    await mobile.locator(".talk-item").first().waitFor();
    await closePhone(mobile);
  });

  it("GivenNetworks_WhenTheyAreSaved_ThenTheRulesHoldAndAnythingThatLocksOneOutKeepsWhatWasTyped", async () => {
    await openNetworks(administrator, server);
    await administrator.getByText("回線が登録されていないので", { exact: false }).waitFor();
    await button(administrator, "いまの回線を事務所として加える").click();
    assert.equal(await administrator.getByLabel("アドレスの範囲").inputValue(), "127.0.0.0/24");
    await administrator.getByLabel("名前").fill("本所");
    for (const kind of [
      "職場のパソコン（自分の席）",
      "みんなで使うパソコン",
      "私物のスマホ・パソコン",
    ]) {
      await box(administrator, `${kind} 事務所で`, "管理").uncheck();
    }
    await button(administrator, "保存する").click();
    await administrator.locator(".ui-problem").waitFor();
    assert.equal(await administrator.getByLabel("名前").inputValue(), "本所");
    for (const kind of ["職場のパソコン（自分の席）", "みんなで使うパソコン"]) {
      await box(administrator, `${kind} 事務所で`, "管理").check();
    }
    await box(administrator, "私物のスマホ・パソコン 事務所の外で", "ログイン").uncheck();
    await button(administrator, "保存する").click();
    await said(administrator, "保存しました。");
    await administrator.getByText("この決まりは、いま効いています。").waitFor();
    const { networks, allowances } = await call(administrator, "GET", "access/places");
    assert.deepEqual(networks, [{ name: "本所", addresses: "127.0.0.0/24", kind: "office" }]);
    const away = allowances.find((one) => one.device === "own" && one.network === "elsewhere");
    assert.deepEqual([away.sign_in, away.download, away.administration], [false, false, false]);
  });
});
