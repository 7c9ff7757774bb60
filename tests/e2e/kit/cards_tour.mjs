/** ログインカード: choosing, making and showing them, and each of their screens: `look(name)`. */
import { button, choose, goTo, isRefused, sheet } from "./screens.mjs";

const department = "港東児童クラブ・放課後サポートセンター";
const issuing = "**/api/v1/directory/people/*/card";

export const cardOf = (page, name) =>
  page.getByRole("article", { name: `${name}さんのカード`, exact: true });
const closed = (page) => sheet(page).waitFor({ state: "detached" });

/** Chooses by department or employment type; answers when it says for how many. */
export async function chooseName(page, what, name) {
  await choose(page, what);
  await choose(page, name);
  await page.getByText(/^\d+人分のカードを作ります。$/).waitFor();
}

/** Says yes to the question, where more than one is made; answers when `n` are there. */
export async function make(page, n) {
  await button(page, "カードを作る").click();
  if (n > 1) await button(sheet(page), `${n}枚作る`).click();
  await page.getByRole("heading", { name: `カード ${n}枚` }).waitFor();
}

/** Makes a card for somebody, beside those that are there. */
export async function makeFor(page, name, n) {
  await choose(page, "人を選ぶ");
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("checkbox", { name }).check();
  const answer = page.waitForResponse((reply) => reply.url().endsWith("/card"));
  await button(page, "カードを作る").click();
  const card = await (await answer).json();
  await page.getByRole("heading", { name: `カード ${n}枚` }).waitFor();
  return card;
}

/** Goes away from the cards, past the question. */
export async function leaveCards(page) {
  await page.getByRole("link", { name: "戻る" }).click();
  await button(sheet(page), "離れる").click();
  await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
}

export async function cardScreens(page, server, look) {
  await goTo(page, `${server.url}/settings`);
  await page.getByRole("link", { name: "ログインカードを作る" }).scrollIntoViewIfNeeded();
  await look("settings-administrator");
  await page.getByRole("link", { name: "ログインカードを作る" }).click();
  await page.getByRole("checkbox").first().waitFor();
  await look("cards");
  await choose(page, "雇用区分");
  await button(page, "カードを作る").click();
  await page.getByRole("alert").waitFor();
  await look("cards-missing");
  await choose(page, "みんな");
  await page.getByText(/^休職中の.+には作りません。$/).waitFor();
  await look("cards-everybody");
  await button(page, "カードを作る").click();
  await sheet(page).waitFor();
  await look("cards-asked");
  await page.keyboard.press("Escape");
  await closed(page);
  await brokenOff(page, look);
  await chooseName(page, "所属", department);
  await button(page, "カードを作る").click();
  await page.getByRole("heading", { name: "カード 4枚" }).waitFor();
  await look("cards-made");
  await cardOf(page, "田島 港").scrollIntoViewIfNeeded();
  await look("cards-long-name");
  await button(page, "田島 港さんのカードを大きく見せる").click();
  await sheet(page).waitFor();
  await look("card-large");
  await page.keyboard.press("Escape");
  await closed(page);
  await page.getByRole("link", { name: "戻る" }).click();
  await sheet(page).waitFor();
  await look("cards-leaving");
  await button(sheet(page), "離れる").click();
  await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
}

/** While they are made, and where the line broke in the middle. */
async function brokenOff(page, look) {
  const waiting = [];
  let asked = 0;
  await page.route(issuing, (route) => {
    asked += 1;
    if (asked <= 3) return route.continue();
    return new Promise((go) => waiting.push(() => go(route.abort())));
  });
  await chooseName(page, "所属", "総務課");
  await button(page, "カードを作る").click();
  await sheet(page)
    .getByRole("button", { name: /枚作る$/ })
    .click();
  await page.getByText(/枚のうち3枚できました$/).waitFor();
  await look("cards-making");
  waiting.forEach((breakOff) => breakOff());
  await page.getByText("途中で止まっています").waitFor();
  await look("cards-stopped");
  await page.unroute(issuing);
  await button(page, "ここまでにする").click();
  await button(page, "ほかの人のカードも作る").click();
}

export async function cardsNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/sign-in-cards`);
  await isRefused(page);
  await look("cards-not-mine");
}
