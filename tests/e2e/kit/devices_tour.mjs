/** 端末・紛失・ネットワーク: what is done about them, and each of their screens: `look(name)`. */
import { openPage, phone } from "./browser.mjs";
import { searchPeople } from "./people_book.mjs";
import { button, call, choose, chooseSetting, isRefused, sheet } from "./screens.mjs";

export const kinds = {
  own: "自分のスマホ・パソコン（私物）",
  office: "職場のパソコン（自分の席）",
  shared: "みんなで使うパソコン",
};
const long_name = "佐々木のスマホ（社協の腕章の色のケース、裏に非常用の連絡先シール）ABCDEFGH";
const colleague = "渡邊 恵子";

const closed = (page) => sheet(page).waitFor({ state: "detached" });
export const device = (page, name) => page.locator(".access-device", { hasText: name });
export const lossOf = (page, name) =>
  page.getByRole("article", { name: `「${name}」の紛失の報告`, exact: true });

/** Signs in with a card's code on what is said to be a device of that kind. */
export async function signInOn(page, server, login, kind) {
  const { url } = await server.card(login);
  await page.goto(`${server.url}/signin`);
  await choose(page, kinds[kind]);
  await page.locator(".access-code").fill(url.split("#c=")[1]);
  await button(page, "ログインする").click();
}

/** A telephone of their own, with what is to be seen on it. */
export async function openPhone(browser, server, login) {
  const page = await openPage(browser, { viewport: phone });
  await signInOn(page, server, login, "own");
  await page.locator(".talk-item").first().waitFor();
  return page;
}

/** The devices of whoever looks at this page, the last used first. */
export const devicesOf = async (page) => (await call(page, "GET", "me/devices")).devices;

/** Calls the device that the page is on otherwise; answers its id. */
export async function nameDevice(page, name) {
  const { id } = (await devicesOf(page)).find(({ here }) => here);
  await call(page, "PUT", `me/devices/${id}`, { name });
  return id;
}

/** Two private devices of somebody beside the one of the page: one in use, and one that was lost. */
export async function makeDevices(browser, server, page, login) {
  for (const name of [long_name, "古いスマホ"]) {
    const mine = await openPhone(browser, server, login);
    const id = await nameDevice(mine, name);
    const person = (await call(mine, "GET", "session")).person.id;
    if (name !== long_name) {
      await call(page, "POST", "access/losses", { person, device: id });
    }
    await mine.context().close();
  }
}

/** From now on administrators have to agree to private devices first; the page waits for one. */
export async function makeWaiting(administrator, page, server, login) {
  await chooseSetting(administrator, "3.6", "main", "confirm");
  await signInOn(page, server, login, "own");
  await page.getByRole("heading", { name: "管理者の承認を待っています" }).waitFor();
}

export async function openDevices(page, server) {
  await page.goto(`${server.url}/settings`);
  await page.getByRole("link", { name: "自分の端末を見る" }).click();
  await page.locator(".access-device").first().waitFor();
}

