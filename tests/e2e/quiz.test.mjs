import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { answerAll } from "./kit/quiz.mjs";
import { chooseSetting, clauseCard, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount } from "./kit/until.mjs";

const grace_days = 31;

describe("The yearly check of understanding (clause 3.2)", () => {
  let server, browser, administrator;

  before(async () => {
    server = await Server.open();
    await server.makeAcceptancesOlder(grace_days);
    browser = await launch();
    administrator = await pageOf("t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function pageOf(login, options = {}) {
    const page = await openPage(browser, options);
    await signIn(page, server, login);
    return page;
  }

  const line = (page) => page.getByRole("region", { name: "年に一度の確認" });
  const sheet = (page) => page.getByRole("dialog");
  const progress = (page, n) => page.getByText(`${n} / 5`, { exact: true }).waitFor();

  /** The questions have come; whether the line is there is decided. */
  async function isNotAsked(page) {
    await page.goto(`${server.url}/settings`);
    await page.getByRole("link", { name: "理解度チェックを開く" }).waitFor();
    await untilCount(line(page), 0);
  }

  it("GivenAMonthSinceTheAcceptance_WhenSomebodySignsIn_ThenALineAsksQuietlyAndCanBePutOff", async () => {
    const sasaki = await pageOf("a.sasaki", { viewport: phone });
    await line(sasaki).getByText("年に一度の確認があります（5問・3分ほど）").waitFor();
    await line(sasaki).getByRole("button", { name: "あとで" }).click();
    await line(sasaki).waitFor({ state: "detached" });
    await sasaki.reload();
    await isNotAsked(sasaki);
    await sasaki.context().close();
  });

  it("GivenSomebodyWhoHasYetToAcceptTheGuideline_WhenSignedIn_ThenOnlyThatIsAsked", async () => {
    const onishi = await pageOf("h.onishi");
    await sheet(onishi).getByRole("button", { name: "あとで" }).click();
    await isNotAsked(onishi);
    await onishi.context().close();
  });

  it("GivenOnlyKeys_WhenTheTabIsReloadedInTheMiddle_ThenItGoesOnThereAndIsDoneForThisYear", async () => {
    const sasaki = await pageOf("a.sasaki");
    const press = (key) => sasaki.keyboard.press(key);
    await tabTo(sasaki, ".quiz-line a", "始める");
    await press("Enter");
    for (let n = 1; n <= 5; ++n) {
      await progress(sasaki, n);
      if (n > 1 && n !== 4) await hasFocus(sasaki, ".quiz-question h2");
      await tabTo(sasaki, ".quiz-choice");
      await press("Enter");
      await sasaki
        .locator(".quiz-why")
        .getByText(/^(正解です|正しくは、こちらです)$/)
        .waitFor();
      await tabTo(sasaki, ".quiz-question .primary", "次へ");
      await press("Enter");
      if (n === 3) await reloadAndLookBack(sasaki);
    }
    await hasFocus(sasaki, ".quiz-question h2");
    await sasaki.getByText("32人分なら64万円").waitFor();
    await tabTo(sasaki, ".quiz-sum input");
    await press("Control+A");
    await sasaki.keyboard.insertText("１００");
    await sasaki.getByText("100人分なら200万円").waitFor();
    await tabTo(sasaki, ".quiz-question .primary", "終わりました");
    await press("Enter");
    await sasaki.getByText("次は来年度の4月からです。").waitFor();
    await until("the thanks to have the focus", async () =>
      (await focusedText(sasaki)).includes("ありがとうございました"),
    );
    await tabTo(sasaki, ".quiz-question .primary", "トークへ");
    await press("Enter");
    await sasaki.locator(".talk-item").first().waitFor();
    await untilCount(line(sasaki), 0);

    await sasaki.reload();
    await isNotAsked(sasaki);
    await sasaki.getByText(/^今年度は\d+月\d+日\([日月火水木金土]\)に終わりました。$/).waitFor();
    await sasaki.context().close();
  });

  const hasFocus = (page, selector) =>
    until(`the focus on ${selector}`, () =>
      page.evaluate((wanted) => document.activeElement.matches(wanted), selector),
    );

  async function reloadAndLookBack(page) {
    await progress(page, 4);
    await page.reload();
    await progress(page, 4);
    await page.getByRole("button", { name: "戻る" }).click();
    await progress(page, 3);
    await untilCount(page.locator(".quiz-choice[aria-pressed=true]"), 1);
    await page.getByRole("button", { name: "次へ" }).click();
  }

  it("GivenSomebodyAtTheEnd_WhenAnAdministratorChangesAQuestion_ThenOnlyThatOneIsAskedAgain", async () => {
    const watanabe = await pageOf("k.watanabe", { viewport: phone });
    await line(watanabe).getByRole("link", { name: "始める" }).click();
    await answerAll(watanabe);

    await changeTheSecondQuestion();

    await watanabe.getByRole("button", { name: "終わりました" }).click();
    await watanabe.getByText(/管理者が問題を直しました。/).waitFor();
    await progress(watanabe, 2);
    await watanabe.getByText("夜に思い出した連絡は、どうしますか。").waitFor();
    await watanabe.getByRole("button", { name: "朝に届くように送る" }).click();
    await watanabe.getByText("正解です").waitFor();
    for (let n = 2; n <= 5; ++n) {
      await progress(watanabe, n);
      await watanabe.getByRole("button", { name: "次へ" }).click();
    }
    await watanabe.getByRole("button", { name: "終わりました" }).click();
    await watanabe.getByText("ありがとうございました").waitFor();
    await watanabe.context().close();
  });

  async function changeTheSecondQuestion() {
    await clauseOf3_2(administrator);
    await administrator.getByRole("button", { name: "2問目を直す" }).click();
    const form = sheet(administrator);
    await form.getByLabel("問題", { exact: true }).fill("夜に思い出した連絡は、どうしますか。");
    await form.getByLabel("答え 1", { exact: true }).fill("朝に届くように送る");
    await form.getByRole("button", { name: "答え 3 を消す" }).click();
    await form.getByRole("button", { name: "答えを足す" }).click();
    await form.getByRole("button", { name: "保存する" }).click();
    await form.getByText("空の答えがあります。").waitFor();
    await form.getByRole("button", { name: "答え 3 を消す" }).click();
    await form.getByRole("button", { name: "保存する" }).click();
    await form.waitFor({ state: "detached" });
    await administrator.getByText("2問目を直しました。").waitFor();
  }

  /** By the link on the clause's card. */
  async function clauseOf3_2(page) {
    await page.goto(`${server.url}/guideline/3.2`);
    await clauseCard(page, "3.2").getByRole("link", { name: "理解度チェックを開く" }).click();
    await page.locator(".quiz-screen").waitFor();
  }

  it("GivenTwoWhoAreDone_WhenAnAdministratorLooks_ThenTheyAndTheOthersAreNamedAndCanBePrinted", async () => {
    await administrator.goto(`${server.url}/quiz`);
    await administrator.getByText(/^\d+人中 2人$/).waitFor();
    const [open, done] = await administrator.locator(".quiz-people").allTextContents();
    for (const name of ["佐々木 彩", "渡邊 恵子"]) {
      assert.ok(done.includes(name) && !open.includes(name), name);
    }
    assert.ok(open.includes("青木 智子"));
    assert.match(done, /\d+月\d+日/);
    await administrator.screenshot({ path: "build/e2e/quiz-who.png", fullPage: true });
    await administrator.emulateMedia({ media: "print" });
    for (const part of [".quiz-question", ".quiz-list", ".ui-tabs"]) {
      assert.equal(await administrator.locator(part).first().isVisible(), false, part);
    }
    await administrator.getByText(/^みなと市社会福祉協議会 印刷した日 \d{4}年/).waitFor();
    assert.ok(await administrator.locator(".quiz-people").first().isVisible());
    await administrator.emulateMedia({ media: "screen" });
  });

  it("GivenOwnQuestions_WhenTheyAreReset_ThenItIsAskedFirstAndThePresetsAreBack", async () => {
    await administrator.goto(`${server.url}/quiz`);
    await administrator.getByText("夜に思い出した連絡は、どうしますか。").waitFor();
    await administrator.getByRole("button", { name: "はじめの問題に戻す" }).click();
    await sheet(administrator).getByRole("button", { name: "戻す", exact: true }).click();
    await sheet(administrator).waitFor({ state: "detached" });
    await administrator.getByText("はじめの問題に戻しました。").waitFor();
    await untilCount(administrator.getByText("夜に思い出した連絡は"), 0);
  });

  it("GivenAMember_WhenThePageIsOpened_ThenNothingOfOthersIsThere", async () => {
    const sasaki = await pageOf("a.sasaki");
    await sasaki.goto(`${server.url}/quiz`);
    await sasaki.getByRole("heading", { name: "今年度は終わっています" }).waitFor();
    await untilCount(sasaki.locator(".quiz-manage"), 0);
    await sasaki.getByRole("button", { name: "もう一度やってみる（練習）" }).click();
    await progress(sasaki, 1);
    await sasaki.context().close();
  });

  it("GivenTheClauseIsOff_WhenThePageIsOpened_ThenOneSentenceSaysSoAndNobodyIsAsked", async () => {
    await chooseSetting(administrator, "3.2", "main", "off");
    const yoshida = await pageOf("m.yoshida");
    await yoshida.goto(`${server.url}/quiz`);
    await yoshida.getByText("理解度チェックを行っていません。").waitFor();
    await yoshida.goto(`${server.url}/guideline/3.2`);
    await clauseCard(yoshida, "3.2").waitFor();
    await untilCount(line(yoshida), 0);
    await untilCount(clauseCard(yoshida, "3.2").getByRole("link"), 0);
    await chooseSetting(administrator, "3.2", "main", "on");
    await yoshida.context().close();
  });
});
