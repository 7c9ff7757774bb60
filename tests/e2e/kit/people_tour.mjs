/** Leave, reports and figures, on the screens of administrators and of everybody: `look(name)`. */
import { call, goTo, isRefused, openRoom, sheet } from "./screens.mjs";
import { toTab } from "./notices.mjs";

export const away = "秋山 順子";

const inSheet = (page, name) => sheet(page).getByRole("button", { name, exact: true });
const closed = (page) => sheet(page).waitFor({ state: "detached" });
const close = async (page) => {
  await page.keyboard.press("Escape");
  await closed(page);
};

/** Where those on leave stand on the guideline's page. */
export const leavesOf = (page) =>
  page.locator("section.policy-section", {
    has: page.getByRole("heading", { name: "休職", exact: true }),
  });

/** Somebody is on leave without an end, and the writer has a room with them. */
export async function makeLeave(administrator, writer) {
  await toTab(administrator, "決まり");
  await leavesOf(administrator).getByRole("button", { name: "休職を登録" }).click();
  await sheet(administrator).getByLabel("始まりの日").fill("2026-01-05");
  await sheet(administrator).getByRole("checkbox").check();
  await sheet(administrator).getByRole("searchbox").fill(away);
  await sheet(administrator).getByRole("radio").check();
  await inSheet(administrator, "登録する").click();
  await closed(administrator);
  await toTab(writer, "トーク");
  await writer.getByRole("button", { name: "新しいトーク" }).click();
  await sheet(writer).getByRole("searchbox").fill(away);
  await sheet(writer).getByRole("radio", { name: away }).check();
  await inSheet(writer, "トークを始める").click();
  await closed(writer);
}

/** Two messages of this room were reported; an administrator has said what came of the first. */
export async function makeReports(administrator, reporter, room) {
  const { person } = await call(reporter, "GET", "session");
  const of = `talk/rooms/${room}/messages`;
  const { messages } = await call(reporter, "GET", `${of}?after=0&limit=100`);
  const others = messages.filter(({ author }) => author !== person.id).slice(-2);
  const reasons = [
    "ほかの職員の悪口に読めます。",
    "仕事の話ではありません。\n夜に何度も届きます。",
  ];
  const ids = [];
  for (const [i, { seq }] of others.entries()) {
    const report = await call(reporter, "POST", `${of}/${seq}/reports`, { reason: reasons[i] });
    ids.push(report.id);
  }
  const outcome = "本人と話し、取り消してもらいました。";
  await call(administrator, "PUT", `talk/reports/${ids[0]}/outcome`, { outcome });
}

/** The list of those on leave and its sheet, as an administrator sees them. */
export async function leaveScreens(page, server, look) {
  await goTo(page, `${server.url}/guideline`);
  await leavesOf(page).scrollIntoViewIfNeeded();
  await leavesOf(page).getByText(away).waitFor();
  await look("leave-list");
  await leavesOf(page).getByRole("button", { name: "休職を登録" }).click();
  await sheet(page).getByRole("searchbox").waitFor();
  await look("leave-sheet");
  await inSheet(page, "登録する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("leave-sheet-missing");
  await close(page);
  await leavesOf(page)
    .getByRole("button", { name: `${away}さんの休職を変える` })
    .click();
  await inSheet(page, "休職を取り消す（復職）").waitFor();
  await look("leave-change");
  await close(page);
}

/** What whoever writes to somebody on leave is shown. */
export async function receiverOnLeaveScreens(page, server, look) {
  await goTo(page, `${server.url}/t`);
  await openRoom(page, away);
  await page.locator(".talk-on-leave").waitFor();
  await look("room-on-leave");
  await page.getByRole("button", { name: "メンバー", exact: true }).click();
  await sheet(page).getByText("休職中", { exact: true }).waitFor();
  await look("members-on-leave");
  await close(page);
}

/** Reporting a message of a room, and a room without any of others. */
export async function reportingScreens(page, server, look, room, own) {
  const open = async (name) => {
    await goTo(page, `${server.url}/t`);
    await openRoom(page, name);
    await page.locator(".talk-row").first().waitFor();
    await page.getByRole("button", { name: "メンバー", exact: true }).click();
    await inSheet(page, "困った書き込みを知らせる（通報）").click();
    await page.getByRole("dialog", { name: "困った書き込みを知らせる" }).waitFor();
  };
  await open(own);
  await look("report-nothing");
  await close(page);
  await open(room);
  await look("report");
  await sheet(page).getByRole("textbox").fill("あ".repeat(503));
  await sheet(page).getByRole("alert").waitFor();
  await look("report-too-long");
  await sheet(page).getByRole("textbox").fill("仕事の話ではありません。");
  await sheet(page).getByRole("radio").first().check();
  await inSheet(page, "管理者に知らせる").click();
  await sheet(page).getByText("管理者に知らせました。").waitFor();
  await look("report-done");
  await close(page);
  await goTo(page, `${server.url}/reports`);
  await isRefused(page);
  await look("reports-not-mine");
}

/** What was reported, and a report in its context, as an administrator sees them. */
export async function reportScreens(page, server, look) {
  await goTo(page, `${server.url}/t`);
  await page.locator(".talk-list-link", { hasText: "確かめていない通報" }).waitFor();
  await look("rooms-with-reports");
  await goTo(page, `${server.url}/reports`);
  await page.locator(".talk-later-item").first().waitFor();
  await look("reports");
  const buttons = page.getByRole("button", { name: /前後といっしょに読む/ });
  await buttons.first().click();
  await inSheet(page, "確かめました").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("reported");
  await close(page);
  await buttons.last().click();
  await sheet(page).getByText("結果").waitFor();
  await look("reported-closed");
  await close(page);
}

/** The figures of a month, of one without messages, and of one that can't be fetched. */
export async function figuresScreens(page, server, look) {
  const answers = "**/talk/figures*";
  const previous = page.getByRole("button", { name: "前の月" });
  await goTo(page, `${server.url}/figures`);
  await page.locator(".talk-figures-notes").waitFor();
  await look("figures");
  await page.getByRole("button", { name: "CSVで保存" }).scrollIntoViewIfNeeded();
  await look("figures-end");
  // The small department of this office may have said something: there, no month is empty.
  await page.route(answers, (route) => route.fulfill({ json: { month: "", departments: [] } }));
  await previous.click();
  await page.locator(".talk-later-empty").waitFor();
  await look("figures-empty");
  await page.unroute(answers);
  await page.route(answers, (route) => route.abort());
  await previous.click();
  await page.locator(".talk-figures .ui-problem").waitFor();
  await look("figures-problem");
  await page.unroute(answers);
}

export async function figuresNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/figures`);
  await page.getByText("管理者と所属の長だけが見られます。").waitFor();
  await look("figures-not-mine");
}
