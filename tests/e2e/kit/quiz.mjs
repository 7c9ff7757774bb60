/** 理解度チェック: going through it, and each of its screens. */
import { goTo } from "./screens.mjs";

const nextButton = (page) => page.getByRole("button", { name: "次へ" });
const choices = (page) => page.locator(".quiz-choice");

/** From the first question to the end, whatever is right. */
export async function answerAll(page, questions = 5) {
  for (let n = 1; n <= questions; ++n) {
    await page.getByText(`${n} / ${questions}`, { exact: true }).waitFor();
    await choices(page).first().click();
    await nextButton(page).click();
  }
  await page.getByRole("button", { name: "終わりました" }).waitFor();
}

/** As somebody who hasn't done it, and as somebody who has. */
export async function quizScreens(page, server, look) {
  const again = page.getByRole("button", { name: "もう一度やってみる（練習）" });
  await goTo(page, `${server.url}/quiz`);
  await again.or(choices(page).first()).first().waitFor();
  if ((await again.count()) > 0) await again.click();
  await choices(page).first().waitFor();
  await look("quiz-question");
  await choices(page).nth(0).click();
  await look("quiz-answer");
  await choices(page).nth(1).click();
  await look("quiz-other-answer");
  await page.reload();
  await choices(page).first().waitFor();
  await answerAll(page);
  await page.getByLabel("人数").fill("0");
  await look("quiz-end");
  await page.getByRole("button", { name: "終わりました" }).click();
  await page.getByText("ありがとうございました").waitFor();
  await look("quiz-done");
}

/** Questions, a question being written, who has done it. */
export async function quizAdministratorScreens(page, server, look) {
  await goTo(page, `${server.url}/quiz`);
  await page.locator(".quiz-people li").first().waitFor();
  await look("quiz-administrator");
  await page.locator(".quiz-standing").scrollIntoViewIfNeeded();
  await look("quiz-standing");
  await page.getByRole("button", { name: "2問目を直す" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("問題", { exact: true }).fill("あ".repeat(201));
  await sheet.getByRole("button", { name: "答えを足す" }).click();
  await sheet.getByRole("button", { name: "保存する" }).click();
  await sheet.getByRole("alert").waitFor();
  await look("quiz-question-sheet");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
}
