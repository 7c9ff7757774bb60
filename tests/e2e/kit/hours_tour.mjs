/** When the office works, and the days of a person: `look(name)` is called on each screen. */
import { call, choose, goTo, sheet } from "./screens.mjs";
import { addSite } from "./sites_tour.mjs";

const department = "地域福祉課";
const site = "北部地域福祉センターふれあいプラザ分室";

const inSheet = (page, name) => sheet(page).getByRole("button", { name, exact: true });
const open = async (page, name) => {
  await page.getByRole("button", { name, exact: true }).click();
  await sheet(page).waitFor();
};
const close = async (page) => {
  await page.keyboard.press("Escape");
  await sheet(page).waitFor({ state: "detached" });
};

/** Shifts to choose from, and a site that works on a special day. */
export async function makeTimes(administrator) {
  const patterns = [
    { name: "早番", opens: 420, closes: 945 },
    { name: "夜勤", opens: 1320, closes: 1800 },
    { name: "休み" },
  ];
  const day = { day: "05-07", says: "open", name: "創立記念日の集い", opens: 600, closes: 720 };
  await call(administrator, "PUT", "hours/patterns", { scope: "organisation", patterns });
  await addSite(administrator, site);
  await call(administrator, "PUT", "directory/departments/site", { department, site });
  await call(administrator, "PUT", "hours/day", { scope: "site", whose: site, ...day });
}

/** The times of the office and each sheet that changes them, as an administrator sees them. */
export async function hoursScreens(page, server, look) {
  await goTo(page, `${server.url}/hours`);
  await page.getByRole("article", { name: site, exact: true }).waitFor();
  await look("hours-administrator");
  await open(page, "組織の曜日ごとの時間を変える");
  await sheet(page).getByRole("textbox", { name: "月曜日の終わり" }).fill("1:00");
  await inSheet(page, "保存する").click();
  await inSheet(page, "終わりを翌1:00にする").waitFor();
  await look("hours-week-sheet");
  await close(page);
  await open(page, "組織の休業日や特別な日を足す");
  await choose(sheet(page), "時間を決めて開く");
  await sheet(page).getByRole("textbox", { name: "その日の終わり" }).fill("翌13:00");
  await inSheet(page, "保存する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("hours-day-sheet");
  await close(page);
  await open(page, "組織のシフトを変える");
  await inSheet(page, "早番を外す").click();
  await inSheet(page, "シフトを足す").click();
  await inSheet(page, "保存する").click();
  await sheet(page).getByText("名前を入れてください。").waitFor();
  await look("hours-patterns-sheet");
  await close(page);
}

/** The same times, as everybody sees them. */
export async function hoursOfMineScreen(page, server, look) {
  await goTo(page, `${server.url}/hours`);
  await page.getByRole("article", { name: site, exact: true }).waitFor();
  await look("hours-member");
}

/** A person's own days in the settings, and the sheet of a day off. */
export async function myDaysScreens(page, server, look) {
  await goTo(page, `${server.url}/settings`);
  await page.getByRole("button", { name: "ほかの時刻" }).click();
  await page.getByRole("button", { name: "この時刻まで" }).click();
  await page.locator(".hours-mine").getByRole("alert").waitFor();
  await look("settings-my-days");
  await open(page, "休みの日を足す");
  await inSheet(page, "この日を休む").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("hours-day-off-sheet");
  await close(page);
}