export async function deviceScreens(page, server, look) {
  await openDevices(page, server);
  await look("devices");
  await button(page, `「${long_name}」の名前を変える`).click();
  await sheet(page).getByLabel("端末の名前").fill(" ");
  await button(sheet(page), "保存する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("device-rename");
  await page.keyboard.press("Escape");
  await button(page, `「${long_name}」をログアウトさせる`).click();
  await sheet(page).waitFor();
  await look("device-end");
  await page.keyboard.press("Escape");
  await button(page, `「${long_name}」をなくした`).click();
  await sheet(page).waitFor();
  await look("device-lost");
  await button(sheet(page), "紛失を届ける").click();
  await button(sheet(page), "分かりました").waitFor();
  await look("device-lost-done");
  await button(sheet(page), "分かりました").click();
  await closed(page);
  await lossOf(page, long_name).scrollIntoViewIfNeeded();
  await look("devices-lost");
  await walletScreens(page, look);
}

async function walletScreens(page, look) {
  await button(page, "カードを作る").click();
  await sheet(page).waitFor();
  await look("wallet-card-asked");
  await button(sheet(page), "作る").click();
  await page.getByRole("heading", { name: "カードができました" }).waitFor();
  await page.locator(".access-wallet-card").scrollIntoViewIfNeeded();
  await look("wallet-card");
  await page.getByRole("link", { name: "戻る" }).click();
  await sheet(page).waitFor();
  await look("wallet-card-leaving");
  await button(sheet(page), "離れる").click();
  await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
}

/** For whoever found a card, or reads their own number on somebody's device. */
export async function lostScreens(page, server, look) {
  await page.goto(`${server.url}/lost`);
  await button(page, "端末を止める").click();
  await page.getByRole("alert").waitFor();
  await look("lost-missing");
  await page.getByLabel("カードの番号").fill("ａｂｃｄ efgh-JKMN PQRS");
  await button(page, "端末を止める").click();
  await page.locator(".ui-problem").waitFor();
  await look("lost-refused");
}

/** The number is known already. */
export async function lostDoneScreen(page, server, look, number) {
  await page.goto(`${server.url}/lost`);
  await page.getByLabel("カードの番号").fill(number);
  await button(page, "端末を止める").click();
  await page.getByRole("heading", { name: "端末を止めました" }).waitFor();
  await look("lost-done");
}

/** The pages of a device that isn't let in: as it is on this one, and as the server says the others. */
export async function barredScreens(page, server, look) {
  await look("barred-waits");
  const bars = [
    [
      403,
      "access.not_from_here",
      "この場所と端末からは使えない決まりになっています。",
      "elsewhere",
    ],
    [401, "access.device_lost", "この端末は、紛失として届けられています。", "lost"],
  ];
  for (const [status, code, title, name] of bars) {
    const instead = "事務所の回線につないで、もう一度お試しください。";
    await page.route("**/api/v1/session", (route) =>
      route.fulfill({ status, json: { status, code, title, instead, request_id: "" } }),
    );
    await page.goto(`${server.url}/t`);
    await page.locator(".access-barred").waitFor();
    await look(`barred-${name}`);
    await page.unroute("**/api/v1/session");
  }
}

export async function openColleague(page, server, name = colleague) {
  await page.goto(`${server.url}/people`);
  await searchPeople(page, name);
  await page.locator(".ui-book-row").first().click();
  await button(page, `${name}さんの端末の紛失を届ける`).waitFor();
}

export async function colleagueScreens(page, server, look) {
  await openColleague(page, server);
  await button(page, `${colleague}さんの端末の紛失を届ける`).click();
  await sheet(page).waitFor();
  await look("colleague-lost");
  await page.keyboard.press("Escape");
  await closed(page);
}

export async function deviceAdminScreens(page, server, look) {
  await page.goto(`${server.url}/settings`);
  await page.getByRole("link", { name: "端末と紛失を見る" }).click();
  await page.getByRole("heading", { name: "承認を待つ端末" }).waitFor();
  await look("device-admin");
  const refuse = page.getByRole("button", { name: /を断る$/ }).first();
  await refuse.click();
  await sheet(page).waitFor();
  await look("device-admin-refusing");
  await page.keyboard.press("Escape");
  await closed(page);
  await page
    .getByRole("button", { name: /の報告を印刷する$/ })
    .first()
    .scrollIntoViewIfNeeded();
  await look("device-admin-losses");
}

export async function openNetworks(page, server) {
  await page.goto(`${server.url}/settings`);
  await page.getByRole("link", { name: "回線と端末の決まりを見る" }).click();
  await button(page, "保存する").waitFor();
}

/** The box for what may be done on that kind of device there. */
export const box = (page, where, act) =>
  page.getByRole("group", { name: where, exact: true }).getByRole("checkbox", { name: act });

export async function networkScreens(page, server, look) {
  await openNetworks(page, server);
  await look("networks");
  await button(page, "いまの回線を事務所として加える").click();
  await button(page, "回線を加える").click();
  await page.locator("input:focus").fill(`${"来客用のWi-Fi".repeat(4)} 北部地域福祉センター`);
  await page.getByLabel("アドレスの範囲").last().fill("192.0.2.300");
  await box(page, "私物のスマホ・パソコン 事務所の外で", "ログイン").uncheck();
  await button(page, "保存する").click();
  await page.locator(".ui-problem").waitFor();
  await look("networks-refused");
  await page.locator(".access-allowances").last().scrollIntoViewIfNeeded();
  await look("networks-grid");
  await page.getByRole("link", { name: "戻る" }).click();
  await sheet(page).waitFor();
  await look("networks-leaving");
  await button(sheet(page), "離れる").click();
  await page.getByRole("heading", { name: "設定", exact: true }).waitFor();
}

export async function devicesNotMineScreens(page, server, look) {
  for (const place of ["device-admin", "networks"]) {
    await page.goto(`${server.url}/${place}`);
    await isRefused(page);
    await look(`${place}-not-mine`);
  }
}
