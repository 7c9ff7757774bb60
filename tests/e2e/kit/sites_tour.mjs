/** 拠点: the list, what is done with one, and each of their screens: `look(name)`. */
import { button, call, goTo, sheet } from "./screens.mjs";

export const site = (page, name) =>
  page.locator(".directory-site-list > li", {
    has: page.getByRole("heading", { name, exact: true }),
  });
export const names = (page) => page.locator(".directory-site-list h2").allTextContents();

/** Past this page's screen. */
export async function addSite(page, name) {
  const { version, sites } = await call(page, "GET", "directory/sites");
  const same = sites.map(({ name, address, telephone }) => ({
    name,
    was: name,
    address,
    telephone,
  }));
  const one = { name, address: "", telephone: "" };
  await call(page, "PUT", "directory/sites", { version, sites: [...same, one] });
}

export async function openSites(page, server) {
  await goTo(page, `${server.url}/organisation`);
  await page.getByRole("link", { name: "拠点を見る・変える" }).click();
  await button(page, "拠点を加える").waitFor();
}

/** Types into the open sheet: name of a field → text. */
export async function type(page, typed) {
  for (const [name, text] of Object.entries(typed))
    await sheet(page).getByLabel(name, { exact: true }).fill(text);
}

export async function save(page, name) {
  await button(sheet(page), "保存する").click();
  await page
    .getByRole("status")
    .filter({ hasText: `「${name}」を保存しました。` })
    .waitFor();
}

/** Nothing of it stays. */
export async function siteScreens(page, server, look) {
  await openSites(page, server);
  await page.locator(".directory-site-list").waitFor();
  await look("sites");
  await button(page, "拠点を加える").click();
  await sheet(page).getByRole("checkbox").first().waitFor();
  await button(sheet(page), "保存する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("site-sheet");
  await page.keyboard.press("Escape");
  await sheet(page).waitFor({ state: "detached" });
  await addSite(page, "空いている分室");
  await button(page, "「空いている分室」を消す").click();
  await sheet(page).waitFor();
  await look("site-removal");
  await button(sheet(page), "消す").click();
  await sheet(page).waitFor({ state: "detached" });
}

export async function siteReadersScreen(page, server, look) {
  await goTo(page, `${server.url}/sites`);
  await page.locator(".directory-site-list").waitFor();
  await look("sites-member");
}
