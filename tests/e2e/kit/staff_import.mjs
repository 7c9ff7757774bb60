/** 名簿の取り込み: files for it, picking them, and each of its screens: `look(name)`. */
import { button, goTo, isRefused } from "./screens.mjs";
import { until } from "./until.mjs";

export const running = "**/api/v1/directory/imports?*";
export const standing = "**/api/v1/directory/imports";

const link = (page) => page.getByRole("link", { name: "名簿を取り込む・書き出す" });
const field = (page) => page.locator(".ui-sheet input[type=file]");
const heading = (page, name) => page.getByRole("heading", { name, exact: true });

/** A file as Excel in Japan writes it. */
export const csv = (name, ...lines) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(["氏名,フリガナ,ID,所属,内線,入職日", ...lines, ""].join("\r\n")),
});

export const sasaki_moves = "佐々木 彩,ササキ アヤ,a.sasaki@minato,総務課,299,2010/4/1";
export const newcomer = "水野 あかり,ミズノ アカリ,a.mizuno@minato,総務課,110,2026/4/1";
export const bad = csv(
  "名簿_まちがい.csv",
  sasaki_moves,
  ",漢字,s!,総務課,,2026/13/1",
  "丘 野原,,n.oka@minato,総務課,,",
);

export async function openImport(page, server) {
  await goTo(page, `${server.url}/settings`);
  await link(page).click();
  await button(page, "名簿のファイルを選ぶ").waitFor();
}

/** Picks a file; answers when the page says what comes of it. */
export async function pick(page, file, said) {
  await field(page).setInputFiles(file);
  await heading(page, said).waitFor();
}

export const refused = (file) => `「${file.name}」は取り込んでいません`;
export const planned = "取り込むと、こうなります";
export const nothing = "変わるところはありません";
export const done = "取り込みました";

/** Goes away from a file that was shown, past the question. */
export async function leaveImport(page) {
  await page.getByRole("link", { name: "戻る" }).click();
  await button(page.getByRole("dialog"), "離れる").click();
  await link(page).waitFor();
}

const last = { at: 1_795_476_600_000, report: { added: 10_000, changed: 12, unchanged: 3 } };

/** Nothing of it is written. */
export async function staffImportScreens(page, server, look) {
  await openImport(page, server);
  await look("staff-import");
  await button(page, "CSVで書き出す").scrollIntoViewIfNeeded();
  await look("staff-import-export");
  await pick(page, bad, refused(bad));
  await look("staff-import-refused");
  const file = csv("名簿_2026年度.csv", newcomer, sasaki_moves);
  await pick(page, file, planned);
  await look("staff-import-plan");
  await page.getByRole("link", { name: "戻る" }).click();
  await page.getByRole("dialog").waitFor();
  await look("staff-import-leaving");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  let answer;
  await page.route(running, (route) => new Promise((go) => (answer = (how) => go(how(route)))));
  const now = { step: "writing", done: 4321, of: 10000 };
  await page.route(standing, (route) => route.fulfill({ json: { now } }));
  await button(page, "取り込む").click();
  await page.getByText("10,000行のうち4,321行").waitFor();
  await look("staff-import-running");
  await page.unroute(standing);
  answer((route) => route.abort());
  await page.getByText("取り込みが終わったかどうか、まだ分かりません。").waitFor();
  await look("staff-import-in-doubt");
  answer = undefined;
  await button(page, "取り込む").click();
  await until("it to be sent again", () => answer !== undefined);
  answer((route) => route.fulfill({ json: { added: 1, changed: 0, unchanged: 1 } }));
  await heading(page, done).waitFor();
  await page.unroute(running);
  await look("staff-import-done");
  await page.route(standing, (route) => route.fulfill({ json: { now, last } }));
  await goTo(page, `${server.url}/settings`);
  await link(page).click();
  await heading(page, "取り込みの途中です").waitFor();
  await look("staff-import-following");
  await page.unroute(standing);
  await page.route(standing, (route) => route.fulfill({ json: { last } }));
  await goTo(page, `${server.url}/settings`);
  await openImport(page, server);
  await page.getByText("前の取り込み").waitFor();
  await look("staff-import-last");
  await page.unroute(standing);
}

export async function staffImportNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/staff-import`);
  await isRefused(page);
  await look("staff-import-not-mine");
}
