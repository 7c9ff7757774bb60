/** 組織: the departments, what is done with one, and each of their screens: `look(name)`. */
import { button, call, goTo, isRefused, sheet } from "./screens.mjs";

/** A department's line, with its panel when it is open. */
export const line = (page, name) =>
  page.locator(".directory-tree > li", {
    has: page.locator("strong", { hasText: new RegExp(`^${name}$`) }),
  });

/** The names from above, deeper ones behind dashes. */
export const tree = (page) =>
  page.locator(".directory-tree > li").evaluateAll((lines) =>
    lines.map((one) => {
      const depth = Number(one.style.getPropertyValue("--depth"));
      return "-".repeat(depth) + one.querySelector("strong").textContent;
    }),
  );

/** The same as the server has it. */
export async function serverTree(page) {
  const { departments } = await call(page, "GET", "directory/departments");
  const depths = new Map();
  return departments.map(({ name, parent }) => {
    depths.set(name, parent === undefined ? 0 : depths.get(parent) + 1);
    return "-".repeat(depths.get(name)) + name;
  });
}

export async function openOrganisation(page, server) {
  await goTo(page, `${server.url}/settings`);
  await page.getByRole("link", { name: "組織を変える" }).click();
  await page.locator(".directory-tree-foot").waitFor();
}

export const openPanel = (page, name) => button(page, `「${name}」を変える`).click();

export async function rename(page, name, next) {
  await openPanel(page, name);
  await line(page, name).getByLabel("所属の名前").fill(next);
}

/** Adds one and types its name; its panel stays open. */
export async function add(place, page, opener, name) {
  await button(place, opener).click();
  await page.locator("input:focus").fill(name);
}

export async function askToSave(page, n) {
  await button(page, "保存する").click();
  await page.getByRole("dialog", { name: `${n}件の変更を保存しますか` }).waitFor();
}

/** Says yes; answers when it is saved. */
export async function confirm(page) {
  await button(sheet(page), "保存する").click();
  await sheet(page).waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: "保存しました。" }).waitFor();
}

/** Somebody else adds one, past this page's screen. */
export async function addElsewhere(page, name) {
  const { version, departments } = await call(page, "GET", "directory/departments");
  const same = departments.map(({ name, parent }) => ({ name, was: name, parent }));
  const all = { version, departments: [...same, { name }] };
  await call(page, "PUT", "directory/departments", all);
}

export async function organisationScreens(page, server, look) {
  await openOrganisation(page, server);
  await look("organisation");
  await openPanel(page, "介護支援課");
  await look("organisation-panel");
  await button(page, "「生活支援課」の中に入れる").click();
  await add(page, page, "所属を足す", "総務課");
  await button(page, "保存する").click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look("organisation-wrong-name");
  await page.locator("[aria-invalid=true]").fill("見守り係");
  await rename(page, "総務課", "総務部");
  await askToSave(page, 3);
  await look("organisation-asked");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "戻る" }).click();
  await sheet(page).waitFor();
  await look("organisation-leaving");
  await button(sheet(page), "このページに残る").click();
  await conflict(page, look);
}

/** While somebody else changes the departments, who takes it back at the end. */
async function conflict(page, look) {
  const before = await call(page, "GET", "directory/departments");
  await addElsewhere(page, "子育て支援課");
  await button(page, "新しい内容を読み込む").waitFor();
  await look("organisation-theirs");
  await button(page, "新しい内容を読み込む").click();
  await page.getByText("まだ保存していない、あなたの変更").waitFor();
  await look("organisation-dropped");
  const { version } = await call(page, "GET", "directory/departments");
  const departments = before.departments.map(({ name, parent }) => ({ name, was: name, parent }));
  await call(page, "PUT", "directory/departments", { version, departments });
}

export async function organisationNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/organisation`);
  await isRefused(page);
  await look("organisation-not-mine");
}
