/** Groups: finding them, asking to come in, and what their master does: `look(name)`. */
import { choose, openRoom, sheet } from "./screens.mjs";

const festa = "福祉フェスタ検討G";
const inSheet = (page, name) => sheet(page).getByRole("button", { name, exact: true });
const close = async (page) => {
  await page.keyboard.press("Escape");
  await sheet(page).waitFor({ state: "detached" });
};
const card = (page, name) =>
  page.locator(".talk-group", {
    has: page.getByRole("heading", { name, exact: true }),
  });

/** As somebody who isn't in any of them finds them. */
export async function groupsOfOthersScreens(page, server, look) {
  await page.goto(`${server.url}/groups`);
  const found = card(page, festa);
  await found.locator("summary").click();
  await look("groups");
  if ((await found.getByRole("button", { name: /取り消す/ }).count()) === 0) {
    await found.getByRole("button", { name: /希望する/ }).click();
    await sheet(page).getByLabel("ひとこと（なくてもよい）").fill("あ".repeat(201));
    await inSheet(page, "希望を送る").click();
    await look("groups-ask");
    await sheet(page)
      .getByLabel("ひとこと（なくてもよい）")
      .fill("駐車場の係を手伝います。\n車の誘導をしたことがあります。");
    await inSheet(page, "希望を送る").click();
    await sheet(page).waitFor({ state: "detached" });
  }
  await found.getByRole("button", { name: /取り消す/ }).waitFor();
  await look("groups-asked");
  await page.getByRole("searchbox").fill("ない言葉");
  await page.getByText("見つかりませんでした。").waitFor();
  await look("groups-none-found");
}

/** As its master, whom somebody has asked. */
export async function groupScreens(page, server, look) {
  await page.goto(`${server.url}/t`);
  await page.getByText("参加の希望 1件").first().waitFor();
  await look("rooms-asked");
  await openRoom(page, festa);
  await page.getByRole("button", { name: /^メンバー/ }).click();
  await sheet(page).getByText("駐車場の係を手伝います。").waitFor();
  await look("group-members");
  await inSheet(page, "グループの設定").click();
  await sheet(page).getByLabel("目的").waitFor();
  await look("group-settings");
  await sheet(page).getByLabel("グループの名前").fill("福祉フェスタ");
  await sheet(page).getByLabel("目的").fill("");
  await sheet(page).getByRole("group", { name: "運用ガイドラインから" }).waitFor();
  await inSheet(page, "保存する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("group-settings-missing");
  await inSheet(page, "やめる").click();
  await sheet(page)
    .getByRole("button", { name: /役割を変える/ })
    .first()
    .click();
  await inSheet(page, "マスターをゆずる").waitFor();
  await look("group-role");
  await inSheet(page, "やめる").click();
  await inSheet(page, "退出する").click();
  await inSheet(page, "マスターをゆずって退出する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("group-successor");
  await close(page);
}

/** A group across departments, about to be made. */
export async function newGroupScreens(page, server, look) {
  await page.goto(`${server.url}/t`);
  await page.getByRole("button", { name: "新しいトーク" }).click();
  await choose(sheet(page), "グループ");
  await sheet(page).getByLabel("グループの名前").fill("春の研修");
  await sheet(page).getByRole("group", { name: "運用ガイドラインから" }).waitFor();
  for (const i of [0, 12]) await sheet(page).getByRole("checkbox").nth(i).check();
  await sheet(page).getByText("所属をこえるので、公開のグループになります。").waitFor();
  await look("new-group-listed");
  await close(page);
}
