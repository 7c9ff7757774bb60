/** 異動・退職: planning them on somebody's page, the page of all of them, and each of their screens: `look(name)`. */
import { openPerson, searchPeople } from "./people_book.mjs";
import { button, goTo, isRefused, sheet } from "./screens.mjs";

export const closed = (page) => sheet(page).waitFor({ state: "detached" });
export const plans = (page) => page.locator(".directory-planned");

/** Opens somebody's page as an administrator, from the list. */
export async function openStaffing(page, server, name) {
  await goTo(page, `${server.url}/people`);
  await page.locator(".ui-book-row").first().waitFor();
  await searchPeople(page, name);
  await openPerson(page, name);
  await button(page, "異動を予定する").waitFor();
}

export async function openStaffChanges(page, server) {
  await goTo(page, `${server.url}/staff-changes`);
  await page.getByRole("heading", { name: "退職した人" }).waitFor();
}

/** Writes a transfer into the sheet that opens. `fields` by their labels; a department is chosen. */
export async function writeTransfer(page, day, { 所属: department, ...fields }) {
  await button(page, "異動を予定する").click();
  await sheet(page).getByLabel("いつから").fill(day);
  if (department) await sheet(page).getByLabel("所属", { exact: true }).selectOption(department);
  for (const [label, said] of Object.entries(fields)) {
    await sheet(page).getByLabel(label, { exact: true }).fill(said);
  }
}

/** Goes on to what changes, and plans it; `save` is what the button there says. */
export async function planWritten(page, save) {
  await button(sheet(page), "内容を確かめる").click();
  await button(sheet(page), save).click();
  await closed(page);
}

/** Somebody who retired, as no test can wait for it: the account ends at midnight. */
export const retired = [
  {
    person: "7007007",
    name: "退職者 3",
    last_day: "2026-10-31",
    done_at: Date.UTC(2026, 9, 31, 15),
    erased: [
      { what: "profile", count: 1 },
      { what: "posts", count: 2 },
      { what: "heads", count: 0 },
      { what: "sessions", count: 2 },
      { what: "passwords", count: 1 },
      { what: "cards", count: 1 },
      { what: "settings", count: 1 },
      { what: "rooms", count: 14 },
      { what: "join_requests", count: 0 },
      { what: "later_messages", count: 0 },
      { what: "contacts", count: 3 },
      { what: "hours", count: 3 },
      { what: "notices", count: 27 },
      { what: "dismissals", count: 4 },
    ],
  },
];

const retired_path = "**/api/v1/directory/retired";
export const answerRetired = (page) =>
  page.route(retired_path, (route) => route.fulfill({ json: { retired } }));
export const unanswerRetired = (page) => page.unroute(retired_path);

/** An administrator's screens; what is planned here is called off again. */
export async function staffChangesScreens(page, server, look) {
  const name = "岡本 千尋";
  await openStaffChanges(page, server);
  await page.getByText("予定している異動や退職はありません。").waitFor();
  await look("staff-changes-empty");
  await openStaffing(page, server, name);
  await button(page, "異動を予定する").scrollIntoViewIfNeeded();
  await look("staffing");
  await button(page, "異動を予定する").click();
  await sheet(page).getByLabel("いつから").fill("");
  await button(sheet(page), "兼務を加える").click();
  await sheet(page).getByLabel("兼務1の役職").fill("主任");
  await button(sheet(page), "内容を確かめる").click();
  await sheet(page).getByRole("alert").first().waitFor();
  await look("transfer-wrong");
  await page.keyboard.press("Escape");
  await closed(page);
  await writeTransfer(page, "2099-04-01", { 所属: "総務課", 電話: "0596-00-0207" });
  await sheet(page).getByLabel("兼務1の所属").selectOption("生活支援課");
  await sheet(page).getByLabel("兼務1の所属").scrollIntoViewIfNeeded();
  await look("transfer");
  await button(sheet(page), "内容を確かめる").click();
  await button(sheet(page), "予定する").waitFor();
  await look("transfer-check");
  await button(sheet(page), "予定する").click();
  await closed(page);
  await button(page, "退職を予定する").click();
  await sheet(page).getByLabel("最後の日").fill("2099-05-31");
  await look("retirement");
  await button(sheet(page), "退職を予定する").click();
  await closed(page);
  await plans(page).nth(1).waitFor();
  await plans(page).first().scrollIntoViewIfNeeded();
  await look("staffing-planned");
  await answerRetired(page);
  await openStaffChanges(page, server);
  await plans(page).nth(1).waitFor();
  await look("staff-changes");
  await button(page, "退職者 3の削除の証明を見る").click();
  await page.getByRole("heading", { name: "退職者の情報を削除した証明" }).waitFor();
  await look("proof");
  await button(page, "一覧へ戻る").click();
  await unanswerRetired(page);
  for (const what of [/異動を取り消す$/, /退職を取り消す$/]) {
    await page.getByRole("button", { name: what }).click();
    await sheet(page).waitFor();
    if (what.source.startsWith("異動")) await look("call-off");
    await button(sheet(page), "取り消す").click();
    await closed(page);
  }
}

export async function staffChangesNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/staff-changes`);
  await isRefused(page);
  await look("staff-changes-not-mine");
}
