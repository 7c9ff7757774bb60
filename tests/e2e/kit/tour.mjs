/**
 * Every screen there is, one after the other: `look(name, page)` is called on each. The page ends
 * signed in, as it began.
 */
import { pasteAndSend } from "./drafts.mjs";
import { choose, goTo, openRoom, send } from "./screens.mjs";

export const department = "地域福祉課";
export const partner = "渡邊 恵子";
export const long_name =
  "ふれあいいきいきサロン北町・西町・南町合同企画委員会と配食ボランティアの連絡会議G";

const closeSheet = async (page) => {
  await page.locator("dialog > header button").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
};
const toSheet = (page, name) => page.getByRole("dialog", { name }).waitFor();

export async function signInScreens(page, server, look) {
  await page.goto(`${server.url}/signin`);
  await page.getByRole("button", { name: "ログインする" }).click();
  await page.getByRole("alert").waitFor();
  await look("signin-nothing-entered");
  await page.locator(".access-code").fill("ABCD-EFGH-JKLM-NPQR-STUV");
  await page.getByRole("button", { name: "ログインする" }).click();
  await page.locator(".ui-problem").waitFor();
  await look("signin-refused");
  await page.reload();
  await page.locator(".access-code").waitFor();
  await look("signin-code");
  await choose(page, "IDとパスワード");
  await look("signin-password");
}

export async function listScreens(page, server, look) {
  await goTo(page, `${server.url}/t`);
  await page.locator(".talk-item").first().waitFor();
  await look("rooms");
  await page.getByRole("button", { name: "新しいトーク" }).click();
  await toSheet(page, "新しいトーク");
  await look("new-direct");
  const sheet = page.getByRole("dialog");
  await choose(sheet, "グループ");
  await sheet.getByRole("checkbox").nth(0).check();
  await sheet.getByRole("checkbox").nth(4).check();
  await sheet.getByRole("button", { name: "トークを始める" }).click();
  await sheet.getByRole("alert").waitFor();
  await look("new-group");
  await sheet.getByRole("searchbox").fill("いない人");
  await look("new-nobody-found");
  await closeSheet(page);
  await goTo(page, `${server.url}/t/1`);
  await page.locator(".talk-missing-room").waitFor();
  await look("room-missing");
}

export async function roomScreens(page, server, look) {
  await goTo(page, `${server.url}/t`);
  await openRoom(page, partner);
  await page.locator(".talk-read").first().waitFor();
  await look("room-direct");
  await goTo(page, `${server.url}/t`);
  await openRoom(page, department);
  await page.locator(".talk-read").first().waitFor();
  await look("room-group");
  await page.locator(".talk-read").last().click();
  await toSheet(page, "読んだ人");
  await page.locator("dialog .talk-people-name").first().waitFor();
  await look("readers");
  await page.locator("dialog .ui-choice label").nth(1).click();
  await look("readers-unread");
  await closeSheet(page);
  await goTo(page, `${server.url}/t`);
  await openRoom(page, long_name);
  await look("room-long-name");
  await page.getByRole("button", { name: "メンバー", exact: true }).click();
  await toSheet(page, /^メンバー/);
  await look("members");
  await page.getByRole("button", { name: "メンバーを加える" }).click();
  await toSheet(page, "加える人を選ぶ");
  await look("members-add");
  await page.getByRole("button", { name: "やめる" }).click();
  await page.getByRole("button", { name: "退出する" }).click();
  await look("members-leave");
  await closeSheet(page);
}

export async function settingsScreens(page, server, look) {
  await goTo(page, `${server.url}/settings`);
  await page.getByRole("button", { name: "ログアウトする" }).waitFor();
  await look("settings");
  await page.getByRole("button", { name: "パスワードを決める" }).click();
  await page.getByLabel("新しいパスワード").fill("みかん");
  await look("settings-password");
  await page.getByLabel("新しいパスワード").fill("sasaki1985shakyo");
  await page.getByRole("button", { name: "決める", exact: true }).click();
  await page.locator(".ui-problem").waitFor();
  await look("settings-password-refused");
  await page.getByRole("button", { name: "作ってもらう" }).click();
  await page.locator(".access-made").waitFor();
  await look("settings-password-made");
}

/** A line that is broken while somebody writes: banner, waiting messages. */
export async function brokenLine(page, server, look, text) {
  await goTo(page, `${server.url}/t`);
  await openRoom(page, partner);
  await page.context().setOffline(true);
  await page.locator(".ui-banner").waitFor();
  await send(page, text);
  await page.locator(".talk-stuck").waitFor();
  await look("room-offline");
  await page.context().setOffline(false);
  await page.locator(".talk-stuck").waitFor({ state: "detached" });
}

/** What the guideline says of what is being written: hint, sheet, a message that is asked about. */
export async function writingScreens(page, server, look) {
  const application = "明日の午後、時間休を申請します。";
  const field = page.locator(".talk-textarea");
  const hint = (clause) => page.locator(".talk-hint", { hasText: `条項 ${clause}` }).waitFor();
  await goTo(page, `${server.url}/t`);
  await openRoom(page, partner);
  await field.fill("お疲れ様です。会議は14時からです。");
  await hint("5.1");
  await look("hint");
  await page.locator(".talk-hint").getByRole("button", { name: "消す" }).click();
  await look("hint-undo");
  await field.fill(application);
  await hint("B6");
  await look("hint-question");
  await field.press("Control+Enter");
  await page.getByRole("dialog").waitFor();
  await look("confirm");
  await page.getByRole("button", { name: "書き直す" }).click();
  await pasteAndSend(page, `急ぎです。${application}`);
  const row = page.locator(".talk-stuck");
  await row.getByRole("button", { name: "確かめる" }).waitFor();
  await look("room-asked-first");
  await row.getByRole("button", { name: "消す" }).click();
}
