import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { openBook, openPerson, searchPeople } from "./kit/people_book.mjs";
import { drawnPicture, pickPhoto, photoOf } from "./kit/photos.mjs";
import { call, choose, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilEqual, untilMatch } from "./kit/until.mjs";

const sasaki_name = "佐々木 彩";
const heic = new URL("../api/pictures/phone.heic", import.meta.url);

describe("Photos beside names", () => {
  let server, browser, sasaki, watanabe, administrator;
  const sheet = (page) => page.getByRole("dialog");
  const said = (page) => page.locator(".directory-photo");
  const settings = async (page) => {
    await page.goto(`${server.url}/settings`);
    await said(page)
      .getByRole("button", { name: /写真を(選ぶ|変える)/ })
      .waitFor();
  };
  /** Loaded, and not only asked for. */
  const shows = (face) =>
    face
      .locator("img")
      .evaluate((image) => image.complete && image.naturalWidth > 0)
      .catch(() => false);
  const openSasaki = async (page) => {
    await openBook(page);
    await searchPeople(page, sasaki_name);
    await openPerson(page, sasaki_name);
  };
  const faceOnPage = (page) => page.locator(".ui-book-face .ui-avatar");

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

  it("GivenAPicture_WhenItIsCutOutByKeysAndSent_ThenItStandsBesideTheNameEverywhereAtOnce", async () => {
    await openSasaki(watanabe);
    const before = await faceOnPage(watanabe).boundingBox();
    await settings(sasaki);
    await pickPhoto(sasaki, await drawnPicture(sasaki, 900, 600));
    await sheet(sasaki).getByText("丸の中が、名前の横に出ます。").waitFor();
    const stage = sheet(sasaki).getByRole("button", { name: /写真の位置/ });
    const pixel = () =>
      stage
        .locator("canvas")
        .evaluate((e) => [...e.getContext("2d").getImageData(20, 20, 1, 1).data]);
    const whole = await pixel();
    await sheet(sasaki).getByRole("slider", { name: "大きさ" }).fill("2");
    await stage.focus();
    for (let i = 0; i < 10; i++) await sasaki.keyboard.press("ArrowRight");
    await until("another part of it", async () => !isDeepStrictEqual(await pixel(), whole));
    await sheet(sasaki).getByRole("button", { name: "この写真にする" }).press("Enter");
    await said(sasaki).getByText("写真を変えました。").waitFor();
    await until("my photo", () => shows(sasaki.locator(".access-me .ui-avatar")));
    await until("it on the other screen", () => shows(faceOnPage(watanabe)));
    const now = () => faceOnPage(watanabe).boundingBox();
    await untilEqual("nothing to have moved", now, before, assert);
    assert.equal(await faceOnPage(watanabe).locator("img").getAttribute("alt"), "");
    await watanabe.goto(`${server.url}/t`);
    await until("it in a list", () =>
      shows(watanabe.locator(".talk-item .ui-avatar:has(img)").first()),
    );
  });

  it("GivenAPicture_WhenItIsDragged_ThenTheSquareFollowsThePointer", async () => {
    await settings(watanabe);
    await pickPhoto(watanabe, await drawnPicture(watanabe, 900, 600));
    const stage = sheet(watanabe).getByRole("button", { name: /写真の位置/ });
    const middle = () =>
      stage
        .locator("canvas")
        .evaluate((e) => [...e.getContext("2d").getImageData(240, 240, 1, 1).data]);
    const { x, y, width, height } = await stage.boundingBox();
    const first = await middle();
    await watanabe.mouse.move(x + width / 2, y + height / 2);
    await watanabe.mouse.down();
    await watanabe.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 4 });
    await watanabe.mouse.up();
    await until("another part of it", async () => !isDeepStrictEqual(await middle(), first));
    await watanabe.keyboard.press("Escape");
    await sheet(watanabe).waitFor({ state: "detached" });
  });

  it("GivenAPhoto_WhenItIsRemoved_ThenTheLetterIsBackAndItCanBeUndone", async () => {
    await settings(sasaki);
    await said(sasaki).getByRole("button", { name: "写真を外す" }).click();
    await said(sasaki).getByText("写真を外しました。").waitFor();
    const mine = sasaki.locator(".access-me .ui-avatar");
    await mine.locator("img").waitFor({ state: "detached" });
    await untilMatch("the letter", () => mine.textContent(), /佐/, assert);
    await said(sasaki)
      .getByRole("button", { name: /元に戻す/ })
      .press("Enter");
    await until("my photo", () => shows(mine));
  });

  it("GivenAPhonesPictureThatTheBrowserCannotShow_WhenSent_ThenTheServerCutsItOut", async () => {
    await settings(sasaki);
    const former = await photoOf(sasaki, sasaki_name);
    await pickPhoto(sasaki, { name: "IMG_1234.HEIC", mimeType: "", buffer: await readFile(heic) });
    await sheet(sasaki).getByText("このブラウザでは、この写真を画面に出せません。").waitFor();
    await sheet(sasaki).getByRole("button", { name: "この写真にする" }).click();
    await said(sasaki).getByText("写真を変えました。").waitFor();
    assert.notEqual(await photoOf(sasaki, sasaki_name), former);
  });

  it("GivenAFileThatIsNoPicture_WhenSent_ThenItIsSaidWhatToDoAndThePhotoStays", async () => {
    await settings(sasaki);
    const former = await photoOf(sasaki, sasaki_name);
    await pickPhoto(sasaki, {
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("<svg/>"),
    });
    await sheet(sasaki).getByRole("button", { name: "この写真にする" }).click();
    await sheet(sasaki).getByText("スクリーンショットを撮り").waitFor();
    await sheet(sasaki).getByRole("button", { name: "やめる" }).click();
    await sheet(sasaki).waitFor({ state: "detached" });
    assert.equal(await photoOf(sasaki, sasaki_name), former);
  });

  it("GivenADeviceThatSavesData_WhenFacesAreShown_ThenNoPhotoIsLoadedUntilItIsAskedFor", async () => {
    await settings(watanabe);
    await choose(watanabe, "省データ");
    const loaded = [];
    watanabe.on("request", (request) => {
      if (/\/photos\//.test(request.url())) loaded.push(request.url());
    });
    await watanabe.reload();
    await openSasaki(watanabe);
    const button = watanabe.getByRole("button", { name: "写真を表示する" });
    await button.waitFor();
    assert.deepEqual(loaded, []);
    await button.press("Enter");
    await until("the photo", () => shows(faceOnPage(watanabe)));
    await button.waitFor({ state: "detached" });
    assert.equal(new Set(loaded.map((url) => new URL(url).pathname)).size, 1);
    await settings(watanabe);
    const sparing = watanabe.getByRole("radio", { name: "省データ" });
    await untilEqual("the choice to stay", () => sparing.isChecked(), true, assert);
    await choose(watanabe, "ふつう");
  });

  it("GivenAMonthsTraffic_WhenMoreComes_ThenTheMeterGrowsAndStaysOverAReload", async () => {
    await settings(sasaki);
    const counted = () =>
      sasaki.evaluate(() => Number((localStorage.getItem("horenso.received") ?? "").split(" ")[1]));
    const first = await until("the page to be counted", counted);
    assert.ok(first > 50_000, `${first} bytes for the whole app`);
    await sasaki.getByText("今月の通信量").waitFor();
    await call(watanabe, "PUT", "me/settings", {
      text_size: "medium",
      theme: "light",
      enter_key: "newline",
    });
    await settings(sasaki);
    await until("it to have grown", async () => (await counted()) > first);
    const month = await sasaki.evaluate(() => localStorage.getItem("horenso.received"));
    assert.match(month, /^\d{4}-\d\d \d+$/);
    await sasaki.evaluate(() => localStorage.setItem("horenso.received", "2020-01 999999999"));
    await settings(sasaki);
    await untilEqual("it to begin anew", async () => (await counted()) < 999_999_999, true, assert);
  });

  it("GivenSomebodysPhoto_WhenAnAdministratorRemovesIt_ThenTheyAreAskedFirst", async () => {
    await openSasaki(administrator);
    await until("the photo", () => shows(faceOnPage(administrator)));
    await administrator.getByRole("button", { name: `${sasaki_name}さんの写真を外す` }).click();
    await administrator.getByText("本人は、また写真を選べます。").waitFor();
    await administrator.getByRole("button", { name: "外す", exact: true }).click();
    await administrator.getByText("写真を外しました。").waitFor();
    await faceOnPage(administrator).locator("img").waitFor({ state: "detached" });
    assert.equal(await photoOf(sasaki, sasaki_name), undefined);
  });
});
