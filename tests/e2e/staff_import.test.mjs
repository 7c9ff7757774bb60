import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, goesRound, tabTo } from "./kit/keys.mjs";
import { personRow, searchPeople } from "./kit/people_book.mjs";
import { button, call, isRefused, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import {
  bad,
  csv,
  done,
  leaveImport,
  newcomer,
  nothing,
  openImport,
  pick,
  planned,
  refused,
  running,
  sasaki_moves,
} from "./kit/staff_import.mjs";
import { untilCount, untilEqual } from "./kit/until.mjs";

const crowd = 10_000;
const shimizu_stays = "清水 隆之,シミズ タカユキ,t.shimizu@minato,生活支援課,301,1991/4/1";
const staff = csv("名簿.csv", newcomer, sasaki_moves, shimizu_stays);

describe("The import of staff", () => {
  let server, browser, page;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await signIn(page, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const counts = () => page.locator(".ui-sheet-counts dd").allTextContents();
  const rowOf = (name) => page.locator(".ui-sheet-rows li", { hasText: name });
  const sheet = () => page.getByRole("dialog");
  const hasFocus = (locator) => locator.evaluate((e) => e === document.activeElement);

  async function sasaki() {
    const { people } = await call(page, "GET", "directory/people");
    const { department, extension } = people.find(({ name }) => name === "佐々木 彩");
    return { department, extension, all: people.length };
  }

  it("GivenAFile_WhenItIsPicked_ThenEveryChangeIsShownAndNothingIsWritten", async () => {
    const before = await sasaki();
    await openImport(page, server);
    await pick(page, staff, planned);
    assert.ok(await hasFocus(page.getByRole("heading", { name: planned })));
    assert.deepEqual(await counts(), ["1人", "1人", "1人"]);
    assert.match(
      await rowOf("水野 あかり").innerText(),
      /ミズノ　アカリ[^]*ID\s*a\.mizuno@minato\s*所属\s*総務課\s*内線\s*110\s*入職日\s*2026年4月1日\(水\)/,
    );
    assert.match(
      await rowOf("佐々木 彩").innerText(),
      /所属\s*地域福祉課[^]*総務課[^]*内線\s*203[^]*299/,
    );
    await untilCount(rowOf("清水 隆之"), 0);
    await button(page, "やめる").click();
    assert.ok(await hasFocus(button(page, "名簿のファイルを選ぶ")));
    assert.deepEqual(await sasaki(), before);
  });

  it("GivenABadFile_WhenItIsMended_ThenEachBadRowWasSaidAndTheNewOneIsShown", async () => {
    await pick(page, bad, refused(bad));
    await page.getByText("アドレス帳は、いまのままです。").waitFor();
    await page.getByRole("heading", { name: "直すところのある行 2行" }).waitFor();
    const rows = await page.locator(".ui-sheet-rows li").allInnerTexts();
    assert.equal(rows.length, 2);
    assert.match(rows[0], /^行 3\s/);
    for (const what of ["「氏名」が空です。", "フリガナ「漢字」", "ID「s!」", "「2026/13/1」"]) {
      assert.ok(rows[0].includes(what), `${what} stands in ${rows[0]}`);
    }
    assert.match(rows[1], /^行 4\s+「フリガナ」が空です。$/);
    await untilCount(button(page, "取り込む"), 0);
    await pick(page, { ...staff, name: bad.name }, planned);
    await leaveImport(page);
  });

  it("GivenAnotherKindOfFile_WhenItIsDropped_ThenItIsRefusedAndASheetIsTaken", async () => {
    const drop = async ({ name, buffer }) => {
      const transfer = await page.evaluateHandle(
        ([name, text]) => {
          const all = new DataTransfer();
          all.items.add(new File([text], name));
          return all;
        },
        [name, buffer.toString()],
      );
      await page.dispatchEvent(".ui-sheet h1", "drop", {
        dataTransfer: transfer,
      });
    };
    const other = { name: "名簿.xls", buffer: Buffer.from("old") };
    await openImport(page, server);
    await drop(other);
    await page.getByRole("heading", { name: refused(other) }).waitFor();
    await drop(staff);
    await page.getByRole("heading", { name: planned }).waitFor();
  });

  it("GivenAPlan_WhenThePageIsLeft_ThenItAsks", async () => {
    await page.getByRole("link", { name: /^トーク/ }).click();
    await button(sheet(), "このページに残る").click();
    await page.goBack();
    await button(sheet(), "このページに残る").click();
    assert.equal(new URL(page.url()).pathname, "/staff-import");
    assert.deepEqual(await counts(), ["1人", "1人", "1人"]);
  });

  it("GivenALineThatBreaks_WhenTheImportCameToItsEnd_ThenItsResultIsSaidAllTheSame", async () => {
    await page.route(running, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await button(page, "取り込む").click();
    await page.getByRole("heading", { name: done }).waitFor();
    await page.unroute(running);
    assert.ok(await hasFocus(page.getByRole("heading", { name: done })));
    assert.deepEqual(await counts(), ["1人", "1人", "1人"]);
    const { department, extension } = await sasaki();
    assert.deepEqual({ department, extension }, { department: "総務課", extension: "299" });
  });

  it("GivenALineThatBreaksBeforeAnythingCame_WhenTheImportIsSentAgain_ThenItIsDone", async () => {
    const later = csv("あと.csv", newcomer.replaceAll("110", "119"));
    await pick(page, later, planned);
    await page.route(running, (route) => route.abort());
    await button(page, "取り込む").click();
    await page.getByText("取り込みが終わったかどうか、まだ分かりません。").waitFor();
    await page.unroute(running);
    await button(page, "取り込む").click();
    await page.getByRole("heading", { name: done }).waitFor();
    assert.deepEqual(await counts(), ["0人", "1人", "0人"]);
  });

  it("GivenAnImport_WhenItIsDone_ThenItLeadsToTheCardsAndToTheAddressBook", async () => {
    const more = csv("あと.csv", newcomer.replaceAll("110", "111"));
    const others = csv("ほか.csv", "丘 野原,オカ ノハラ,n.oka@minato,総務課,112,2026/4/1");
    await pick(page, more, planned);
    await button(page, "取り込む").click();
    await page.getByRole("heading", { name: done }).waitFor();
    assert.deepEqual(await counts(), ["0人", "1人", "0人"]);
    await untilCount(page.getByRole("link", { name: "ログインカードを作る" }), 0);
    await pick(page, others, planned);
    await button(page, "取り込む").click();
    await page.getByRole("link", { name: "ログインカードを作る" }).click();
    await page.getByRole("checkbox", { name: /丘 野原/ }).waitFor();
    await page.goBack();
    await button(page, "名簿のファイルを選ぶ").waitFor();
    await page.locator(".ui-tabs a", { hasText: "アドレス帳" }).click();
    await searchPeople(page, "のはら");
    await personRow(page, "丘 野原").waitFor();
  });

  it("GivenTheSameFileAgain_WhenItIsPicked_ThenThereIsNothingToImport", async () => {
    const same = csv("名簿.csv", newcomer.replaceAll("110", "111"), sasaki_moves);
    await openImport(page, server);
    await pick(page, same, nothing);
    await page.getByText("ファイルの2人は、いまの名簿と同じです。").waitFor();
    await untilCount(button(page, "取り込む"), 0);
    await page.getByRole("link", { name: "戻る" }).click();
    await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
  });

  for (const [format, name, begins] of [
    ["xlsx", "Excel（.xlsx）で書き出す", [0x50, 0x4b]],
    ["csv", "CSVで書き出す", [0xef, 0xbb, 0xbf]],
  ]) {
    it(`GivenTheStaff_WhenItIsSavedAs${format}_ThenTheFileIsTakenAgainWithoutAChange`, async () => {
      await openImport(page, server);
      const saving = page.waitForEvent("download");
      await button(page, name).click();
      const file = await saving;
      assert.match(file.suggestedFilename(), new RegExp(`^名簿_\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
      const buffer = await readFile(await file.path());
      assert.deepEqual([...buffer.subarray(0, begins.length)], begins);
      await page.getByText(`「${file.suggestedFilename()}」を書き出しました。`).waitFor();
      const { all } = await sasaki();
      await pick(page, { name: file.suggestedFilename(), mimeType: "", buffer }, nothing);
      await page.getByText(`ファイルの${all}人は、いまの名簿と同じです。`).waitFor();
    });
  }

  it("GivenTenThousandRows_WhenTheyAreShown_ThenOnlyThoseNearTheWindowAreDrawn", async () => {
    const rows = Array.from({ length: crowd }, (_, i) => {
      const n = String(i).padStart(4, "0");
      return `架空 ${n},カクウ ハナコ,q${n}@minato,第${i % 40}課,${1000 + i},2015/4/1`;
    });
    await openImport(page, server);
    await pick(page, csv("多い.csv", ...rows), planned);
    assert.deepEqual(await counts(), ["10,000人", "0人", "0人"]);
    const drawn = () => page.locator(".ui-sheet-rows li").count();
    assert.ok((await drawn()) < 100);
    await untilEqual(
      "the last row",
      async () => {
        await page.locator(".ui-sheet-body").evaluate((e) => (e.scrollTop = 1e9));
        return await rowOf("架空 9999").count();
      },
      1,
      assert,
    );
    assert.ok((await drawn()) < 100);
    assert.ok(await button(page, "取り込む").isVisible());
    await leaveImport(page);
  });

  it("GivenAMember_WhenTheyLookForTheImport_ThenThereIsNoLinkAndThePageIsRefused", async () => {
    const member = await openPage(browser, { viewport: phone });
    await signIn(member, server, "k.watanabe");
    await member.getByRole("link", { name: "設定" }).click();
    await member.getByRole("button", { name: "ログアウトする" }).waitFor();
    await untilCount(member.getByRole("link", { name: /名簿/ }), 0);
    await member.goto(`${server.url}/staff-import`);
    await isRefused(member);
    await untilCount(member.locator("input[type=file]"), 0);
    await member.context().close();
  });

  it("GivenOnlyKeys_WhenAFileIsImported_ThenTheFocusIsNeverLost", async () => {
    const press = (key) => page.keyboard.press(key);
    // Early: the browser is told to leave the choosing to us only some time after this.
    const choosing = page.waitForEvent("filechooser", { timeout: 60_000 });
    await page.goto(`${server.url}/settings`);
    await tabTo(page, ".access-group a", "名簿を取り込む");
    await press("Enter");
    await button(page, "名簿のファイルを選ぶ").waitFor();
    await goesRound(page);
    await tabTo(page, ".ui-sheet-pick button");
    await press("Enter");
    const last = "森 若葉,モリ ワカバ,w.mori@minato,総務課,113,2026/4/1";
    await (await choosing).setFiles(csv("名簿.csv", last));
    await page.locator("h2:focus", { hasText: planned }).waitFor();
    await tabTo(page, ".ui-page-order button", "取り込む");
    await press("Enter");
    await page.locator("h2:focus", { hasText: done }).waitFor();
    await press("Tab");
    assert.match(await focusedText(page), /ログインカードを作る/);
    await press("Enter");
    await page.getByRole("checkbox").first().waitFor();
  });

  it("GivenAnImportOfTenThousand_WhenThePageIsLeft_ThenItsNumbersAndItsResultAreFoundAgain", async () => {
    const rows = Array.from({ length: crowd }, (_, i) => {
      const n = String(i).padStart(4, "0");
      return `架空 ${n},カクウ ハナコ,r${n}@minato,第${i % 40}課,${1000 + i},2015/4/1`;
    });
    await openImport(page, server);
    await page.getByText("前の取り込み").waitFor();
    await pick(page, csv("多い.csv", ...rows), planned);
    const sent = page.waitForRequest(running);
    await button(page, "取り込む").click();
    await sent;
    await page.getByRole("link", { name: "戻る" }).click();
    await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
    await openPageAgain();
    await page.getByText("10,000人").first().waitFor({ timeout: 60_000 });
    const { last } = await call(page, "GET", "directory/imports");
    assert.deepEqual(last.report, { added: crowd, changed: 0, unchanged: 0 });
  });

  /** Where the import is, or its result. */
  async function openPageAgain() {
    await page.getByRole("link", { name: "名簿を取り込む・書き出す" }).click();
    await page
      .getByText(/取り込みの途中です|前の取り込み|取り込みました/)
      .first()
      .waitFor();
  }
});
