/** 心当たりの確認: a session that two browsers use, and each of the screens: `look(name)`. */
import { button, sheet } from "./screens.mjs";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1";

/** Somebody has a copy of the page's session, and uses it on another device at the same time. */
export async function copySession(page) {
  const { origin } = new URL(page.url());
  for (let turn = 0; turn < 6; turn += 1) {
    const answer = await page.request.fetch(`${origin}/api/v1/notices/quiet`, {
      method: "PUT",
      data: { what: "digest", quiet: false },
      headers: { origin, ...(turn % 2 === 0 ? { "user-agent": iphone } : {}) },
    });
    if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  }
}

export const isItI = (page) => page.getByRole("dialog", { name: "この利用に心当たりはありますか" });

export async function doubtScreens(page, server, look) {
  await page.goto(`${server.url}/settings`);
  await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
  await copySession(page);
  await isItI(page).waitFor();
  await look("doubt");
  await button(sheet(page), "いいえ").click();
  await button(sheet(page), "ログインを止めて、知らせる").waitFor();
  await look("doubt-sure");
  await button(sheet(page), "戻る").click();
  await button(sheet(page), "あとで答える").click();
  await sheet(page).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "自分の端末を見る" }).click();
  await button(page, "答える").waitFor();
  await look("devices-doubt");
  await button(page, "答える").click();
  await button(sheet(page), "はい、わたしです").click();
  await sheet(page).waitFor({ state: "detached" });
}
