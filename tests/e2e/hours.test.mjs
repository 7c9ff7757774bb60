import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { closeAlways, openAlways } from "./kit/notices.mjs";
import { call, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";

/** "06:00:12" */
const inJapan = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(11, 19);

describe("When somebody may be rung (clauses B1 and B2)", () => {
  let server, browser, page;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser, { viewport: phone });
    await signIn(page, server, "a.sasaki");
    await page.goto(`${server.url}/settings`);
    await page.locator(".hours-week").waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const outside = () => page.locator(".hours-outside");
  const keep = async () => {
    await page.getByRole("button", { name: "この時間にする" }).click();
    await page.locator(".hours-week").getByText("保存しました。").waitFor();
  };
  const days = ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "祝日"];
  const openDay = async (day, opens, closes) => {
    await page.getByRole("checkbox", { name: day, exact: true }).check();
    await page.getByRole("textbox", { name: `${day}の始まり` }).fill(opens);
    await page.getByRole("textbox", { name: `${day}の終わり` }).fill(closes);
  };

  it("GivenEveryDayClosed_WhenKept_ThenItIsOutsideTheHoursHereAndAfterReloading", async () => {
    for (const day of days) await page.getByRole("checkbox", { name: day, exact: true }).uncheck();
    await keep();
    await outside().waitFor();
    assert.equal((await outside().innerText()).trim(), "時間外です", "nothing comes next");
    await page.reload();
    await outside().waitFor();
    assert.equal(
      await page.getByRole("checkbox", { name: "月曜日", exact: true }).isChecked(),
      false,
    );
  });

  it("GivenATimeThatIsNone_WhenKept_ThenTheDayIsNamedAndNothingIsLost", async () => {
    await openDay("水曜日", "朝", "17:15");
    await page.getByRole("button", { name: "この時間にする" }).click();
    await page.getByText("水曜日の時間を、8:30 のように入れてください。").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "水曜日の始まり" }).inputValue(), "朝");
  });

  it("GivenEveryDayOpenIntoTheNext_WhenKept_ThenItIsNeverOutside", async () => {
    for (const day of days) await openDay(day, "601", "６：００");
    await keep();
    assert.equal(await page.getByRole("textbox", { name: "月曜日の始まり" }).inputValue(), "6:01");
    const isTheOneMinute = () => inJapan().startsWith("06:00");
    if (!isTheOneMinute()) await outside().waitFor({ state: "detached" });
  });

  it("GivenHoursOfOnesOwn_WhenTheyAreGivenUp_ThenTheUsualOnesStandThere", async () => {
    await page.getByRole("button", { name: "所属と同じに戻す" }).click();
    await page.getByRole("button", { name: "所属と同じに戻す" }).waitFor({ state: "detached" });
    assert.equal(await page.getByRole("textbox", { name: "月曜日の始まり" }).inputValue(), "8:30");
    assert.equal(
      await page.getByRole("checkbox", { name: "日曜日", exact: true }).isChecked(),
      false,
    );
  });

  it("GivenSomebodyOutsideTheirHours_WhenAnotherWritesToThem_ThenItIsSaidUntilTheyOpen", async () => {
    await closeAlways(page);
    const { person } = await call(page, "GET", "session");
    const other = await openPage(browser, { viewport: phone });
    await signIn(other, server, "k.watanabe");
    const draft = {
      kind: "direct",
      members: [person.id],
      client_key: crypto.randomUUID(),
    };
    const room = await call(other, "POST", "talk/rooms", draft);
    await other.goto(`${server.url}/t/${room.id}`);
    const said = other.locator(".hours-receivers p");
    await said.waitFor();
    const text = (await said.innerText()).replace(/\s/g, "");
    assert.equal(text, `${person.name.replace(" ", "")}さんは時間外です。いま送っても鳴りません。`);
    await openAlways(page);
    await said.waitFor({ state: "detached" });
  });
});
