/** 役割: who may do what, and each of its screens: `look(name)`. */
import { button, call, choose, goTo, isRefused, sheet } from "./screens.mjs";

export async function openRoles(page, server) {
  await goTo(page, `${server.url}/settings`);
  await page.getByRole("link", { name: "役割を見る" }).click();
  await button(page, "役割を変える").waitFor();
}

/** Of a heading on the page. */
export const part = (page, title) =>
  page.locator(".directory-roles-part", { has: page.getByRole("heading", { name: title }) });

export async function choosePerson(page, name) {
  await button(page, "役割を変える").click();
  await sheet(page).getByLabel("名前・かな・内線でさがす").fill(name);
  await sheet(page).getByRole("radio", { name }).click();
  await sheet(page).getByText("できることは、いまと同じです。").waitFor();
}

export async function appoint(page, done) {
  await button(sheet(page), "この役割にする").click();
  await sheet(page).waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: done }).waitFor();
}

export async function makeSet(page, name, permissions) {
  await button(page, "受け持ちを作る").click();
  await sheet(page).getByLabel("受け持ちの名前").fill(name);
  for (const one of permissions) await sheet(page).getByRole("checkbox", { name: one }).check();
  await button(sheet(page), "保存する").click();
  await sheet(page).waitFor({ state: "detached" });
  await page
    .getByRole("status")
    .filter({ hasText: `受け持ち「${name}」を保存しました。` })
    .waitFor();
}

/** As the sample office has it. */
export async function putRolesBack(page) {
  const { people, sets } = await call(page, "GET", "roles");
  const made = sets.filter(({ name }) => name !== "研修担当");
  for (const { id } of made) await call(page, "DELETE", `roles/sets/${id}`);
  for (const { person, role, sets: given } of people) {
    const rest = given.filter((id) => !made.some((set) => set.id === id));
    const isOfSample = role !== "member" || rest.length > 0;
    if (!isOfSample)
      await call(page, "PUT", `roles/people/${person}`, { role: "member", sets: [] });
  }
}

export async function rolesScreens(page, server, look) {
  await openRoles(page, server);
  await look("roles");
  await button(page, "役割を変える").click();
  await sheet(page).waitFor();
  await look("roles-whom");
  await button(sheet(page), "やめる").click();
  await choosePerson(page, "中山 大輔");
  await button(sheet(page), "この役割にする").click();
  await sheet(page).getByText("いまの役割と同じです。").waitFor();
  await choose(sheet(page), "副管理者");
  await look("roles-becomes");
  await button(sheet(page), "やめる").click();
  await button(page, "受け持ちを作る").click();
  await button(sheet(page), "保存する").click();
  await sheet(page).getByText("名前を入れてください。").waitFor();
  await look("roles-set-wrong");
  await button(sheet(page), "やめる").click();
  await button(page, "受け持ち「研修担当」を変える").click();
  await button(sheet(page), "この受け持ちをなくす").click();
  await button(sheet(page), "なくさない").waitFor();
  await look("roles-set-gone");
  await button(sheet(page), "なくさない").click();
  await button(sheet(page), "やめる").click();
}

export async function rolesNotMineScreen(page, server, look) {
  await goTo(page, `${server.url}/roles`);
  await isRefused(page);
  await look("roles-not-mine");
}
