import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { goesRound, tabTo } from "./kit/keys.mjs";
import {
  add,
  addElsewhere,
  askToSave,
  confirm,
  line,
  openOrganisation,
  openPanel,
  rename,
  serverTree,
  tree,
} from "./kit/organisation_tour.mjs";
import { button, call, isRefused, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { untilCount, untilEqual } from "./kit/until.mjs";

const departments = "**/api/v1/directory/departments";
/** Also what says that there is nothing to do. */
const anyway = { force: true };
const at_first = ["総務課", "地域福祉課", "生活支援課", "介護支援課"];

describe("The departments", () => {
  let server, browser, page, other;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    other = await openPage(browser);
    await signIn(page, server, "t.aoki");
    await signIn(other, server, "k.morikawa");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  const sheet = () => page.getByRole("dialog");
  const undo = () => button(page, "元に戻す").click();
  const said = (text) => page.getByRole("status").filter({ hasText: text }).waitFor();
  const inPage = (expected) => untilEqual("the list", () => tree(page), expected, assert);
  const onServer = (expected) =>
    untilEqual("the server's departments", () => serverTree(page), expected, assert);
  const leaveUnsaved = async () => {
    await page.getByRole("link", { name: "戻る" }).click();
    await button(sheet(), "離れる").click();
    await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
  };

  it("GivenTheDepartments_WhenLookedAt_ThenEachSaysHowManyPeopleAndWhoHeadsIt", async () => {
    await openOrganisation(page, server);
    await inPage(at_first);
    const known = await call(page, "GET", "directory/departments");
    for (const { name, people } of known.departments) {
      await line(page, name).getByText(`${people}人`, { exact: true }).waitFor();
    }
    await line(page, "総務課").getByText("長 青木 智子").waitFor();
    await page.getByText("変更はありません").waitFor();
    await button(page, "保存する").click();
    await said("まだ何も変えていません。");
  });

  it("GivenEdits_WhenTheyAreSaved_ThenThatIsOnceAfterASummaryAndPeopleFollowTheName", async () => {
    await rename(page, "生活支援課", "くらし支援課");
    await openPanel(page, "地域福祉課");
    await add(line(page, "地域福祉課"), page, "この中に所属を足す", "相談係");
    await openPanel(page, "介護支援課");
    await button(page, "上へ").click();
    await said("「介護支援課」を動かしました（「地域福祉課」の次）。");
    const edited = ["総務課", "地域福祉課", "-相談係", "介護支援課", "くらし支援課"];
    await inPage(edited);
    await onServer(at_first);

    await askToSave(page, 3);
    const summary = await sheet().locator("li").allInnerTexts();
    assert.match(summary[0], /改名\s+生活支援課 → くらし支援課/);
    assert.match(summary[1], /追加\s+相談係（「地域福祉課」の中）/);
    assert.match(summary[2], /移動\s+/);
    await sheet().getByText("新しい名前になります").waitFor();
    await button(sheet(), "やめる").click();
    await onServer(at_first);
    await askToSave(page, 3);
    await confirm(page);
    await inPage(edited);
    await onServer(edited);
    const { people } = await call(page, "GET", "directory/people");
    assert.ok(people.some(({ department }) => department === "くらし支援課"));
    assert.ok(!people.some(({ department }) => department === "生活支援課"));
    assert.equal(
      await button(page, "保存する").evaluate((e) => e === document.activeElement),
      true,
    );
  });

  it("GivenADepartment_WhenItIsMovedInAndOut_ThenItsPartsGoAlongAndEachStepIsTakenBack", async () => {
    await openPanel(page, "地域福祉課");
    await button(page, "「総務課」の中に入れる").click();
    await inPage(["総務課", "-地域福祉課", "--相談係", "介護支援課", "くらし支援課"]);
    await page.locator("button:focus", { hasText: "中に入れる" }).waitFor();
    await button(page, "「総務課」の中から出す").click();
    await button(page, "下へ").click();
    await inPage(["総務課", "介護支援課", "地域福祉課", "-相談係", "くらし支援課"]);
    await button(page, "外へ出す").click(anyway);
    await said("これより外へは出せません");
    for (let n = 0; n < 3; n++) await undo();
    await page.getByText("変更はありません").waitFor();
    await button(page, "元に戻す").click(anyway);
    await said("元に戻すものはありません。");
    await button(page, "「地域福祉課」を閉じる").click();
  });

  it("GivenADepartment_WhenItIsRemoved_ThenOnlyOneWithoutPeopleGoes", async () => {
    await openPanel(page, "介護支援課");
    await page.getByText(/人いるので、消せません。/).waitFor();
    await untilCount(button(page, "この所属を消す"), 0);
    await openPanel(page, "相談係");
    await button(page, "この所属を消す").click();
    await said("「相談係」を一覧から外しました。");
    assert.ok(
      await button(page, "「介護支援課」を変える").evaluate((e) => e === document.activeElement),
    );
    await undo();
    await inPage(["総務課", "地域福祉課", "-相談係", "介護支援課", "くらし支援課"]);
    await openPanel(page, "相談係");
    await button(page, "この所属を消す").click();
    await askToSave(page, 1);
    assert.match(await sheet().locator("li").innerText(), /削除\s+相談係/);
    await confirm(page);
    await onServer(["総務課", "地域福祉課", "介護支援課", "くらし支援課"]);
  });

  it("GivenAnUnsavedName_WhenAHeadIsChosen_ThenThatIsSavedAtOnceAndTheNameStays", async () => {
    await rename(page, "くらし支援課", "生活支援課");
    await button(page, "所属の長を決める").click();
    await sheet().getByRole("searchbox").fill("佐々木");
    await sheet().getByText("見つかりませんでした").waitFor();
    await sheet().getByRole("searchbox").fill("");
    const chosen = sheet().getByRole("radio").last();
    const name = await chosen.evaluate(
      (e) => e.closest("label").querySelector(".ui-two-lines").firstChild.textContent,
    );
    await chosen.check();
    await button(sheet(), "決める").click();
    await sheet().waitFor({ state: "detached" });
    await line(page, "生活支援課").getByText(`長 ${name}`).waitFor();
    await page.locator("button:focus", { hasText: "所属の長を決める" }).waitFor();
    await askToSave(page, 1);
    await confirm(page);
    await line(page, "生活支援課").getByText(`長 ${name}`).waitFor();
  });

  it("GivenWrongNames_WhenSaved_ThenTheFieldSaysWhyAndNothingIsSent", async () => {
    await add(page, page, "所属を足す", " ");
    await button(page, "保存する").click();
    const field = page.locator("[aria-invalid=true]:focus");
    await field.waitFor();
    await page.getByText("名前を入れてください。").waitFor();
    await field.fill("総務課");
    await page.getByText("同じ名前の所属があります。").waitFor();
    await untilCount(sheet(), 0);
    await leaveUnsaved();
  });

  it("GivenALineThatBreaks_WhenSaved_ThenTheEditsStayAndCanBeSavedAgain", async () => {
    await openOrganisation(page, server);
    await add(page, page, "所属を足す", "ボランティアセンター");
    await page.route(departments, (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await askToSave(page, 1);
    await button(sheet(), "保存する").click();
    await sheet().getByRole("alert").waitFor();
    await page.unroute(departments);
    await confirm(page);
    await line(page, "ボランティアセンター").waitFor();
  });

  it("GivenEdits_WhenSomebodyElseChangesTheTree_ThenBothAreShownAndNothingTypedIsLost", async () => {
    await rename(page, "総務課", "総務部");
    await addElsewhere(other, "子育て支援課");
    const note = page.getByRole("alert");
    await note.getByText("あなたの変更は、まだ保存していません。").waitFor();
    await note.getByText("子育て支援課").waitFor();
    await note.getByText("総務課 → 総務部").waitFor();
    await line(page, "総務部").waitFor();
    await button(page, "保存する").click();
    await page.locator("h2:focus", { hasText: "ほかの人が、組織を変えました。" }).waitFor();
    await button(page, "新しい内容を読み込む").click();
    await page.locator("h2:focus", { hasText: "あなたの変更" }).waitFor();
    await page.getByText("総務課 → 総務部").waitFor();
    await line(page, "子育て支援課").waitFor();
    await line(page, "総務課").waitFor();
    await button(page, "この控えを消す").click();
    await untilCount(page.getByText("総務課 → 総務部"), 0);
  });

  it("GivenEdits_WhenThePageIsLeft_ThenItAsksAndStayingKeepsThem", async () => {
    await rename(page, "総務課", "総務部");
    await page.getByRole("link", { name: /^トーク/ }).click();
    await button(sheet(), "このページに残る").click();
    await line(page, "総務部").waitFor();
    await leaveUnsaved();
    await openOrganisation(page, server);
    await line(page, "総務課").waitFor();
  });

  it("GivenAMember_WhenTheyLookForTheDepartments_ThenThereIsNoLinkAndThePageIsRefused", async () => {
    const member = await openPage(browser, { viewport: phone });
    await signIn(member, server, "k.watanabe");
    await member.getByRole("link", { name: "設定" }).click();
    await member.getByRole("button", { name: "ログアウトする" }).waitFor();
    await untilCount(member.getByRole("link", { name: "組織を変える" }), 0);
    await member.goto(`${server.url}/organisation`);
    await isRefused(member);
    await untilCount(member.locator(".directory-tree"), 0);
    await member.context().close();
  });

  it("GivenOnlyKeys_WhenDepartmentsAreRenamedAddedMovedAndRemoved_ThenTheyAreSaved", async () => {
    const press = (key) => page.keyboard.press(key);
    const change = (name) => `[aria-label="「${name}」を変える"]`;
    await page.goto(`${server.url}/settings`);
    await tabTo(page, ".access-group a", "組織を変える");
    await press("Enter");
    await page.locator(".directory-tree-foot").waitFor();
    await goesRound(page);

    await tabTo(page, change("介護支援課"));
    await press("Enter");
    await tabTo(page, ".directory-tree-panel input");
    await press("Control+A");
    await page.keyboard.insertText("介護課");
    await tabTo(page, ".directory-tree-panel button", "上へ");
    await press("Enter");
    await page.locator("button:focus", { hasText: "上へ" }).waitFor();
    await press("Enter");
    await tabTo(page, ".directory-tree-panel button", "この中に所属を足す");
    await press("Enter");
    await page.locator(".directory-tree-panel input:focus").waitFor();
    await page.keyboard.insertText("訪問係");
    await tabTo(page, change("ボランティアセンター"));
    await press("Enter");
    await tabTo(page, ".directory-tree-panel button", "この所属を消す");
    await press("Enter");
    await page.locator("[aria-expanded]:focus").waitFor();

    await tabTo(page, ".directory-tree-foot .primary");
    await press("Enter");
    await sheet().waitFor();
    await press("Escape");
    await page.locator(".directory-tree-foot .primary:focus").waitFor();
    await press("Enter");
    await tabTo(page, ".ui-dialog .primary");
    await press("Enter");
    await said("保存しました。");
    await onServer(["介護課", "-訪問係", "総務課", "地域福祉課", "生活支援課", "子育て支援課"]);
  });
});
