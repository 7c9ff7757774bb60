import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { toTab } from "./kit/notices.mjs";
import {
  call,
  chooseSetting,
  clauseCard,
  keptTexts,
  openRoom,
  send,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const own = "地域福祉課";
const small = "北支所";
const few = "5人未満のため、数字は出しません";
const staff = `氏名,フリガナ,ID,所属,役職,雇用区分,内線,生年(西暦),入職日
田島 港,タジマ ミナト,m.tajima@minato,${small},主事,正職員,501,1990,2015/4/1
`;
const message = "明日の車の使用予定をお知らせください。";

describe("The figures of a month (clause B3)", () => {
  let server, browser, administrator, sasaki, watanabe;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    sasaki = await openPage(browser);
    watanabe = await openPage(browser, { viewport: phone });
    await signIn(administrator, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await server.importPeople(Buffer.from(staff));
    const { person } = await call(watanabe, "GET", "session");
    await call(administrator, "PUT", "directory/heads", { department: own, person: person.id });
    await openRoom(sasaki, own);
    await send(sasaki, message);
    await untilEqual("the message", () => keptTexts(sasaki, message), [message], assert);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const previous = (page) => page.getByRole("button", { name: "前の月" });
  const next = (page) => page.getByRole("button", { name: "次の月" });
  const month = (page) => page.locator(".talk-figures-month h2");
  const table = (page) => page.locator(".talk-figures-table");
  const rowOf = (page, department) => table(page).getByRole("row", { name: department });
  const thisMonth = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);

  /** The numbers of a row of the table: people, messages, outside, percent, urgent. */
  async function numbersOf(page, department) {
    const text = (await rowOf(page, department).getByRole("cell").allInnerTexts()).join(" ");
    return text.replaceAll(",", "").match(/\d+/g).map(Number);
  }
  async function openFigures(page) {
    await page.goto(`${server.url}/figures`);
    await table(page).or(page.locator(".talk-later-list")).first().waitFor();
  }

  it("GivenAnAdministrator_ThenAllDepartmentsStandThereAndThoseOfFewPeopleWithoutNumbers", async () => {
    await toTab(administrator, "決まり");
    await clauseCard(administrator, "B3").getByRole("link", { name: "月ごとの数字を見る" }).click();
    await rowOf(administrator, own).waitFor();
    const names = await table(administrator).getByRole("rowheader").allTextContents();
    for (const name of ["総務課", own, "生活支援課", "介護支援課", small]) {
      assert.ok(names.includes(name), `${name} in ${names}`);
    }
    assert.match(await rowOf(administrator, small).innerText(), new RegExp(few));
    await administrator.getByText("5人以上の所属だけ出しています。").waitFor();
    const { departments } = await call(administrator, "GET", "talk/figures");
    const told = departments.find(({ department }) => department === own);
    const [people, sent, outside] = await numbersOf(administrator, own);
    assert.deepEqual([people, sent, outside], [told.people, told.sent, told.outside]);
    assert.ok(sent > 0 && outside <= sent, `${outside} of ${sent}`);
    const hidden = departments.find(({ department }) => department === small);
    assert.deepEqual(hidden, { department: small, few: true });
  });

  it("GivenOneMoreMessage_WhenTheMonthIsLookedAtAgain_ThenItIsCounted", async () => {
    const [, before] = await numbersOf(administrator, own);
    await chooseSetting(administrator, "B3", "urgent", "on");
    const room = new URL(sasaki.url()).pathname.split("/").at(-1);
    await call(sasaki, "POST", `talk/rooms/${room}/messages`, {
      ...{ body: "急ぎです。電話をください。", client_key: crypto.randomUUID(), urgent: "災害" },
    });
    await previous(administrator).click();
    await next(administrator).click();
    await rowOf(administrator, own).waitFor();
    const numbers = await numbersOf(administrator, own);
    assert.equal(numbers[1], before + 1);
    assert.equal(numbers.at(-1), 1, "and that it was urgent");
    await chooseSetting(administrator, "B3", "urgent", null);
  });

  it("GivenTheMonths_ThenOneGoesBackToWhereNothingWasSentAndNeverBeyondThisMonth", async () => {
    const [year, number] = thisMonth().split("-").map(Number);
    assert.equal(await month(administrator).innerText(), `${year}年${number}月`);
    assert.equal(await next(administrator).getAttribute("aria-disabled"), "true");
    await next(administrator).click({ force: true });
    assert.equal(await month(administrator).innerText(), `${year}年${number}月`);
    for (let i = 0; i < 12; ++i) await previous(administrator).click();
    assert.equal(await month(administrator).innerText(), `${year - 1}年${number}月`);
    await administrator
      .getByText(few)
      .or(administrator.getByText("この月に送られたメッセージはありません"))
      .first()
      .waitFor();
    assert.equal(await next(administrator).getAttribute("aria-disabled"), "false");
  });

  it("GivenABrokenLine_WhenItIsTriedAgain_ThenTheFiguresCome", async () => {
    const lose = (route) => route.abort();
    await administrator.route("**/talk/figures*", lose);
    await previous(administrator).click();
    await administrator.locator(".talk-figures .ui-problem").waitFor();
    await administrator.unroute("**/talk/figures*", lose);
    await administrator.getByRole("button", { name: "もう一度" }).click();
    await administrator.locator(".talk-figures .ui-problem").waitFor({ state: "detached" });
  });

  it("GivenFigures_WhenTheyAreSaved_ThenTheFileIsOneThatExcelReads", async () => {
    await openFigures(administrator);
    const saving = administrator.waitForEvent("download");
    await administrator.getByRole("button", { name: "CSVで保存" }).click();
    const file = await saving;
    assert.equal(file.suggestedFilename(), `月ごとの数字_${thisMonth()}.csv`);
    const bytes = await readFile(await file.path());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString("utf8").split("\r\n");
    assert.match(lines[0], /^月,所属,人数,送られたメッセージ,うち時間外,/);
    const [people, sent, outside, percent, urgent] = await numbersOf(administrator, own);
    const line = `${thisMonth()},${own},${people},${sent},${outside},${percent},${urgent},`;
    assert.ok(lines.includes(line), `${line} in ${lines}`);
    assert.ok(lines.includes(`${thisMonth()},${small},,,,,,${few}`));
    await administrator.getByRole("heading", { name: "月ごとの数字" }).waitFor();
  });

  it("GivenFigures_WhenTheyArePrinted_ThenTheyStandOnASheetOfA4WithoutTheShell", async () => {
    await administrator.emulateMedia({ media: "print" });
    for (const part of [".ui-tabs", ".talk-later-buttons .ui-button"]) {
      assert.equal(await administrator.locator(part).first().isVisible(), false, part);
    }
    await administrator.getByText(/^みなと市社会福祉協議会 印刷した日 \d{4}年/).waitFor();
    const sheets = (await administrator.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(sheets.match(/\/Type \/Page\b/g).length, 1);
    const [, ...size] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets);
    assert.deepEqual(size.map(Math.round), [595, 842]);
    await administrator.emulateMedia({ media: "screen" });
  });

  it("GivenAHeadWithAPhone_ThenOnlyTheOwnDepartmentStandsThereOnACard", async () => {
    await toTab(watanabe, "決まり");
    await watanabe.getByRole("link", { name: "月ごとの数字", exact: true }).click();
    const cards = watanabe.locator(".talk-later-item");
    await cards.first().waitFor();
    assert.deepEqual(await cards.getByRole("heading").allTextContents(), [own]);
    assert.equal(await table(watanabe).isVisible(), false);
    await watanabe.getByRole("link", { name: "戻る" }).click();
    await clauseCard(watanabe, "B3").locator("h3:focus").waitFor();
  });

  it("GivenAnybodyElse_ThenNothingLeadsThereAndNothingIsShown", async () => {
    await toTab(sasaki, "決まり");
    await clauseCard(sasaki, "B3").waitFor();
    await untilCount(sasaki.getByRole("link", { name: /月ごとの数字/ }), 0);
    await sasaki.goto(`${server.url}/figures`);
    await sasaki.getByText("このページは、管理者と所属の長だけが見られます。").waitFor();
    await untilCount(table(sasaki), 0);
  });

  it("GivenOnlyKeys_WhenAnAdministratorLooksAtAMonth_ThenItIsChosenAndSaved", async () => {
    const press = (key) => administrator.keyboard.press(key);
    await administrator.goto(`${server.url}/t`);
    await administrator.locator(".talk-item").first().waitFor();
    await tabTo(administrator, ".ui-tabs a", "決まり");
    await press("Enter");
    await tabTo(administrator, ".policy-buttons a", "月ごとの数字");
    await press("Enter");
    await rowOf(administrator, own).waitFor();
    await until("the heading to have the focus", async () =>
      (await focusedText(administrator)).includes("月ごとの数字"),
    );
    const before = await month(administrator).innerText();
    await tabTo(administrator, ".talk-figures-month button", "前の月");
    await press("Enter");
    await until("another month", async () => (await month(administrator).innerText()) !== before);
    await tabTo(administrator, ".talk-figures-month button", "次の月");
    await press("Enter");
    await rowOf(administrator, own).waitFor();
    assert.equal(await focusedText(administrator), "次の月", "the focus stays where it was");
    await tabTo(administrator, ".talk-figures button", "CSVで保存");
    const saving = administrator.waitForEvent("download");
    await press("Enter");
    await saving;
  });
});
