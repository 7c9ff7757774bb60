import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { make } from "./kit/cards_tour.mjs";
import { device, kinds } from "./kit/devices_tour.mjs";
import { openPerson, searchPeople } from "./kit/people_book.mjs";
import {
  acceptGuideline,
  button,
  call,
  choose,
  composer,
  goTo,
  openRoom,
  send,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { openStaffing, planWritten, writeTransfer } from "./kit/staff_changes_tour.mjs";
import { done, openImport, pick, planned } from "./kit/staff_import.mjs";
import { until, untilCount } from "./kit/until.mjs";

const [leaver, mover, retiree, loser] = ["佐々木 彩", "清水 隆之", "岡本 千尋", "渡邊 恵子"];
const office_hours = 9 * 60 * 60_000;
const today = () => new Date(Date.now() + office_hours).toISOString().slice(0, 10);

describe("A council that moves in, from an Excel file on", () => {
  let server, browser, page;
  /** By name: the card that was printed for them. */
  const cards = new Map();
  /** By name: the screens on which they are signed in. */
  const screens = new Map();

  before(async () => {
    server = await Server.open({ sample: false });
    browser = await launch();
    page = await openPage(browser);
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

  /** The staff of the sample office, as its administrator exports it. */
  async function excelFile() {
    const sample = await Server.open();
    const theirs = await openPage(browser);
    try {
      await theirs.goto((await sample.card("t.aoki")).url);
      await theirs.locator(".talk-item").first().waitFor();
      const answer = await theirs.request.post(`${sample.url}/api/v1/directory/exports`, {
        data: { format: "xlsx" },
        headers: { origin: sample.url },
      });
      assert.ok(answer.ok(), await answer.text());
      return { name: "職員名簿.xlsx", mimeType: "", buffer: await answer.body() };
    } finally {
      await theirs.context().close();
      await sample.close();
    }
  }

  /** Signs in with the printed code on a device of that kind. */
  async function signInAs(name, kind, code) {
    const theirs = await openPage(browser, kind === "own" ? { viewport: phone } : {});
    await theirs.goto(`${server.url}/signin`);
    await choose(theirs, kinds[kind]);
    await theirs.locator(".access-code").fill(code);
    await button(theirs, "ログインする").click();
    screens.set(name, [...(screens.get(name) ?? []), theirs]);
    return theirs;
  }

  async function openTheirPage(name) {
    await goTo(page, `${server.url}/people`);
    await page.locator(".ui-book-row").first().waitFor();
    await searchPeople(page, name);
    await openPerson(page, name);
  }

  const isOut = (theirs) => theirs.locator(".access-code").waitFor();

  it("GivenTheFirstAdministrator_WhenTheyImportTheExcelFile_ThenSixtyFourPeopleAreThere", async () => {
    const file = await excelFile();
    await page.goto((await server.card("admin")).url);
    await acceptGuideline(page);
    await openImport(page, server);
    await pick(page, file, planned);
    await button(page, "取り込む").click();
    await page.getByRole("heading", { name: done, exact: true }).waitFor();
    const { people } = await call(page, "GET", "directory/people");
    assert.equal(people.length, 64 + 1);
  });

  it("GivenThem_WhenCardsAreMadeForEverybody_ThenTheyPrintEightOnAPage", async () => {
    page.on("response", async (reply) => {
      if (!reply.url().endsWith("/card") || !reply.ok()) return;
      const { person, code } = await reply.json();
      cards.set(person.name, code);
    });
    await goTo(page, `${server.url}/sign-in-cards`);
    await choose(page, "みんな");
    const said = page.getByText(/^\d+人分のカードを作ります。$/);
    const count = await until("everybody to be there", async () => {
      const cards = Number.parseInt(await said.textContent(), 10);
      return cards >= 64 && cards;
    });
    await make(page, count);
    await page.emulateMedia({ media: "print" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, Math.ceil(count / 8));
    await until("every code to be known", () => cards.size === count);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "戻る" }).click();
    await button(sheet(), "離れる").click();
    await sheet().waitFor({ state: "detached" });
  });

  it("GivenPrintedCards_WhenPeopleTypeThem_ThenPhonesAndPCsAreSignedInAndTheyTalk", async () => {
    for (const name of [leaver, mover, retiree, loser]) {
      await acceptGuideline(await signInAs(name, "own", cards.get(name)));
    }
    const { people } = await call(page, "GET", "directory/people");
    const { id } = people.find((person) => person.name === loser);
    const again = await call(page, "POST", `directory/people/${id}/card`);
    const pc = await signInAs(loser, "office", again.code);
    await pc.locator(".talk-item").first().waitFor();
    const [mobile] = screens.get(loser);
    await openRoom(mobile, "正職員G");
    await send(mobile, "よろしくお願いします。");
    await openRoom(pc, "正職員G");
    await pc.getByText("よろしくお願いします。", { exact: true }).waitFor();
  });

  it("GivenOneOnLeaveFromToday_ThenTheirPhoneIsOutAndEverybodySeesIt", async () => {
    await openTheirPage(leaver);
    await button(page, "休職を登録").click();
    await sheet().getByLabel("始まりの日").fill(today());
    await sheet().getByLabel("終わりはまだ決まっていない").check();
    await button(sheet(), "登録する").click();
    await sheet().waitFor({ state: "detached" });
    await isOut(screens.get(leaver)[0]);
    await page.getByText("休職中", { exact: true }).first().waitFor();
  });

  it("GivenOneTransferredToday_ThenTheirRoomsFollowAtOnce", async () => {
    const [mobile] = screens.get(mover);
    const room = mobile.locator(".talk-item", { hasText: "総務課" });
    await mobile.locator(".talk-item").first().waitFor();
    await untilCount(room, 0);
    await openStaffing(page, server, mover);
    await writeTransfer(page, today(), { 所属: "総務課" });
    await planWritten(page, "すぐに変える");
    await room.first().waitFor();
  });

  it("GivenOneWhoRetires_WhenTheDayIsOver_ThenTheyAreOutAndTheProofPrints", async () => {
    await openStaffing(page, server, retiree);
    await button(page, "退職を予定する").click();
    await sheet().getByRole("heading", { name: "引き継ぎの一覧" }).waitFor();
    await sheet().getByLabel("最後の日").fill(today());
    await button(sheet(), "退職を予定する").click();
    await sheet().waitFor({ state: "detached" });
    await server.letRetire();
    await isOut(screens.get(retiree)[0]);
    await page.goto(`${server.url}/staff-changes`);
    await button(page, "退職者 1の削除の証明を見る").click();
    await page.getByRole("heading", { name: "退職者の情報を削除した証明" }).waitFor();
    await page.emulateMedia({ media: "print" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
  });

  it("GivenAPhoneThatIsLost_WhenTheAdministratorKillsIt_ThenItIsEmptyAndTheirPCGoesOn", async () => {
    const [mobile, pc] = screens.get(loser);
    await mobile.reload();
    await composer(mobile, "正職員G").waitFor();
    await openTheirPage(loser);
    const lost = device(page, "私物").getByRole("button", { name: /をなくした$/ });
    await lost.click();
    await button(sheet(), "紛失を届ける").click();
    await sheet()
      .getByText(/端末1台を止めました/)
      .waitFor();
    await button(sheet(), "分かりました").click();
    await mobile.getByText("この端末は紛失として届けられています").waitFor();
    await pc.reload();
    await composer(pc, "正職員G").waitFor();
    await goTo(page, `${server.url}/device-admin`);
    await page
      .getByRole("button", { name: /の報告を印刷する$/ })
      .first()
      .waitFor();
  });
});
