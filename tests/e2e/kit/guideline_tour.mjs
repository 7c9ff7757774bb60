/** The guideline's screens: `look(name)` is called on each. */
import { call, choose, clauseCard, goTo } from "./screens.mjs";

const opened = (page, name) => page.getByRole("dialog", { name }).waitFor();
const close = async (page) => {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
};
async function open(page, button, clause) {
  await clauseCard(page, clause).getByRole("button", { name: button }).click();
  await page.getByRole("dialog").waitFor();
}

/**
 * The second edition, and a third being drafted: the administrator heads a department and has accepted,
 * as have these readers.
 */
export async function makeEditions(administrator, readers) {
  const words = {
    title: "使う時間は平日の9時から",
    text: "使う時間は、平日の9:00–17:00です。",
  };
  await call(administrator, "PUT", "policy/clauses/B1/draft", words);
  const own = {
    title: "電話の前に合図する",
    text: "電話の前に、短く合図します。",
  };
  await call(administrator, "POST", "policy/clauses", own);
  const note = "使う時間を短くし、電話の決まりを加えました。";
  await call(administrator, "POST", "policy/editions", {
    note,
    effective_on: "2026/12/1",
  });
  for (const reader of [administrator, ...readers]) {
    await call(reader, "PUT", "policy/acceptance", { edition: 2 });
  }
  const { person } = await call(administrator, "GET", "session");
  const head = { department: person.department, person: person.id };
  await call(administrator, "PUT", "directory/heads", head);
  await call(administrator, "PUT", "policy/clauses/5.3/settings/characters", {
    value: "150",
  });
  const risky = {
    title: "パスワード",
    text: "IDとパスワードは、原則として変更しません。",
  };
  await call(administrator, "PUT", "policy/clauses/7.2/draft", risky);
  await call(administrator, "DELETE", "policy/clauses/own.1");
}

export async function guidelineScreens(page, server, look) {
  await goTo(page, `${server.url}/guideline`);
  await clauseCard(page, "B1").waitFor();
  await look("guideline");
  await goTo(page, `${server.url}/guideline/5.3`);
  await clauseCard(page, "5.3").locator("h3:focus").waitFor();
  await look("guideline-clause");
  await page.getByRole("searchbox").fill("どこにもない言葉");
  await page.getByText("見つかりませんでした。").waitFor();
  await look("guideline-none-found");
}

export async function administratorScreens(page, server, look) {
  await goTo(page, `${server.url}/guideline/7.2`);
  await clauseCard(page, "7.2").locator("h3:focus").waitFor();
  await look("guideline-administrator");
  await open(page, "決まりを変える", "5.3");
  await page.getByLabel("文字数の目安", { exact: true }).fill("9999");
  await page.getByRole("button", { name: "決める", exact: true }).click();
  await page.locator("dialog .ui-problem").waitFor();
  await look("guideline-rule");
  await close(page);
  await open(page, "この所属の決まり", "5.3");
  await choose(page, "オフ");
  await look("guideline-department");
  await close(page);
  await open(page, "文を直す", "7.2");
  await page.getByLabel("見出し").fill("あ".repeat(61));
  await look("guideline-words");
  await page.getByRole("button", { name: "いまの文に戻す" }).click();
  await close(page);
  const publish = page.getByRole("button", { name: "新しい版を公開する" });
  await publish.scrollIntoViewIfNeeded();
  await look("guideline-drafts");
  await publish.click();
  await page.getByRole("button", { name: "公開する", exact: true }).click();
  await page.locator("dialog .ui-problem").waitFor();
  await look("guideline-publish");
  await close(page);
  await page.getByRole("button", { name: "総務課 の長を決める" }).click();
  await opened(page, "総務課 の長");
  await look("guideline-head");
  await close(page);
}

/** What somebody new is shown, and whoever accepted the edition before. */
export async function acceptanceScreens(newcomer, reader, server, look) {
  // The last tour ended at the last screen.
  await newcomer.evaluate(() => sessionStorage.clear());
  await goTo(newcomer, `${server.url}/t`);
  for (let n = 1; n <= 6; ++n) {
    await newcomer.getByText(`${n} / 6`, { exact: true }).waitFor();
    await look(newcomer, `welcome-${n}`);
    if (n < 6) await newcomer.getByRole("button", { name: "次へ" }).click();
  }
  await goTo(reader, `${server.url}/t`);
  await opened(reader, "運用ガイドラインが新しくなりました");
  await reader.locator(".policy-change").first().waitFor();
  await look(reader, "accept-changed");
}
