import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { axePath, desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { askAxe, measure, nothing } from "./kit/eye.mjs";
import { choose, openRoom, send, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import {
  brokenLine,
  department,
  listScreens,
  long_name,
  roomScreens,
  settingsScreens,
  signInScreens,
} from "./kit/tour.mjs";

const sizes = { medium: "中", extra_large: "特大" };
const narrow = { width: 320, height: 640 };
const shots = new URL("../../build/e2e/", import.meta.url).pathname;

describe("Every screen", () => {
  let server, browser, inside, outside;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    [inside, outside] = await Promise.all([openPage(browser), openPage(browser)]);
    for (const page of [inside, outside]) await page.context().addInitScript({ path: axePath });
    await signIn(inside, server, "a.sasaki");
    await takePictures(inside);
    await makeLongRoom(inside);
    await openRoom(inside, department);
    await send(inside, "明日の車の使用予定を、今日中にお知らせください。");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  /** The two of the README, of the sample office as it is. They are copied to docs/images by hand. */
  async function takePictures(page) {
    await page.getByRole("button", { name: "あとで" }).click();
    await page.setViewportSize(phone);
    await page.locator(":root[data-layout=phone]").waitFor();
    await page.screenshot({ path: `${shots}rooms-phone.png` });
    await page.setViewportSize(desktop);
    await page.locator(":root[data-layout=three]").waitFor();
    await openRoom(page, department);
    await page.locator(".talk-divider").waitFor();
    await page.screenshot({ path: `${shots}room-desktop.png` });
  }

  async function makeLongRoom(page) {
    await page.getByRole("button", { name: "新しいトーク" }).click();
    const sheet = page.getByRole("dialog");
    await choose(sheet, "グループ");
    await sheet.getByLabel("グループの名前").fill(long_name);
    for (const i of [0, 5, 9]) await sheet.getByRole("checkbox").nth(i).check();
    await page.getByRole("button", { name: "トークを始める" }).click();
    await sheet.waitFor({ state: "detached" });
    await send(
      page,
      "https://www.example.jp/とても長いアドレス/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    );
  }

  /** Both people's pages in this window, text size and light. */
  async function put(viewport, size, colorScheme) {
    for (const page of [inside, outside]) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
    }
    await outside.goto(`${server.url}/signin`);
    await choose(outside, sizes[size]);
    await inside.goto(`${server.url}/settings`);
    await choose(inside, sizes[size]);
    for (const page of [inside, outside]) {
      await page.locator(`:root[data-size=${size}][data-theme=${colorScheme}]`).waitFor();
    }
  }

  async function tour(look, name) {
    await signInScreens(outside, server, (screen) => look(outside, screen));
    const within = (screen) => look(inside, screen);
    await listScreens(inside, server, within);
    await roomScreens(inside, server, within);
    await settingsScreens(inside, server, within);
    await brokenLine(inside, server, within, `送信待ちの文 ${name}`);
  }

  for (const viewport of [phone, desktop]) {
    for (const size of Object.keys(sizes)) {
      for (const light of ["light", "dark"]) {
        const name = `${viewport.width}-${size}-${light}`;
        it(`Given${name}_WhenEveryScreenIsLookedAt_ThenAxeAndTheRulerFindNothing`, async () => {
          await put(viewport, size, light);
          const found = {};
          await tour(async (page, screen) => {
            await page.screenshot({ path: `${shots}${screen}-${name}.png` });
            const wrong = { axe: await askAxe(page), ...(await measure(page)) };
            try {
              assert.deepEqual(wrong, { axe: [], ...nothing });
            } catch {
              found[screen] = wrong;
            }
          }, name);
          assert.deepEqual(found, {});
        });
      }
    }
  }

  for (const size of Object.keys(sizes)) {
    it(`GivenAWindowOf320Pixels_WhenTheTextIs_${size}_ThenNothingScrollsSidewaysOrIsCutOff`, async () => {
      await put(narrow, size, "light");
      const found = {};
      await tour(async (page, screen) => {
        await page.screenshot({ path: `${shots}${screen}-320-${size}.png` });
        const wrong = await measure(page);
        if (JSON.stringify(wrong) !== JSON.stringify(nothing)) found[screen] = wrong;
      }, `320-${size}`);
      assert.deepEqual(found, {});
    });
  }
});
