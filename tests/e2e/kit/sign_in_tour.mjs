/** 交代する, ログインの決まり: each of their screens: `look(name)`. */
import { button, choose, goTo, isRefused, sheet } from "./screens.mjs";

/** Of a browser in which nobody has a PIN. */
export async function switchScreens(page, server, look) {
  await page.goto(`${server.url}/switch`);
  await page.getByText("いまPINで交代できる人はいません。").waitFor();
  await look("switch-none");
}

/** Of somebody who is signed in at a PC of many. */
export async function switchFromInsideScreens(page, server, look) {
  await goTo(page, `${server.url}/switch`);
  await page.getByRole("button", { name: /の画面に戻る$/ }).waitFor();
  await look("switch-inside");
  await page.getByRole("button", { name: /の画面に戻る$/ }).click();
  await page.locator(".talk-item").first().waitFor();
}

export async function signInRulesScreens(page, server, look) {
  await goTo(page, `${server.url}/sign-in-rules`);
  await page.getByText("期限をつける").waitFor();
  await look("sign-in-rules");
  await choose(page, "決まった形のはじめのパスワードも使う");
  await sheet(page).waitFor();
  await look("sign-in-rules-danger");
  await button(sheet(page), "カードだけにする").click();
}

export async function signInRulesNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/sign-in-rules`);
  await isRefused(page);
  await look("sign-in-rules-not-mine");
}
