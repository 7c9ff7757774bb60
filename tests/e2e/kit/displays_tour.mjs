/** 壁掛け表示: making one, what a screen on a wall shows, and each of these screens: `look(name)`. */
import { button, call, isRefused, sheet } from "./screens.mjs";

const long_name = "北部地域福祉センター2階・ボランティア活動室よこの大型テレビ（相談窓口側）";

export async function openDisplays(page, server) {
  await page.goto(`${server.url}/settings`);
  await page.getByRole("link", { name: "壁掛け表示を見る" }).click();
  await button(page, "壁掛け表示を作る").waitFor();
}

/** Makes one on the page; answers the address that its QR code holds. */
export async function makeDisplay(page, name, department) {
  await button(page, "壁掛け表示を作る").click();
  await sheet(page).getByLabel("名前", { exact: true }).fill(name);
  await sheet(page).getByLabel("表示する所属").selectOption(department);
  const made = page.waitForResponse((reply) => reply.url().endsWith("/api/v1/displays"));
  await button(sheet(page), "作る").click();
  const { url } = await (await made).json();
  await sheet(page).locator(".ui-qr").waitFor();
  return url;
}

export async function displaysScreens(page, server, look) {
  await openDisplays(page, server);
  await button(page, "壁掛け表示を作る").click();
  await button(sheet(page), "作る").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("display-make");
  await page.keyboard.press("Escape");
  await makeDisplay(page, long_name, "");
  await look("display-code");
  await button(sheet(page), "閉じる").click();
  await sheet(page).waitFor({ state: "detached" });
  await look("displays");
  await button(page, `「${long_name}」のコードを作り直す`).click();
  await sheet(page).waitFor();
  await look("display-renewing");
  await button(sheet(page), "やめる").click();
  await button(page, `「${long_name}」を終わらせる`).click();
  await sheet(page).waitFor();
  await look("display-ending");
  await button(sheet(page), "やめる").click();
}

/** The screen on the wall itself, of whoever isn't signed in. */
export async function displayScreens(page, administrator, server, look) {
  await page.goto(`${server.url}/display`);
  await button(page, "表示を始める").click();
  await page.getByRole("alert").waitFor();
  await look("display-opening");
  await page.getByLabel("表示のコード").fill("ABCD-EFGH-JKMN-PQRS-TUVW");
  await button(page, "表示を始める").click();
  await page.locator(".ui-problem").waitFor();
  await look("display-refused");
  const wish = { name: "カウンター", department: "地域福祉課" };
  const { url } = await call(administrator, "POST", "displays", wish);
  await page.goto("about:blank");
  await page.goto(url);
  await page.locator(".display-person").first().waitFor();
  await look("display");
}

export async function displaysNotMineScreen(page, server, look) {
  await page.goto(`${server.url}/displays`);
  await isRefused(page);
  await look("displays-not-mine");
}
