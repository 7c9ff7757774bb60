import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import {
  police_moves,
  contactPage,
  contactRow,
  contactsCsv,
  field,
  openContact,
  openContacts,
  save,
  type,
} from "./kit/contacts.mjs";
import { goesRound, tabTo } from "./kit/keys.mjs";
import { count, searchPeople } from "./kit/people_book.mjs";
import { button, call, choose, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { done, nothing, pick, planned } from "./kit/staff_import.mjs";
import { until, untilCount } from "./kit/until.mjs";

const names = (page) => page.locator(".ui-book-row strong").allTextContents();
const fact = (page, name) =>
  page.locator(".ui-book-facts > div").filter({ has: page.locator("dt", { hasText: name }) });
const link = (page, name) => contactPage(page).getByRole("link", { name });

describe("Contacts", () => {
  let server, browser, sasaki, watanabe, administrator;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    sasaki = await openPage(browser, { viewport: phone, hasTouch: true });
    watanabe = await openPage(browser);
    administrator = await openPage(browser);
    await signIn(sasaki, server, "a.sasaki");
    await signIn(watanabe, server, "k.watanabe");
    await signIn(administrator, server, "t.aoki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function openAnew(page) {
    await page.goto(`${server.url}/contacts`);
    await page.locator(".ui-book-row").first().waitFor();
  }
  const known = async (page, name) => {
    const { contacts } = await call(page, "GET", "contacts");
    return contacts.filter(({ entry }) => entry.organisation === name);
  };

  it("GivenTheAddressBook_WhenGoneToPeopleOutside_ThenTheyAreFoundByWordsNumbersAndReadings", async () => {
    await openContacts(sasaki);
    await count(sasaki).getByText("26件", { exact: true }).waitFor();
    for (const mode of ["五十音", "分類", "組織・自分"]) {
      await choose(sasaki, mode);
      await searchPeople(sasaki, "あゆみ", "1件見つかりました");
      assert.deepEqual(await names(sasaki), ["福祉用具のあゆみ"]);
    }
    await searchPeople(sasaki, "０３００００３０１１", "1件見つかりました");
    assert.deepEqual(await names(sasaki), ["みなと消防署"]);
    await searchPeople(sasaki, "くわばら", "1件見つかりました");
    assert.deepEqual(await names(sasaki), ["桑原 ヨシ子"]);
  });

  it("GivenAPageOnAPhone_WhenLookedAt_ThenItDialsWritesAndSaysWhoSeesToIt", async () => {
    await openAnew(sasaki);
    await searchPeople(sasaki, "早川");
    await openContact(sasaki, "みなと中央病院");
    const number = link(sasaki, /03-0000-1101/);
    assert.equal(await number.getAttribute("href"), "tel:0300001101");
    const { height, width } = await number.boundingBox();
    assert.ok(height >= 56 && width > 300, `${width} × ${height}`);
    assert.equal(await link(sasaki, /夜間・休日/).getAttribute("href"), "tel:0300001102");
    const mail = "mailto:renkei@chuo-hospital.example.jp";
    assert.equal(await link(sasaki, /メールを書く/).getAttribute("href"), mail);
    await fact(sasaki, "担当").getByRole("link", { name: "工藤 由香里" }).waitFor();
    await contactPage(sasaki).getByText("外の人は、トークには入れません。").waitFor();
    await untilCount(button(contactPage(sasaki), "直す"), 0);
    await sasaki.getByRole("link", { name: "戻る" }).click();
    await until("the row from before", () =>
      contactRow(sasaki, "早川")
        .first()
        .evaluate((e) => e === document.activeElement),
    );
  });

  it("GivenTheSectionsAddress_WhenAnAdministratorSetsIt_ThenPagesSayItAtOnceAndOpenTheWebmail", async () => {
    await administrator.goto(`${server.url}/contacts-mail`);
    const form = administrator.getByRole("form", { name: "地域福祉課" });
    await form.getByLabel("メールアドレス", { exact: true }).fill("jp");
    await form.getByRole("button").click();
    await form.getByRole("alert").waitFor();
    await form.getByLabel("メールアドレス", { exact: true }).fill("chiiki@minato.example.jp");
    await openAnew(sasaki);
    await searchPeople(sasaki, "早川");
    await openContact(sasaki, "みなと中央病院");
    await form.getByRole("button").click();
    await form.getByText("地域福祉課のメールを保存しました。").waitFor();
    await contactPage(sasaki)
      .getByText("地域福祉課のアドレス chiiki@minato.example.jp から")
      .waitFor();
    await form.getByLabel(/^Webメール/).fill("https://mail.example.jp/new?to={to}");
    await form.getByRole("button").click();
    await until("the webmail", async () => {
      const href = await link(sasaki, /メールを書く/).getAttribute("href");
      return href === "https://mail.example.jp/new?to=renkei%40chuo-hospital.example.jp";
    });
    await openAnew(administrator);
    await searchPeople(administrator, "早川");
    await openContact(administrator, "みなと中央病院");
    await contactPage(administrator)
      .getByText("所属のメールアドレスから送ってください。")
      .waitFor();
  });

  it("GivenOnesOwn_WhenAddedChangedAndRemoved_ThenNobodyElseSeesItAndItComesBack", async () => {
    await openAnew(sasaki);
    await button(sasaki, "連絡先を加える").tap();
    await sheet(sasaki).getByText("ほかの人には見えません。").waitFor();
    await type(sasaki, {
      "機関・事業所": "港の食堂",
      電話: "03-0000-7001",
      メモ: "月曜休み\n会合に",
    });
    await save(sasaki);
    await contactPage(sasaki).getByRole("heading", { name: "港の食堂" }).waitFor();
    assert.equal((await known(administrator, "港の食堂")).length, 0);
    await button(contactPage(sasaki), "直す").tap();
    await type(sasaki, { 電話: "03-0000-7002" });
    await save(sasaki);
    await link(sasaki, /03-0000-7002/).waitFor();
    await button(contactPage(sasaki), "消す").tap();
    await button(sheet(sasaki), "消す").tap();
    await sasaki.getByText("「港の食堂」を消しました。").waitFor();
    assert.equal((await known(sasaki, "港の食堂")).length, 0);
    await sasaki.getByRole("button", { name: /元に戻す/ }).tap();
    await sasaki.getByText("元に戻しました。").waitFor();
    const [back] = await known(sasaki, "港の食堂");
    assert.deepEqual(
      [back.own, back.entry.telephone, back.entry.note],
      [true, "03-0000-7002", "月曜休み\n会合に"],
    );
    await searchPeople(sasaki, "食堂", "1件見つかりました");
  });

  it("GivenAHeadAndAnAdministrator_WhenBothChangeOne_ThenTheSecondSeesWhatChangedAndLosesNothing", async () => {
    for (const page of [watanabe, administrator]) {
      await openAnew(page);
      await searchPeople(page, "みなと保育園");
      await openContact(page, "みなと保育園");
      await button(contactPage(page), "直す").click();
    }
    await type(watanabe, { FAX: "03-0000-4012" });
    await type(administrator, { メモ: "迎えは18時まで" });
    await save(watanabe);
    await button(sheet(administrator), "保存する").click();
    await sheet(administrator).getByRole("heading", { name: "ほかの人が変えたところ" }).waitFor();
    await sheet(administrator).getByText("03-0000-4012").waitFor();
    assert.equal(await field(administrator, "メモ").inputValue(), "迎えは18時まで");
    assert.equal(await field(administrator, "FAX").inputValue(), "03-0000-4012");
    await save(administrator);
    await fact(watanabe, "メモ").getByText("迎えは18時まで").waitFor();
    await fact(watanabe, "FAX").getByText("03-0000-4012").waitFor();
  });

  it("GivenAFormThatIsClosed_WhenOpenedAgain_ThenWhatWasTypedIsThereUntilItIsDropped", async () => {
    await openAnew(watanabe);
    await button(watanabe, "連絡先を加える").click();
    await choose(sheet(watanabe), "組織の連絡先");
    await type(watanabe, { "機関・事業所": "書きかけの病院" });
    await watanabe.keyboard.press("Escape");
    await sheet(watanabe).waitFor({ state: "detached" });
    await searchPeople(watanabe, "消防署");
    await openContact(watanabe, "みなと消防署");
    await button(watanabe, "連絡先を加える").click();
    assert.equal(await field(watanabe, "機関・事業所").inputValue(), "書きかけの病院");
    await button(sheet(watanabe), "書きかけを捨てる").click();
    await button(watanabe, "連絡先を加える").click();
    assert.equal(await field(watanabe, "機関・事業所").inputValue(), "");
    await watanabe.keyboard.press("Escape");
    assert.equal((await known(watanabe, "書きかけの病院")).length, 0);
  });

  it("GivenAFile_WhenImported_ThenEveryChangeWasShownAndItIsSeenAtOnceAndAnExportChangesNothing", async () => {
    await openAnew(sasaki);
    await administrator.goto(`${server.url}/contacts-import`);
    const file = contactsCsv("連絡先.csv", "みなと接骨院,,03-0000-1190,a.sasaki,", police_moves);
    await pick(administrator, file, planned);
    const shown = await administrator.locator(".ui-sheet-rows li").allInnerTexts();
    assert.equal(shown.length, 2);
    assert.match(shown[0], /みなと接骨院[^]*電話\s*03-0000-1190[^]*担当\s*佐々木 彩/);
    assert.match(shown[1], /みなと警察署[^]*03-0000-3001[^]*03-0000-3009[^]*（なし）[^]*髙橋 美穂/);
    await button(administrator, "取り込む").click();
    await administrator.getByRole("heading", { name: done }).waitFor();
    await count(sasaki).getByText("28件", { exact: true }).waitFor();
    for (const [name, ending] of [
      ["CSVで書き出す", "csv"],
      ["Excel（.xlsx）で書き出す", "xlsx"],
    ]) {
      const saved = administrator.waitForEvent("download");
      await button(administrator, name).click();
      const path = await (await saved).path();
      const same = {
        name: `同じ.${ending}`,
        mimeType: "application/octet-stream",
        buffer: await readFile(path),
      };
      await pick(administrator, same, nothing);
      await administrator.goto(`${server.url}/contacts-import`);
    }
  });

  it("GivenALineThatBreaks_WhenAPageIsOpened_ThenTheNumberIsThere", async () => {
    await openAnew(sasaki);
    await sasaki.context().setOffline(true);
    await searchPeople(sasaki, "交番");
    await openContact(sasaki, "港南交番");
    assert.equal(await link(sasaki, /3002/).getAttribute("href"), "tel:0300003002");
    await sasaki.context().setOffline(false);
  });

  it("GivenKeysAlone_WhenSomebodyIsAddedAndCalled_ThenNothingElseIsNeeded", async () => {
    await openAnew(administrator);
    await tabTo(administrator, "button", "連絡先を加える");
    await administrator.keyboard.press("Enter");
    await sheet(administrator).waitFor();
    await field(administrator, "氏名").focus();
    await administrator.keyboard.type("山田");
    await administrator.keyboard.press("Enter");
    await sheet(administrator).waitFor({ state: "detached" });
    await contactPage(administrator).getByRole("heading", { name: "山田" }).waitFor();
    await goesRound(administrator);
    const [{ id, version }] = (await call(administrator, "GET", "contacts")).contacts.filter(
      ({ entry }) => entry.person === "山田",
    );
    await call(administrator, "DELETE", `contacts/${id}?version=${version}`);
    await contactPage(administrator).getByText("この連絡先は、ありません。").waitFor();
  });

  it("GivenAnIdThatAnotherAdds_WhenItArrives_ThenTheListHasItAtOnce", async () => {
    await openAnew(sasaki);
    const entry = (await known(administrator, "みなと保育園"))[0].entry;
    await call(administrator, "POST", "contacts", {
      own: false,
      client_key: randomUUID(),
      entry: { ...entry, organisation: "ひがし保育園", organisation_kana: "ヒガシホイクエン" },
    });
    await searchPeople(sasaki, "ひがし", "1件見つかりました");
  });

  it("GivenAFileOfOnesOwn_WhenItIsImportedAndExported_ThenNobodyElseSeesAnyOfIt", async () => {
    const member = await openPage(browser, { viewport: phone });
    await signIn(member, server, "s.uchida");
    await member.goto(`${server.url}/contacts`);
    await member.getByRole("link", { name: "取り込み・書き出し" }).click();
    await member.getByText("自分だけの連絡先の取り込みと書き出しです。").waitFor();
    await untilCount(member.locator(".ui-choice"), 0);
    await pick(member, contactsCsv("自分.csv", "囲碁の会,,03-0000-7777,,"), planned);
    await button(member, "取り込む").click();
    await member.getByRole("heading", { name: done }).waitFor();
    assert.equal((await known(member, "囲碁の会")).length, 1);
    for (const other of [sasaki, administrator])
      assert.equal((await known(other, "囲碁の会")).length, 0);
    const saved = member.waitForEvent("download");
    await button(member, "CSVで書き出す").click();
    const file = await saved;
    assert.match(file.suggestedFilename(), /^自分の連絡先_/);
    const buffer = await readFile(await file.path());
    assert.match(buffer.toString(), /囲碁の会/);
    assert.doesNotMatch(buffer.toString(), /みなと警察署/);
    await pick(member, { name: "同じ.csv", mimeType: "text/csv", buffer }, nothing);

    await administrator.goto(`${server.url}/contacts-import`);
    await choose(administrator, "自分だけの連絡先");
    await button(administrator, "自分の連絡先のファイルを選ぶ").waitFor();
    await member.context().close();
  });
});
