import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { tabTo } from "./kit/keys.mjs";
import { call, clauseCard, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount, untilEqual } from "./kit/until.mjs";

const department = "地域福祉課";
const late = { name: "遅番", opens: 660, closes: 1200 };
const late_text = "遅番 11:00〜20:00";

/** A day in Japan, so many days from today: "2026-11-24" */
const day = (ahead) =>
  new Date(Date.now() + 9 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
/** "2026-11-24" as the screen says it: 11月24日(火), with the year if it isn't this one. */
function said(date) {
  const [year, month, of] = date.split("-").map(Number);
  const weekday = "日月火水木金土"[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${date.slice(0, 4) === day(0).slice(0, 4) ? "" : `${year}年`}${month}月${of}日(${weekday})`;
}

describe("My days, and the times of the organisation (clauses B1 and B2)", () => {
  let server, browser, administrator, sasaki;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    sasaki = await openPage(browser, { viewport: phone });
    await signIn(administrator, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await administrator.goto(`${server.url}/hours`);
    await sasaki.goto(`${server.url}/settings`);
    await mine().waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const mine = () => sasaki.locator(".hours-mine");
  const longer = () => mine().getByRole("group", { name: "今日は遅くまで通知を受け取る" });
  const card = (page, name) => page.getByRole("article", { name, exact: true });
  const sheet = (page) => page.getByRole("dialog");
  const keep = async (page) => {
    await sheet(page).getByRole("button", { name: "保存する" }).click();
    await sheet(page).waitFor({ state: "detached" });
  };
  /** What the server has of one of Sasaki's days. */
  const daysOf = async (date) => {
    const { person } = await call(sasaki, "GET", "hours");
    return person.days.filter((one) => one.day === date);
  };

  it("GivenToday_WhenAnEndIsChosen_ThenItIsLongerUntilThatIsTakenBack", async () => {
    const end = (await longer().getByRole("button").first().innerText()).trim();
    await longer().getByRole("button").first().click();
    const told = mine().getByText(`今日は${end}受け取ります。`);
    await told.waitFor();
    assert.equal((await daysOf(day(0))).length, 1);
    await sasaki.reload();
    await told.waitFor();
    await sasaki.screenshot({ path: "build/e2e/my-days-longer.png" });
    await mine().getByRole("button", { name: "取り消す" }).click();
    await mine().getByText("取り消しました。").waitFor();
    await longer().waitFor();
    assert.deepEqual(await daysOf(day(0)), []);
  });

  it("GivenAnEndThatIsNone_WhenChosen_ThenItIsSaidAndWhatWasTypedStays", async () => {
    await longer().getByRole("button", { name: "ほかの時刻" }).click();
    await mine().getByLabel("いつまで").fill("夜");
    await mine().getByRole("button", { name: "この時刻まで" }).click();
    await mine().getByText("19:30 のように入れてください。").waitFor();
    assert.equal(await mine().getByLabel("いつまで").inputValue(), "夜");
    assert.deepEqual(await daysOf(day(0)), []);
  });

  it("GivenADayOff_WhenAddedAndTakenOut_ThenItCanBePutBack", async () => {
    await mine().getByText("これからの休みの日は、まだありません。").waitFor();
    await mine().getByRole("button", { name: "休みの日を足す" }).click();
    await sheet(sasaki).getByRole("button", { name: "この日を休む" }).click();
    await sheet(sasaki).getByText("休む日を入れてください。").waitFor();
    await sheet(sasaki).getByLabel("休む日").fill("2099-02-03");
    await sheet(sasaki).getByText("2099年2月3日(火)").waitFor();
    await sheet(sasaki).getByLabel("名前").fill("年休");
    await sasaki.screenshot({ path: "build/e2e/my-days-off.png" });
    await sheet(sasaki).getByRole("button", { name: "この日を休む" }).click();
    await sheet(sasaki).waitFor({ state: "detached" });
    await mine().getByText("2099年2月3日(火)を休みの日にしました。").waitFor();
    const kept = [{ day: "2099-02-03", name: "年休" }];
    assert.deepEqual(await daysOf("2099-02-03"), kept);

    await mine().getByRole("button", { name: "2099年2月3日(火)を休みの日から外す" }).click();
    await mine().getByText("2099年2月3日(火)を外しました。").waitFor();
    assert.deepEqual(await daysOf("2099-02-03"), []);
    await mine().getByRole("button", { name: "元に戻す" }).click();
    await mine().getByText("元に戻しました。").waitFor();
    assert.deepEqual(await daysOf("2099-02-03"), kept);
  });

  it("GivenTheOrganisationsSaturday_WhenItIsSet_ThenItIsCheckedFirstAndEverybodySeesIt", async () => {
    await administrator.getByRole("button", { name: "組織の曜日ごとの時間を変える" }).click();
    const week = sheet(administrator);
    await week.getByRole("switch", { name: "土曜日に開く" }).check();
    await week.getByRole("textbox", { name: "土曜日の始まり" }).fill("９：００");
    await week.getByRole("textbox", { name: "土曜日の終わり" }).fill("8:00");
    await week.getByRole("button", { name: "保存する" }).click();
    await week.getByText("終わりが始まりより後になっていません。").waitFor();
    assert.equal(await week.getByRole("textbox", { name: "土曜日の終わり" }).inputValue(), "8:00");
    await administrator.screenshot({ path: "build/e2e/hours-week.png" });
    await week.getByRole("textbox", { name: "土曜日の終わり" }).fill("翌1:00");
    await keep(administrator);
    await administrator.getByText("土 9:00〜翌1:00").first().waitFor();

    const reader = await openPage(browser, { viewport: phone });
    await signIn(reader, server, "a.sasaki");
    await reader.goto(`${server.url}/guideline/B1`);
    await clauseCard(reader, "B1").getByRole("link", { name: "働く時間を見る" }).click();
    await reader.getByText("土 9:00〜翌1:00").first().waitFor();
    await card(reader, department).getByText("組織と同じ").waitFor();
    await untilCount(reader.getByRole("button", { name: /変える|外す|足す/ }), 0);
    await reader.context().close();
  });

  it("GivenAClosedDay_WhenAddedAndTakenOut_ThenItCanBePutBack", async () => {
    await administrator.getByRole("button", { name: "組織の休業日や特別な日を足す" }).click();
    await sheet(administrator).getByLabel("日付").fill("2099-05-07");
    await sheet(administrator).getByLabel("毎年くり返す").check();
    await sheet(administrator).getByText("毎年5月7日を休みにします。").waitFor();
    await sheet(administrator).getByLabel("名前").fill("創立記念日");
    await keep(administrator);
    const drop = administrator.getByRole("button", { name: "毎年5月7日 創立記念日を外す" });
    await drop.click();
    await administrator.getByText("毎年5月7日を外しました。").waitFor();
    await administrator.getByRole("button", { name: "毎年5月7日を外しました。 元に戻す" }).click();
    await administrator.getByText("元に戻しました。").waitFor();
    const { organisation } = await call(administrator, "GET", "hours/all");
    assert.deepEqual(
      organisation.level.days.filter((one) => one.day === "05-07"),
      [{ day: "05-07", name: "創立記念日" }],
    );
  });

  it("GivenAPatternOfTheDepartment_WhenAMemberChoosesIt_ThenItIsTomorrowsAndTheNextWeeks", async () => {
    await untilCount(mine().locator(".hours-shifts"), 0);
    await administrator.getByRole("button", { name: `${department}のシフトを変える` }).click();
    await sheet(administrator).getByRole("button", { name: "シフトを足す" }).click();
    await sheet(administrator).getByRole("textbox", { name: "1番目の名前" }).fill(late.name);
    await sheet(administrator).getByRole("textbox", { name: "遅番の始まり" }).fill("1100");
    await sheet(administrator).getByRole("textbox", { name: "遅番の終わり" }).fill("20:00");
    await keep(administrator);
    await card(administrator, department).getByText(late_text).waitFor();

    // She is told at once, on the screen that stands open.
    const weeks = mine().locator(".hours-shifts");
    await weeks.first().waitFor();
    const closed = weeks.and(sasaki.locator(":not([open])")).locator("summary");
    while ((await closed.count()) > 0) await closed.first().click();
    // Also in a week that is folded.
    const chooser = (date) => sasaki.locator(`select[aria-label="${said(date)}のシフト"]`);
    await chooser(day(1)).selectOption({ label: late_text });
    const chosen = [{ ...late, day: day(1) }];
    await untilEqual("the shift", () => daysOf(day(1)), chosen, assert);
    await sasaki.reload();
    await mine().waitFor();

    const holder = weeks.filter({ has: chooser(day(8)) });
    await holder.locator("summary").click();
    await holder.scrollIntoViewIfNeeded();
    await holder.getByRole("button", { name: /前の週と同じにする$/ }).click();
    await holder.getByText("前の週と同じにしました。").waitFor();
    assert.deepEqual(await daysOf(day(8)), [{ ...late, day: day(8) }]);
    await sasaki.screenshot({ path: "build/e2e/my-days-shifts.png" });
    await holder.getByRole("button", { name: "元に戻す" }).click();
    await holder.getByText("元に戻しました。").waitFor();
    assert.deepEqual(await daysOf(day(8)), []);
    assert.deepEqual(await daysOf(day(1)), chosen);
  });

  it("GivenTheKeyboardAlone_WhenTodayBecomesLonger_ThenItCanBeTakenBack", async () => {
    await sasaki.reload();
    await longer().waitFor();
    await tabTo(sasaki, ".hours-mine .ui-button", "まで");
    await sasaki.keyboard.press("Enter");
    await mine()
      .getByText(/^今日は.*まで受け取ります。$/)
      .waitFor();
    await tabTo(sasaki, ".hours-mine .ui-button", "取り消す");
    await sasaki.keyboard.press("Enter");
    await mine().getByText("取り消しました。").waitFor();
    await until("today to be usual", async () => (await daysOf(day(0))).length === 0);
  });
});
