/** 外部連絡先: the list, pages, the form, sheets and mail, and each of their screens: `look(name)`. */
import { button, choose, isRefused, sheet } from "./screens.mjs";
import { searchPeople } from "./people_book.mjs";
import { pick, planned } from "./staff_import.mjs";

export const contactRow = (page, name) => page.locator(".ui-book-row", { hasText: name });
export const contactPage = (page) => page.locator(".ui-book-page");
export const field = (page, name) => sheet(page).getByLabel(name, { exact: true });
const long_hospital = "みなと市東部障害者就業・生活支援センター";

/** As a person goes there. */
export async function openContacts(page) {
  await page.locator(".ui-tabs a", { hasText: "アドレス帳" }).click();
  await page.getByRole("link", { name: "外部連絡先" }).click();
  await button(page, "連絡先を加える").waitFor();
}

export async function openContact(page, name) {
  await contactRow(page, name).first().click();
  await contactPage(page)
    .getByRole("heading", { name: new RegExp(`^${name}`) })
    .waitFor();
}

/** Types into the open form: name of a field → text. */
export async function type(page, entry) {
  for (const [name, text] of Object.entries(entry)) await field(page, name).fill(text);
}

export async function save(page) {
  await button(sheet(page), "保存する").click();
  await sheet(page).waitFor({ state: "detached" });
}

/** A file as Excel in Japan writes it. */
export const contactsCsv = (name, ...lines) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(["機関・事業所,部署,電話,担当,メモ", ...lines, ""].join("\r\n")),
});

export const police_moves = "みなと警察署,生活安全課,03-0000-3009,m.takahashi,移転しました";

/** What everybody sees. Nothing of it is written. */
export async function contactsScreens(page, server, look) {
  await page.goto(`${server.url}/contacts`);
  await page.locator(".ui-book-row").first().waitFor();
  await look("contacts");
  await choose(page, "分類");
  await look("contacts-category");
  await searchPeople(page, "でんわがない", "見つかりませんでした");
  await look("contacts-none-found");
  await searchPeople(page, "就業", "1件見つかりました");
  await openContact(page, long_hospital);
  await look("contact-long");
  await page.goto(`${server.url}/contacts`);
  await searchPeople(page, "はやかわ");
  await openContact(page, "みなと中央病院");
  await look("contact");
  await page.goto(`${server.url}/contacts`);
  await button(page, "連絡先を加える").click();
  await type(page, { "機関・事業所": "みなと接骨院", メール: "接骨院" });
  await look("contact-form");
  await button(sheet(page), "保存する").click();
  await sheet(page).getByRole("alert").waitFor();
  await look("contact-form-refused");
  await button(sheet(page), "書きかけを捨てる").click();
  await page.goto(`${server.url}/contacts/1`);
  await page.getByText("この連絡先は、ありません。").waitFor();
  await look("contact-missing");
  await page.goto(`${server.url}/contacts-import`);
  await button(page, "自分の連絡先のファイルを選ぶ").waitFor();
  await look("contacts-import-own");
  await page.goto(`${server.url}/contacts-mail`);
  await isRefused(page);
  await look("contacts-mail-not-mine");
}

/** What those see who keep the organisation's. Nothing of it is written. */
export async function contactsKeeperScreens(page, server, look) {
  await page.goto(`${server.url}/contacts`);
  await page.getByRole("link", { name: "取り込み・書き出し" }).waitFor();
  await look("contacts-keeper");
  await searchPeople(page, "しょうぼうしょ");
  await openContact(page, "みなと消防署");
  await button(contactPage(page), "消す").click();
  await sheet(page).waitFor();
  await look("contact-remove");
  await page.keyboard.press("Escape");
  await page.goto(`${server.url}/contacts-mail`);
  await page.locator(".contacts-way").nth(2).waitFor();
  await look("contacts-mail");
  await page.goto(`${server.url}/contacts-import`);
  await button(page, "連絡先のファイルを選ぶ").waitFor();
  await look("contacts-import");
  await pick(
    page,
    contactsCsv("連絡先.csv", "みなと接骨院,,03-0000-1190,,", police_moves),
    planned,
  );
  await look("contacts-import-plan");
  await button(page, "やめる").click();
}
