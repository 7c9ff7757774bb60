/** アドレス帳: the list and somebody's page, and each of their screens: `look(name)`. */
import { away } from "./people_tour.mjs";
import { choose, goTo } from "./screens.mjs";

export const personRow = (page, name) => page.locator(".ui-book-row", { hasText: name });
export const count = (page) => page.locator(".ui-book-head [role=status]");
export const openBook = (page) => page.locator(".ui-tabs a", { hasText: "アドレス帳" }).click();

/** Writes into the list's search; answers when it says what was found. */
export async function searchPeople(page, words, said = /見つかりま/) {
  await page.locator(".ui-book-list").getByRole("searchbox").fill(words);
  await count(page).filter({ hasText: said }).waitFor();
}

/** Opens somebody's page from the list. */
export async function openPerson(page, name) {
  await personRow(page, name).click();
  await page.locator(".ui-book-page").getByRole("heading", { name, exact: true }).waitFor();
}

/** The list put together in each way and searched, and pages of others, of oneself, of nobody. */
export async function peopleScreens(page, server, look, me) {
  await goTo(page, `${server.url}/people`);
  await page.locator(".ui-book-row").first().waitFor();
  await look("people");
  await choose(page, "雇用区分");
  await look("people-employment");
  await choose(page, "五十音");
  await page.getByRole("button", { name: "な行へ移る" }).click();
  await look("people-kana");
  await searchPeople(page, "ほうもん", "見つかりませんでした");
  await look("people-nobody-found");
  await searchPeople(page, "順子");
  await look("people-found");
  await openPerson(page, away);
  await look("person-on-leave");
  await goTo(page, `${server.url}/people`);
  await searchPeople(page, "ボランティアコーディネーター");
  await page.locator(".ui-book-row").click();
  await page.locator(".hours-now strong").waitFor();
  await look("person");
  await goTo(page, `${server.url}/people`);
  await searchPeople(page, me);
  await openPerson(page, me);
  await page.locator(".hours-now strong").waitFor();
  await look("person-me");
  await goTo(page, `${server.url}/people/1`);
  await page.getByText("この人は、アドレス帳にいません。").waitFor();
  await look("person-missing");
}

/** Somebody's page as an administrator sees it, and the sheet for a leave. */
export async function peopleAdministratorScreens(page, server, look) {
  await goTo(page, `${server.url}/people`);
  await searchPeople(page, away);
  await openPerson(page, away);
  const change = page.getByRole("button", {
    name: `${away}さんの休職を変える`,
  });
  await change.waitFor();
  await look("person-administrator");
  await change.click();
  await page.getByRole("dialog").waitFor();
  await look("person-leave-sheet");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
