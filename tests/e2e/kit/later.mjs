/** Messages for later, and what can't wait: times, sheets, and the screens that show them. */
import { pasteAndSend } from "./drafts.mjs";
import { line } from "./notices.mjs";
import { call, goTo, openRoom, sheet } from "./screens.mjs";

const hour_ms = 3_600_000;
const inJapan = (at) => new Date(at + 9 * hour_ms);

/** As the fields for dates and times want them. */
export const dayField = (at) => inJapan(at).toISOString().slice(0, 10);
export const timeField = (at) => inJapan(at).toISOString().slice(11, 16);

/** As people read it: 11/24(火) 8:30 */
export function spoken(at) {
  const there = inJapan(at);
  const weekday = "日月火水木金土"[there.getUTCDay()];
  const minute = String(there.getUTCMinutes()).padStart(2, "0");
  return `${there.getUTCMonth() + 1}/${there.getUTCDate()}(${weekday}) ${there.getUTCHours()}:${minute}`;
}

/** The page's person can be rung again in two days or so, not before. */
export const openInTwoDays = (page) =>
  call(page, "PUT", "hours/me/week", {
    week: [
      {
        weekday: inJapan(Date.now() + 48 * hour_ms).getUTCDay(),
        opens: 510,
        closes: 1035,
      },
    ],
  });

/** When the other one can be rung next, as the server says to this page's person. */
export async function openingOf(page, person) {
  const { people } = await call(page, "POST", "hours/statuses", {
    people: [person],
  });
  return people[0].operating.opens;
}

export const waiting = async (page) => (await call(page, "GET", "talk/later")).later;

export const inSheet = (page, name) => sheet(page).getByRole("button", { name });
export const timeButton = (page) => page.getByRole("button", { name: "時刻を決めて送る" });
export const waitingButton = (page) => page.locator(".talk-later-open");

/** Chooses a time of one's own in the sheet that is open. */
export async function fillTime(page, at) {
  const own = sheet(page).getByRole("radio", { name: "日時を選ぶ" });
  const day = sheet(page).getByLabel("日付");
  await own.or(day).first().waitFor();
  if ((await own.count()) > 0) await own.check({ force: true });
  await day.fill(dayField(at));
  await sheet(page).getByLabel("時刻").fill(timeField(at));
}

/** Sheets and page of what is sent later. The one who reads can be rung in two days. */
export async function laterScreens(page, server, look, partner) {
  await goTo(page, `${server.url}/later`);
  await page.locator(".talk-later-empty").waitFor();
  await look("later-empty");
  await goTo(page, `${server.url}/t`);
  await openRoom(page, partner);
  await page.locator(".hours-ways").waitFor();
  const field = page.locator(".talk-textarea");
  const text = "月曜日の打合せの資料を、始まる前に印刷しておいてください。";
  await field.fill(text);
  await look("room-receivers-outside");
  await page.getByRole("button", { name: "始業に送る" }).click();
  await sheet(page).waitFor();
  await look("later-opening");
  await fillTime(page, Date.now());
  await page.locator("dialog .ui-wrong").waitFor();
  await look("later-own-time");
  await fillTime(page, Date.now() + 72 * hour_ms);
  await inSheet(page, /に送る$/).click();
  await page.locator(".talk-later-line p").waitFor();
  await look("room-kept-for-later");
  await field.fill("続き");
  await waitingButton(page).click();
  await sheet(page).locator(".talk-later-item").waitFor();
  await look("later-of-room");
  await inSheet(page, /送るのをやめる/).click();
  await inSheet(page, "元に戻す").waitFor();
  await look("later-stopped");
  await inSheet(page, "元に戻す").click();
  await inSheet(page, /送るのをやめる/).waitFor();
  await page.keyboard.press("Escape");
  await field.fill("");
  await goTo(page, `${server.url}/t`);
  await page.locator("a.talk-list-link[href='/later']").click();
  await page.locator(".talk-later-item").first().waitFor();
  await look("later-page");
  for (const { id } of await waiting(page)) await call(page, "DELETE", `talk/later/${id}`);
}

/**
 * 緊急: the sheet, the message, who hasn't read it, the line that rings; and the question of clause B3.
 * The measure is on for everybody; `say` is somebody else, with the reason; `ask` turns the question on.
 */
export async function urgentScreens(page, server, look, partner, say, ask) {
  await goTo(page, `${server.url}/t`);
  await openRoom(page, partner);
  await page.locator(".talk-textarea").fill("川の水が上がっています。2階に移ってください。");
  await page.getByRole("button", { name: "緊急", exact: true }).click();
  await sheet(page).waitFor();
  await look("urgent");
  await sheet(page).getByRole("radio", { name: "ほかの理由" }).check({ force: true });
  await inSheet(page, "緊急で送る").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("urgent-own-reason");
  await sheet(page).getByRole("textbox").fill("大雨で川の水位が上がっています");
  await inSheet(page, "緊急で送る").click();
  const row = page.locator(".talk-place:last-child .talk-row", {
    has: page.locator(".talk-urgent"),
  });
  await row.locator(".talk-unread-count").waitFor();
  await look("room-urgent");
  await row.locator(".talk-unread-count").click();
  await sheet(page).locator(".talk-extension").waitFor();
  await look("readers-urgent");
  await page.keyboard.press("Escape");
  await sheet(page).waitFor({ state: "detached" });
  await ask("confirm");
  await pasteAndSend(page, "急ぎではありませんが、来週の車の予定を教えてください。");
  await page.getByRole("button", { name: "確かめる" }).click();
  await inSheet(page, "始業に送る").waitFor();
  await look("confirm-receivers-outside");
  await inSheet(page, "書き直す").click();
  await page.locator(".talk-textarea").fill("");
  await ask(null);
  await goTo(page, `${server.url}/t`);
  await page.locator(".talk-item").first().waitFor();
  await say("川の水が上がっています。2階に移ってください。", "災害");
  await line(page).waitFor();
  await look("notice-line-urgent");
  await line(page).locator("a").click();
  await page.locator(".talk-place:last-child .talk-urgent").waitFor();
  await look("room-urgent-of-another");
}
