import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { openPerson, searchPeople } from "./kit/people_book.mjs";
import { button, call, isRefused, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import {
  answerRetired,
  closed,
  openStaffChanges,
  openStaffing,
  planWritten,
  plans,
  unanswerRetired,
  writeTransfer,
} from "./kit/staff_changes_tour.mjs";
import { until, untilCount } from "./kit/until.mjs";

const okamoto = "岡本 千尋";
const none = "予定している異動や退職はありません。";
const april = "2099年4月1日(水)";
const march = "2099年3月31日(火)";
const hours_ahead = 9;
const today = () => new Date(Date.now() + hours_ahead * 3_600_000).toISOString().slice(0, 10);

describe("Transfers and retirements (clauses 3.9, 6.4)", () => {
  let server, browser, page, sasaki;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    sasaki = await openPage(browser, { viewport: phone });
    await signIn(page, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    await page.emulateMedia({ media: "screen" });
    noFaults();
  });

  const inSheet = (text) => sheet(page).getByText(text);
  const said = (text) => page.getByRole("status").filter({ hasText: text }).waitFor();
  const fact = (where, name) =>
    where
      .locator(".ui-book-facts > div")
      .filter({ has: where.locator("dt", { hasText: new RegExp(`^${name}$`) }) });
  const planned = async () => (await call(page, "GET", "directory/planned")).planned;
  const hasFocus = (locator) => locator.evaluate((e) => e === document.activeElement);

  async function callOff(what) {
    await page.getByRole("button", { name: what }).click();
    await button(sheet(page), "取り消す").click();
    await closed(page);
  }

  it("GivenATransfer_WhenItIsPlanned_ThenItIsSeenAndNothingChangesAndItCanBeCalledOff", async () => {
    await openStaffing(page, server, okamoto);
    await writeTransfer(page, "2099-04-01", {});
    await inSheet(`${april} 0:00から変わります。`).waitFor();
    await button(sheet(page), "内容を確かめる").click();
    await inSheet("変わるところがありません。").waitFor();
    await sheet(page).getByLabel("所属", { exact: true }).selectOption("総務課");
    await sheet(page).getByLabel("役職", { exact: true }).fill("主任");
    await button(sheet(page), "兼務を加える").click();
    await sheet(page).getByLabel("兼務1の役職").fill("係長");
    await button(sheet(page), "内容を確かめる").click();
    await inSheet("兼務の所属を選ぶか").waitFor();
    await until("the focus on what is wrong", () =>
      hasFocus(sheet(page).getByLabel("兼務1の所属")),
    );
    await sheet(page).getByLabel("兼務1の所属").selectOption("生活支援課");
    await button(sheet(page), "内容を確かめる").click();
    const changes = sheet(page).locator(".ui-field-changes");
    assert.deepEqual(await changes.locator("dt").allTextContents(), ["所属", "役職", "兼務"]);
    assert.deepEqual(await changes.locator("strong").allTextContents(), [
      "総務課",
      "主任",
      "生活支援課／係長",
    ]);
    await button(sheet(page), "予定する").click();
    await closed(page);
    await said(`${april}からの異動を予定しました。`);
    await plans(page).getByText(`${april} 0:00から`).waitFor();
    await fact(page, "所属").getByText("地域福祉課").waitFor();
    const [{ fields }] = await planned();
    assert.deepEqual(
      fields.map(({ field }) => field),
      ["department", "position", "posts"],
    );

    await page.getByRole("link", { name: "みんなの人事の予定を見る" }).click();
    await page.getByRole("heading", { name: april }).waitFor();
    await page.getByRole("link", { name: okamoto }).waitFor();
    await callOff(`${okamoto}さんの${april}からの異動を取り消す`);
    await page.getByText(none).waitFor();
    await said(`${okamoto}さんの異動を取り消しました。`);
    assert.deepEqual(await planned(), []);
  });

  it("GivenATransferThatIsBeingWritten_WhenTheSheetAndThePageAreLeft_ThenItIsThereAgain", async () => {
    await openStaffing(page, server, okamoto);
    await writeTransfer(page, "2099-04-01", { 担当: "広報" });
    await page.keyboard.press("Escape");
    await closed(page);
    await page.getByRole("link", { name: /^トーク/ }).click();
    await page.locator(".talk-item").first().waitFor();
    await page.goBack();
    await button(page, "異動を予定する").click();
    await inSheet("まだ予定していない内容が残っています。").waitFor();
    assert.equal(await sheet(page).getByLabel("担当").inputValue(), "広報");
    assert.equal(await sheet(page).getByLabel("いつから").inputValue(), "2099-04-01");
    await button(sheet(page), "いまの内容に戻す").click();
    assert.equal(await sheet(page).getByLabel("担当").inputValue(), "");
    await page.keyboard.press("Escape");
    await closed(page);
  });

  it("GivenARefusal_WhenATransferIsPlanned_ThenItIsSaidAndNothingTypedIsLost", async () => {
    await openStaffing(page, server, okamoto);
    const path = "**/api/v1/directory/people/*/transfer";
    await page.route(path, (route) => route.abort());
    await writeTransfer(page, "2099-04-01", { 担当: "広報" });
    await button(sheet(page), "内容を確かめる").click();
    await button(sheet(page), "予定する").click();
    await sheet(page).locator(".ui-problem").waitFor();
    await page.unroute(path);
    await button(sheet(page), "直す").click();
    assert.equal(await sheet(page).getByLabel("担当").inputValue(), "広報");
    await planWritten(page, "予定する");
    await callOff(/異動を取り消す$/);
    await untilCount(plans(page), 0);
    await until("the focus on what was done", async () =>
      (await focusedText(page)).includes("異動を取り消しました"),
    );
  });

  it("GivenARetirement_WhenItIsPlanned_ThenItSaysWhatComesAndIsChangedAndCalledOff", async () => {
    await openStaffing(page, server, okamoto);
    await button(page, "退職を予定する").click();
    await sheet(page).getByLabel("最後の日").fill("2020-01-01");
    await button(sheet(page), "退職を予定する").click();
    await inSheet("今日か、これからの日を入れてください。").waitFor();
    await sheet(page).getByLabel("最後の日").fill("2099-03-31");
    await inSheet(`${april} 0:00に、自動でこうなります`).waitFor();
    await inSheet(`${march}が終わるまでは、取り消せます。`).waitFor();
    await page.screenshot({ path: "build/e2e/staff-retirement.png" });
    await button(sheet(page), "退職を予定する").click();
    await closed(page);
    await plans(page).getByText(`${march}が最後の日`).waitFor();
    await button(page, "退職の日を変える").click();
    await sheet(page).getByLabel("最後の日").fill("2099-03-30");
    await button(sheet(page), "この日に変える").click();
    await closed(page);
    await plans(page).getByText("2099年3月30日(月)が最後の日").waitFor();
    await untilCount(plans(page), 1);

    await writeTransfer(page, "2099-04-01", {});
    await inSheet("この異動は行われません。").waitFor();
    await page.keyboard.press("Escape");
    await closed(page);
    await callOff(/退職を取り消す$/);
    await button(page, "退職を予定する").waitFor();
    assert.deepEqual(await planned(), []);
  });

  it("GivenSomebodyWhoIsRehired_WhenTheHintIsPressed_ThenItIsATransferOfTheNextDay", async () => {
    await openStaffing(page, server, okamoto);
    await button(page, "退職を予定する").click();
    await sheet(page).getByLabel("最後の日").fill("2099-03-31");
    await button(sheet(page), "4月1日(水)からの異動にする").click();
    assert.equal(await sheet(page).getByLabel("いつから").inputValue(), "2099-04-01");
    await until("the focus on the employment type", () =>
      hasFocus(sheet(page).getByRole("radio", { name: "特定業務職員" })),
    );
    await page.keyboard.press("ArrowRight");
    await planWritten(page, "予定する");
    const [{ day, kind, fields }] = await planned();
    assert.deepEqual([day, kind], ["2099-04-01", "transfer"]);
    assert.deepEqual(fields, [{ field: "employment", before: "特定業務職員", after: "臨時職員" }]);
    await callOff(/異動を取り消す$/);
  });

  it("GivenATransferForToday_WhenItIsSaved_ThenEverybodySeesItAtOnce", async () => {
    const kawai = "河合 勇";
    await openStaffing(page, server, kawai);
    await writeTransfer(page, today(), {
      所属: "生活支援課",
      電話: "0596-00-0108",
      担当: "公用車の点検",
    });
    await inSheet("保存すると、すぐに変わります。").waitFor();
    await planWritten(page, "すぐに変える");
    await fact(page, "所属").getByText("生活支援課").waitFor();
    await fact(page, "担当").getByText("公用車の点検").waitFor();
    assert.deepEqual(await planned(), []);

    await sasaki.goto(`${server.url}/people`);
    await sasaki.locator(".ui-book-row").first().waitFor();
    for (const words of ["0596000108", "点検"]) {
      await searchPeople(sasaki, words, "1人見つかりました");
    }
    await openPerson(sasaki, kawai);
    const dial = sasaki.getByRole("link", { name: `${kawai}さんの電話 0596-00-0108 にかける` });
    assert.equal(await dial.getAttribute("href"), "tel:0596000108");
  });

  it("GivenSomebodyRetired_WhenTheProofIsOpened_ThenItFitsOnA4AndNamesNobody", async () => {
    await answerRetired(page);
    await openStaffChanges(page, server);
    await button(page, "退職者 3の削除の証明を見る").click();
    await page.locator("h2:focus", { hasText: "退職者の情報を削除した証明" }).waitFor();
    await page.getByText("2026年11月1日(日) 0:00").waitFor();
    await page.getByRole("row", { name: /トークルームへの参加 14件/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    for (const part of [".ui-tabs", ".ui-page-head", ".directory-buttons"]) {
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    }
    const box = await page.locator(".directory-proof-box").boundingBox();
    assert.ok(box.height > 40, `the box for the name is ${box.height} high`);
    const file = { preferCSSPageSize: true, path: "build/e2e/proof.pdf" };
    const pdf = (await page.pdf(file)).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
    await page.emulateMedia({ media: "screen" });
    await button(page, "一覧へ戻る").click();
    await until("the focus on the row", () => hasFocus(button(page, "退職者 3の削除の証明を見る")));
    await unanswerRetired(page);
  });

  it("GivenAMember_WhenTheyLook_ThenTheyPlanNothingAndThePageIsRefused", async () => {
    await sasaki.goto(`${server.url}/people`);
    await searchPeople(sasaki, okamoto);
    await openPerson(sasaki, okamoto);
    await fact(sasaki, "所属").waitFor();
    await untilCount(sasaki.getByRole("button", { name: /予定する/ }), 0);
    await sasaki.goto(`${server.url}/staff-changes`);
    await isRefused(sasaki);
  });

  it("GivenOnlyKeys_WhenATransferIsPlanned_ThenItIsCalledOffFromThePageOfAll", async () => {
    const press = (key) => page.keyboard.press(key);
    await openStaffing(page, server, okamoto);
    await page.locator(".ui-book-page h2").first().focus();
    await tabTo(page, ".directory-staffing button", "異動を予定する");
    await press("Enter");
    await tabTo(page, ".ui-dialog input[type=text]");
    await press("Control+a");
    await page.keyboard.insertText("主任");
    await tabTo(page, ".ui-dialog button", "内容を確かめる");
    await press("Enter");
    await tabTo(page, ".ui-dialog button", "予定する");
    await press("Enter");
    await closed(page);
    await until("the focus to be back", async () =>
      (await focusedText(page)).includes("異動を予定する"),
    );
    await tabTo(page, ".directory-staffing a");
    await press("Enter");
    await page.getByRole("heading", { name: "人事の予定" }).waitFor();
    await tabTo(page, ".directory-planned button", "取り消す");
    await press("Enter");
    await tabTo(page, ".ui-dialog button", "取り消す");
    // The first of the two keeps it.
    await press("Escape");
    await page.locator(".directory-planned button:focus").waitFor();
    await press("Enter");
    await tabTo(page, ".ui-dialog button.danger");
    await press("Enter");
    await closed(page);
    await page.getByText(none).waitFor();
    assert.match(await focusedText(page), /異動を取り消しました/);
  });
});
