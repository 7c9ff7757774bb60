import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage } from "./kit/browser.mjs";
import { tabTo } from "./kit/keys.mjs";
import {
  acceptGuideline,
  call,
  choose,
  clauseCard,
  composer,
  openRoom,
  signIn,
} from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount } from "./kit/until.mjs";

const department = "地域福祉課";

describe("The guideline", () => {
  let server, browser, aoki, sasaki;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    [aoki, sasaki] = await Promise.all([openPage(browser), openPage(browser)]);
    await signIn(aoki, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await openGuideline(aoki);
    await openGuideline(sasaki);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function openGuideline(page) {
    await page.getByRole("link", { name: /^決まり/ }).click();
    await clauseCard(page, "B1").waitFor();
  }

  const sheetOf = (page) => page.getByRole("dialog");
  const closed = (page) => sheetOf(page).waitFor({ state: "detached" });

  async function edit(page, button, id) {
    await clauseCard(page, id).getByRole("button", { name: button }).click();
    await sheetOf(page).waitFor();
    return sheetOf(page);
  }

  /** What holds of a clause, as it is shown on a page. */
  const holds = (page, id) => clauseCard(page, id).locator(".policy-holds li").first();
  const showsThat = (page, id, ...said) =>
    until(`${id} to be ${said}`, async () => {
      const text = await holds(page, id).textContent();
      return said.every((word) => text.includes(word));
    });

  async function draft(id, text) {
    const sheet = await edit(aoki, "文を直す", id);
    await sheet.getByLabel("本文").fill(text);
    await sheet.getByRole("button", { name: "下書きにする" }).click();
    await closed(aoki);
  }

  async function publish(note) {
    await aoki.getByRole("button", { name: "新しい版を公開する" }).click();
    const sheet = sheetOf(aoki);
    await sheet.getByLabel("変えた理由").fill(note);
    await sheet.getByRole("button", { name: "公開する", exact: true }).click();
    await closed(aoki);
  }

  /** The guideline has come, and nothing lies over it. */
  async function isNotAsked(page) {
    await openGuideline(page);
    await page.getByRole("link", { name: "決まり", exact: true }).waitFor();
    await untilCount(sheetOf(page), 0);
  }

  /** A page of its own, on which nothing is remembered. */
  async function freshPage(login) {
    const page = await openPage(browser);
    await page.goto((await server.card(login)).url);
    return page;
  }

  it("GivenANewcomer_WhenSignedIn_ThenTheWelcomeIsPutOffUntilTheNextBrowserAndAcceptedOnce", async () => {
    const first = await freshPage("h.onishi");
    const title = { name: "ようこそ" };
    await first.getByRole("dialog", title).waitFor();
    await first.getByText(/\d+月\d+日\([日月火水木金土]\)までにお願いします。/).waitFor();
    await sheetOf(first).getByRole("button", { name: "あとで" }).click();
    await closed(first);
    await first.reload();
    await first.getByRole("link", { name: "決まり 確認のお願いがあります" }).waitFor();
    await untilCount(sheetOf(first), 0);

    const second = await freshPage("h.onishi");
    await second.getByRole("dialog", title).waitFor();
    await acceptGuideline(second);
    await second.reload();
    await isNotAsked(second);
  });

  it("GivenAMemberLookingOn_WhenAnAdministratorTurnsOff5_1_ThenThePageSaysSoAndWhoDidIt", async () => {
    await showsThat(sasaki, "5.1", "ヒント", "ひな形のとおり");
    await untilCount(clauseCard(sasaki, "5.1").getByRole("button"), 0);
    const sheet = await edit(aoki, "決まりを変える", "5.1");
    await choose(sheet, "オフ");
    await sheet.getByRole("button", { name: "決める" }).click();
    await closed(aoki);
    await showsThat(sasaki, "5.1", "オフ", "組織で決めました (青木 智子、", "年");

    const again = await edit(aoki, "決まりを変える", "5.1");
    await again.getByRole("button", { name: "この決まりをひな形に戻す" }).click();
    await again.getByText("この決まりを戻しました。").waitFor();
    await showsThat(sasaki, "5.1", "ヒント", "ひな形のとおり");
    await aoki.keyboard.press("Escape");
    await closed(aoki);
  });

  it("GivenANumberOutOfRange_WhenChosen_ThenTheRefusalStandsInTheSheetAndNothingIsLost", async () => {
    const sheet = await edit(aoki, "決まりを変える", "2.2.a");
    const field = sheet.getByLabel("文字数の目安", { exact: true });
    await field.fill("９９");
    await sheet.getByRole("button", { name: "決める" }).click();
    await sheet.getByText("数字は5から50までで入れてください。").waitFor();
    assert.equal(await field.inputValue(), "９９");
    await field.fill("２０");
    await sheet.getByRole("button", { name: "決める" }).click();
    await closed(aoki);
    await clauseCard(sasaki, "2.2.a").getByText("20文字").waitFor();
  });

  it("GivenAnEditedClause_WhenItIsPublished_ThenMembersSeeWhatChangedAcceptAndAreNotAskedAgain", async () => {
    await openRoom(await toTalk(sasaki), department);
    await composer(sasaki, department).fill("書きかけの文章");
    const words =
      "使う時間は、原則として平日の9:00–17:00です。休みの日には「時間外」と表示します。";
    await draft("B1", words);
    await aoki.getByRole("button", { name: "次の版の下書き 1件" }).click();
    await aoki.locator(".policy-drafts h2:focus").waitFor();
    await publish("使う時間を短くしました。");
    await aoki.getByText("第2版を公開しました。").waitFor();

    await sasaki.getByRole("link", { name: "決まり 確認のお願いがあります" }).waitFor();
    await untilCount(sheetOf(sasaki), 0, "nobody is interrupted");
    assert.equal(await composer(sasaki, department).inputValue(), "書きかけの文章");

    await sasaki.reload();
    const sheet = sasaki.getByRole("dialog", {
      name: "運用ガイドラインが新しくなりました",
    });
    await sheet.getByText("変わったところ: 使う時間を短くしました。").waitFor();
    await sheet.getByText("変わった決まり 1件").waitFor();
    assert.match(await sheet.locator("dd").first().textContent(), /平日の8:30–17:15です。/);
    assert.equal(await sheet.locator("dd.new .policy-text").textContent(), words);
    await acceptGuideline(sasaki);
    assert.equal(await composer(sasaki, department).inputValue(), "書きかけの文章");
    await sasaki.reload();
    await isNotAsked(sasaki);

    await aoki.getByRole("button", { name: "読んで確認する" }).click();
    await acceptGuideline(aoki);
    await sasaki.getByText("第2版", { exact: true }).waitFor();
  });

  async function toTalk(page) {
    await page.getByRole("link", { name: /^トーク/ }).click();
    return page;
  }

  it("GivenAHead_WhenSheChoosesForHerDepartment_ThenItHoldsThereAndCanBeGivenBack", async () => {
    const row = aoki.locator(".policy-heads li", { hasText: department });
    await row.getByRole("button", { name: "長を決める" }).click();
    const picking = sheetOf(aoki);
    await picking.getByRole("radio", { name: /渡邊 恵子/ }).check();
    await picking.getByRole("button", { name: "決める", exact: true }).click();
    await closed(aoki);
    await row.getByText("渡邊 恵子").waitFor();

    const head = await freshPage("k.watanabe");
    await acceptGuideline(head);
    await openGuideline(head);
    const sheet = await edit(head, "この所属の決まり", "5.2");
    await choose(sheet, "オフ");
    await sheet.getByRole("button", { name: "決める" }).click();
    await closed(head);
    await showsThat(sasaki, "5.2", "オフ", `${department}で決めました (渡邊 恵子、`);
    await showsThat(aoki, "5.2", "ヒント", "ひな形のとおり");

    const again = await edit(head, "この所属の決まり", "5.2");
    await again.getByRole("button", { name: "この決まりを組織のとおりに戻す" }).click();
    await showsThat(sasaki, "5.2", "ヒント", "ひな形のとおり");
    await head.context().close();
  });

  it("GivenWordsThatEndanger_WhenTheyAreTyped_ThenTheWarningStandsThereWithOtherWords", async () => {
    const sheet = await edit(aoki, "文を直す", "7.2");
    await sheet.getByLabel("本文").fill("IDとパスワードは、原則として変更しない。");
    await sheet.getByRole("alert").getByText("いつまでも本人になりすませます").waitFor();
    await sheet.getByRole("button", { name: "あぶなくない文の案を入れる" }).click();
    await sheet.getByRole("alert").waitFor({ state: "detached" });
    assert.doesNotMatch(await sheet.getByLabel("本文").inputValue(), /変更しない/);
    await sheet.getByRole("button", { name: "入れる前の文に戻す" }).click();
    await sheet.getByRole("alert").waitFor();
    assert.match(await sheet.getByLabel("本文").inputValue(), /原則として変更しない/);
    await sheet.getByRole("button", { name: "いまの文に戻す" }).click();
    await sheet.getByRole("alert").waitFor({ state: "detached" });
    await aoki.keyboard.press("Escape");
    await closed(aoki);
  });

  it("GivenAnOpenEditor_WhenTheGuidelineChanges_ThenNothingTypedIsLostEvenWhenItIsClosed", async () => {
    const sheet = await edit(aoki, "文を直す", "B2");
    await sheet.getByLabel("本文").fill("書きかけの条項");
    const other = await freshPage("k.morikawa");
    await acceptGuideline(other);
    await call(other, "PUT", "policy/clauses/5.3/settings/characters", {
      value: "150",
    });
    await clauseCard(sasaki, "5.3").getByText("150文字").waitFor();
    await clauseCard(aoki, "5.3").getByText("150文字").waitFor();
    assert.equal(await sheet.getByLabel("本文").inputValue(), "書きかけの条項");
    await aoki.keyboard.press("Escape");
    await closed(aoki);
    const again = await edit(aoki, "文を直す", "B2");
    assert.equal(await again.getByLabel("本文").inputValue(), "書きかけの条項");
    await again.getByRole("button", { name: "いまの文に戻す" }).click();
    await aoki.keyboard.press("Escape");
    await closed(aoki);
    await other.context().close();
  });

  it("GivenAnAdministrator_WhenAClauseIsAddedAndLeftOutAgain_ThenBothAreDraftsThatCanBeDropped", async () => {
    await aoki.getByRole("button", { name: "条項を足す" }).click();
    const sheet = sheetOf(aoki);
    await sheet.getByRole("button", { name: "下書きにする" }).click();
    await sheet.getByText("見出しと本文を入れてください。").waitFor();
    await sheet.getByLabel("見出し").fill("合図は短く");
    await sheet.getByLabel("本文").fill("電話の前に、短く合図します。");
    await sheet.getByRole("button", { name: "下書きにする" }).click();
    await closed(aoki);
    await aoki.getByText("新しい決まり").waitFor();
    await untilCount(clauseCard(sasaki, "own.1"), 0);
    await publish("ひとつ加えました。");
    await clauseCard(sasaki, "own.1").getByText("電話の前に、短く合図します。").waitFor();

    await clauseCard(aoki, "own.1").getByRole("button", { name: "次の版で外す" }).click();
    await aoki.getByText("なくなる決まり").waitFor();
    await aoki.getByRole("button", { name: "own.1 の下書きを取り消す" }).click();
    await aoki.getByText("下書きはありません。").waitFor();
    for (const page of [aoki, sasaki]) {
      await page.getByRole("button", { name: "読んで確認する" }).click();
      await acceptGuideline(page);
    }
  });

  it("GivenAClauseInTheAddress_WhenItIsOpened_ThenThePageStandsThere", async () => {
    await sasaki.goto(`${server.url}/guideline/6.4`);
    const heading = clauseCard(sasaki, "6.4").getByRole("heading");
    await until("the clause to have the focus", () =>
      heading.evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        return document.activeElement === element && top > 0 && top < innerHeight / 2;
      }),
    );
  });

  it("GivenTheSearch_WhenWordsAreTyped_ThenTheClausesWithThemStandThere", async () => {
    const search = sasaki.getByRole("searchbox");
    await search.fill("ｽﾀﾝﾌﾟ");
    await sasaki.getByText(/^\d+件見つかりました。$/).waitFor();
    const found = await sasaki.locator(".policy-clause").allTextContents();
    assert.ok(found.length > 0 && found.every((text) => text.includes("スタンプ")));
    await search.fill("２．６．ｅ");
    await untilCount(sasaki.locator(".policy-clause"), 1);
    await search.fill("どこにもない言葉");
    await sasaki.getByText("見つかりませんでした。").waitFor();
    await search.fill("");
    await sasaki.getByText("全部で63件あります。").waitFor();
  });

  it("GivenTheWholePage_WhenItIsPrinted_ThenItStandsOnSeveralSheetsOfA4WithoutTheShell", async () => {
    await sasaki.emulateMedia({ media: "print" });
    for (const part of [".ui-tabs", ".ui-search", ".policy-contents"]) {
      assert.equal(await sasaki.locator(part).first().isVisible(), false, part);
    }
    await sasaki.getByText(/^みなと市社会福祉協議会 印刷した日 \d{4}年/).waitFor();
    const look = await clauseCard(sasaki, "9").evaluate((element) => {
      const { color, breakInside } = getComputedStyle(element);
      return { color, breakInside };
    });
    assert.deepEqual(look, { color: "rgb(0, 0, 0)", breakInside: "avoid" });
    const sheets = (await sasaki.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sizes = [...sheets.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const pages = sheets.match(/\/Type \/Page\b/g).length;
    assert.ok(pages >= 5 && pages <= 14, `${pages} sheets`);
    assert.deepEqual(sizes.at(0).slice(1).map(Math.round), [595, 842]);
    await sasaki.emulateMedia({ media: "screen" });
  });

  it("GivenOnlyKeys_WhenAnAdministratorChangesARule_ThenItHolds", async () => {
    const press = (key) => aoki.keyboard.press(key);
    await aoki.goto(`${server.url}/t`);
    await aoki.locator(".talk-item").first().waitFor();
    await tabTo(aoki, ".ui-tabs a", "決まり");
    await press("Enter");
    await tabTo(aoki, ".ui-search input");
    await aoki.keyboard.insertText("2.1.b");
    await aoki.getByText("1件見つかりました。").waitFor();
    await tabTo(aoki, ".policy-buttons button", "決まりを変える");
    await press("Enter");
    await tabTo(aoki, ".ui-dialog input[type=radio]");
    await press("ArrowLeft");
    await tabTo(aoki, ".ui-dialog button", "決める");
    await press("Enter");
    await closed(aoki);
    await showsThat(aoki, "2.1.b", "オフ", "組織で決めました");
  });

  it("GivenTheDaysAreOver_WhenSomebodySignsIn_ThenTheSheetWaitsForAnAnswer", async () => {
    await call(aoki, "PUT", "policy/clauses/B7/settings/days", { value: "0" });
    const page = await freshPage("m.yoshida");
    const sheet = page.getByRole("dialog", {
      name: "運用ガイドラインが新しくなりました",
    });
    await sheet.getByText(/までの確認をお願いしていました。/).waitFor();
    for (const note of ["使う時間を短くしました。", "ひとつ加えました。"]) {
      await sheet.getByText(`変わったところ: ${note}`).waitFor();
    }
    await sheet.getByText("変わった決まり 2件").waitFor();
    for (const name of ["あとで", "閉じる"]) {
      await untilCount(sheet.getByRole("button", { name }), 0, name);
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.ok(await sheet.isVisible());
    await acceptGuideline(page);
    await page.context().close();
  });
});
