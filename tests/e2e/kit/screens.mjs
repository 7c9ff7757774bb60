/** What people do on the screens, and what they see there. */
import { until } from "./until.mjs";

export const button = (place, name) => place.getByRole("button", { name, exact: true });
export const sheet = (page) => page.getByRole("dialog");

/** It is a page of administrators, and whoever is here is none. */
export const isRefused = (page) => page.getByText("このページは管理者だけが見られます。").waitFor();

/** Opens somebody's sign-in card; answers when the list of rooms is there. */
export async function signIn(page, server, login) {
  const { url } = await server.card(login);
  await page.goto(url);
  await page.locator(".talk-item").first().waitFor();
}

/** The first sign-in of somebody who has yet to accept the guideline: reads it, and accepts. */
export async function signInFirst(page, server, login) {
  const { url } = await server.card(login);
  await page.goto(url);
  await acceptGuideline(page);
}

/** The sheet of a new edition, or the screens of somebody new, one by one. */
export async function acceptGuideline(page) {
  const sheet = page.getByRole("dialog");
  const accept = sheet.getByRole("button", { name: /^(確認しました|読みました。同意します)$/ });
  const next = sheet.getByRole("button", { name: "次へ" });
  await accept.or(next).waitFor();
  while ((await accept.count()) === 0) await next.click();
  await accept.click();
  await sheet.waitFor({ state: "detached" });
}

/**
 * To an address of the app, as a link of its own leads there: nothing is loaded anew but where the page isn't the
 * app's, is there already, or asks before it is left.
 */
export async function goTo(page, address) {
  const arrived = await page.evaluate((address) => {
    const { origin, pathname } = new URL(address);
    if (location.origin !== origin || location.pathname === pathname) return false;
    const link = document.createElement("a");
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
    return location.pathname === pathname;
  }, address);
  if (!arrived) await page.goto(address);
}

/** Where a clause stands in the guideline. */
export const clauseCard = (page, id) => page.locator(`[id="clause-${id}"]`);

/** What the page's person asks of the server, past the screens. */
export async function call(page, method, path, data) {
  const { origin } = new URL(page.url());
  const headers = { origin };
  const answer = await page.request.fetch(`${origin}/api/v1/${path}`, {
    method,
    data,
    headers,
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : await answer.json();
}

export const roomItem = (page, name) =>
  page.locator(".talk-item", { has: page.getByText(name, { exact: true }) });

export async function openRoom(page, name) {
  await roomItem(page, name).click();
  await composer(page, name).waitFor();
}

export const composer = (page, name) =>
  page.getByRole("textbox", { name: `${name}へのメッセージ`, exact: true });

/** Writes into the open room and sends by key. Doesn't wait for the server. */
export async function send(page, text) {
  const field = page.locator(".talk-textarea");
  await field.fill(text);
  await field.press("Control+Enter");
}

/** The rows of the open room, from above: text, whose, whether the server has it, what is read. */
export const rows = (page) =>
  page.locator(".talk-content").evaluate((content) =>
    [...content.querySelectorAll(".talk-row")].map((row) => ({
      text: row.querySelector(".talk-bubble").textContent,
      mine: row.classList.contains("mine"),
      kept: !row.querySelector(".talk-meta.pending, .talk-stuck"),
      read: row.querySelector(".talk-read")?.textContent ?? "",
    })),
  );

/** The texts of the open room that begin like this, with the server's word that it has them all. */
export async function keptTexts(page, beginning) {
  const found = (await rows(page)).filter((row) => row.text.startsWith(beginning));
  if (found.some((row) => !row.kept)) throw new Error("not everything has reached the server");
  return found.map((row) => row.text);
}

/** What the server answers to this page's person about the open room. */
async function askRoom(page, rest) {
  const { origin, pathname } = new URL(page.url());
  const room = /^\/t\/(\d+)$/.exec(pathname)[1];
  const answer = await page.request.get(`${origin}/api/v1/talk/rooms/${room}/${rest}`);
  return await answer.json();
}

/** Who is signed in on this page. */
export async function ownId(page) {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/v1/session`);
  return (await answer.json()).person.id;
}

/** Who has read a message and when, and who hasn't. */
export const readersOf = (page, seq) => askRoom(page, `messages/${seq}/readers`);

/** The whole history of the open room as the server has it: seq, body, author. */
export async function history(page) {
  const messages = [];
  for (;;) {
    const after = messages.at(-1)?.seq ?? 0;
    const { messages: got } = await askRoom(page, `messages?after=${after}&limit=100`);
    if (got.length === 0) return messages;
    messages.push(...got);
  }
}

/** Opens the sheet of those who have read the row with this text. */
export async function openReaders(page, text) {
  const row = page.locator(".talk-row", {
    has: page.getByText(text, { exact: true }),
  });
  await row.locator(".talk-read").click();
  await page.getByRole("dialog", { name: "読んだ人" }).waitFor();
}

export const namesInSheet = (page) => page.locator("dialog .talk-people-name").allTextContents();

/** Presses one of several, as a finger does. */
export const choose = (place, label) =>
  place.locator(`.ui-choice label:has(:text-is("${label}"))`).click();

/** Whose device the server takes this browser for: the cookie of a shared one goes with the browser. */
export async function deviceSaid(page) {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === "horenso_session").expires === -1 ? "shared" : "own";
}

/** What an administrator's page makes hold of a clause; null: what held to begin with. */
export async function chooseSetting(page, clause, name, value) {
  const { origin } = new URL(page.url());
  const answer = await page.request.put(
    `${origin}/api/v1/policy/clauses/${clause}/settings/${name}`,
    { data: { value }, headers: { origin } },
  );
  if (answer.status() !== 204) throw new Error(await answer.text());
}

/** The unread count beside a room in the list. */
export async function unreadOf(page, name) {
  const badge = roomItem(page, name).locator(".ui-badge");
  return (await badge.count()) === 0 ? 0 : Number(await badge.textContent());
}

/** Until the line to the server stands: a message sent now needs no reconnecting. */
export const connected = (page) =>
  until("the banner to go", async () => (await page.locator(".ui-banner").count()) === 0);
