/** When somebody may be rung, what the browser was asked to show, and the screens of notices. */
import { call, goTo, unreadOf } from "./screens.mjs";
import { until } from "./until.mjs";

const week = (opens, closes) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

/** Whenever the tests run. */
export const openAlways = (page) => setWeek(page, week(0, 1500));
export const closeAlways = (page) => setWeek(page, []);

/** Until the page itself knows whether it may ring. */
async function setWeek(page, days) {
  const rings = days.length > 0;
  const heard = page.waitForResponse(
    async (answer) =>
      answer.url().endsWith("/api/v1/notices") && (await answer.json()).rings === rings,
  );
  await call(page, "PUT", "hours/me/week", { week: days });
  await heard;
}

/** The browser's notifications are noted instead of shown; see `notedOf`. */
export const noteNotifications = (page) =>
  page.addInitScript(() => {
    const really = globalThis.Notification;
    globalThis.noted = [];
    globalThis.Notification = class {
      static get permission() {
        return really.permission;
      }
      static requestPermission() {
        return really.requestPermission();
      }
      constructor(title, { body, tag }) {
        globalThis.noted.push({
          title,
          body,
          tag,
          click: () => this.onclick(),
        });
      }
      close() {}
    };
  });

export const notedOf = (page) =>
  page.evaluate(() => globalThis.noted.map(({ title, body, tag }) => ({ title, body, tag })));

/** The page's window comes before the others, or behind them, as far as the page can tell. */
export const putInFront = (page, inFront) =>
  page.evaluate((yes) => {
    document.hasFocus = () => yes;
    window.dispatchEvent(new Event(yes ? "focus" : "blur"));
  }, inFront);

export const line = (page) => page.locator(".notify-line");
export const toTab = (page, name) => page.locator(".ui-tabs a").filter({ hasText: name }).click();

/** What came while the page's person could not be rung: two messages in a group, one of a person. */
export async function makeDigest(page, group, partner, say) {
  await closeAlways(page);
  const unread = () => Promise.all([unreadOf(page, group), unreadOf(page, partner)]);
  const before = await unread();
  await say(group, "明日の車の予定を出してください。");
  await say(group, "鍵は受付にあります。");
  await say(partner, "お手すきのときにお電話ください。");
  await until("all to be there", async () => {
    const there = await unread();
    return there[0] >= before[0] + 2 && there[1] >= before[1] + 1;
  });
  await openAlways(page);
}

/** The list of notices, the line that shows one, a room that rings for nothing, and the settings. */
export async function noticeScreens(page, server, look, send) {
  await goTo(page, `${server.url}/t`);
  await toTab(page, "通知");
  await page.locator(".notify-card").first().waitFor();
  await look("notices");
  await toTab(page, "トーク");
  await page.locator(".talk-item").first().waitFor();
  await send("会議は14時からに変わりました。");
  await send("資料は共有の棚にありますので、始まる前に読んでおいてください。");
  await line(page).getByText(/^ほか/).waitFor();
  await line(page).hover();
  await look("notice-line");
  await line(page).getByRole("button").click();
  await goTo(page, `${server.url}/settings`);
  await page.locator(".notify-quiet").scrollIntoViewIfNeeded();
  await look("settings-notices");
}
