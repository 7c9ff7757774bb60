import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import { loadsTheSame } from "./addresses.mjs";
import { desktop, launch, noFaults, openPage, phone } from "./browser.mjs";
import { cardScreens, cardsNotMineScreen } from "./cards_tour.mjs";
import { contactsKeeperScreens, contactsScreens } from "./contacts.mjs";
import { giveEyes } from "./eye.mjs";
import {
  barredScreens,
  colleagueScreens,
  deviceAdminScreens,
  deviceScreens,
  devicesNotMineScreens,
  lostDoneScreen,
  lostScreens,
  makeDevices,
  makeWaiting,
  networkScreens,
} from "./devices_tour.mjs";
import { displayScreens, displaysNotMineScreen, displaysScreens } from "./displays_tour.mjs";
import { doubtScreens } from "./doubts_tour.mjs";
import {
  acceptanceScreens,
  administratorScreens,
  guidelineScreens,
  makeEditions,
} from "./guideline_tour.mjs";
import { groupScreens, groupsOfOthersScreens, newGroupScreens } from "./groups_tour.mjs";
import { hoursOfMineScreen, hoursScreens, makeTimes, myDaysScreens } from "./hours_tour.mjs";
import { laterScreens, openInTwoDays, urgentScreens } from "./later.mjs";
import { look, putBack, takePicture } from "./looks.mjs";
import { makeDigest, noticeScreens } from "./notices.mjs";
import { peopleAdministratorScreens, peopleScreens } from "./people_book.mjs";
import {
  figuresNotMineScreen,
  figuresScreens,
  leaveScreens,
  makeLeave,
  makeReports,
  receiverOnLeaveScreens,
  reportingScreens,
  reportScreens,
} from "./people_tour.mjs";
import { siteReadersScreen, siteScreens } from "./sites_tour.mjs";
import { organisationNotMineScreen, organisationScreens } from "./organisation_tour.mjs";
import { makeReview, reviewScreens } from "./reviews_tour.mjs";
import { rolesNotMineScreen, rolesScreens } from "./roles_tour.mjs";
import {
  signInRulesNotMineScreen,
  signInRulesScreens,
  switchFromInsideScreens,
  switchScreens,
} from "./sign_in_tour.mjs";
import { staffChangesNotMineScreen, staffChangesScreens } from "./staff_changes_tour.mjs";
import { staffImportNotMineScreen, staffImportScreens } from "./staff_import.mjs";
import { photoScreens } from "./photos.mjs";
import { quizAdministratorScreens, quizScreens } from "./quiz.mjs";
import { call, choose, chooseSetting, openRoom, roomItem, send, signIn } from "./screens.mjs";
import { Server } from "./server.mjs";
import {
  brokenLine,
  department,
  listScreens,
  long_name,
  partner,
  roomScreens,
  settingsScreens,
  signInScreens,
  writingScreens,
} from "./tour.mjs";

/** A department with too few people for figures. */
const few = `氏名,フリガナ,ID,所属,役職,雇用区分,内線,生年(西暦),入職日
田島 港,タジマ ミナト,m.tajima@minato,港東児童クラブ・放課後サポートセンター,主事,正職員,501,1990,2015/4/1
`;
const shots = new URL("../../../build/e2e/", import.meta.url).pathname;

/**
 * Goes through every screen there is, and looks at each in all of `looks`: a window, a text size, light or dark, and
 * what is asked of the page. The first is the window to go through them in. With `addresses`, each that the tour came
 * to is loaded anew as well. Needs a file of tests of its own.
 */
export function lookAtEveryScreen(looks, { pictures = false, addresses = false } = {}) {
  const viewport = looks[0].window;
  describe(`Every screen at ${viewport.width}`, () => {
    let server, browser, inside, outside, administrator, newcomer, reader, waiting;
    let visited; // page → addresses

    before(async () => {
      server = await Server.open();
      browser = await launch();
      const pages = await Promise.all(Array.from({ length: 6 }, () => openPage(browser)));
      [inside, outside, administrator, newcomer, reader, waiting] = pages;
      visited = new Map([inside, administrator].map((page) => [page, new Set()]));
      for (const page of pages) await giveEyes(page.context());
      await signIn(inside, server, "a.sasaki");
      await inside.getByRole("button", { name: "あとで" }).click();
      if (pictures) await takePictures(inside);
      await makeLongRoom(inside);
      await openRoom(inside, department);
      await send(inside, "明日の車の使用予定を、今日中にお知らせください。");
      await signIn(administrator, server, "t.aoki");
      await makeDevices(browser, server, inside, "a.sasaki");
      await makeWaiting(administrator, waiting, server, "k.morikawa");
      await makeEditions(administrator, [inside]);
      await newcomer.goto((await server.card("h.onishi")).url);
      await reader.goto((await server.card("k.watanabe")).url);
      for (const page of [newcomer, reader]) await page.getByRole("dialog").waitFor();
      await server.importPeople(Buffer.from(few));
      await makeDigest(inside, department, partner, say);
      await makeReports(administrator, inside, (await placeOf(department)).split(":").at(-1));
      await makeReview(administrator);
      await makeLeave(administrator, inside);
      await makeTimes(administrator);
      await openInTwoDays(reader);
      await chooseSetting(administrator, "B3", "urgent", "on");
      await call(inside, "PUT", "notices/quiet", {
        what: await placeOf(long_name),
        quiet: true,
      });
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });
    afterEach(noFaults);

    /** The two of the README, of the sample office as it is. They are copied to docs/images by hand. */
    async function takePictures(page) {
      await page.setViewportSize(phone);
      await page.locator(":root[data-layout=phone]").waitFor();
      await page.screenshot({ path: `${shots}rooms-phone.png` });
      await page.setViewportSize(desktop);
      await page.locator(":root[data-layout=three]").waitFor();
      await openRoom(page, department);
      await page.locator(".talk-divider").waitFor();
      await page.screenshot({ path: `${shots}room-desktop.png` });
    }

    /** The room's place, as the one who is inside sees it in the list. */
    async function placeOf(room) {
      const address = await roomItem(inside, room).getAttribute("href");
      return `room:${address.split("/").at(-1)}`;
    }

    /** The reader says something there. */
    async function say(room, body, along = {}) {
      const [, id] = (await placeOf(room)).split(":");
      const message = { body, client_key: randomUUID(), ...along };
      await call(reader, "POST", `talk/rooms/${id}/messages`, message);
    }
    const sayUrgently = (body, urgent) => say(department, body, { urgent });

    async function makeLongRoom(page) {
      await page.getByRole("button", { name: "新しいトーク" }).click();
      const sheet = page.getByRole("dialog");
      await choose(sheet, "グループ");
      await sheet.getByLabel("グループの名前").fill(long_name);
      await sheet.getByLabel("目的").fill("サロンと配食のことを、いっしょに決めます。");
      for (const i of [0, 5, 9]) await sheet.getByRole("checkbox").nth(i).check();
      await page.getByRole("button", { name: "トークを始める" }).click();
      await sheet.waitFor({ state: "detached" });
      await send(
        page,
        "https://www.example.jp/とても長いアドレス/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      );
    }

    /** Everybody's pages in this window. */
    async function put(viewport) {
      const pages = [outside, inside, administrator, newcomer, reader, waiting];
      await Promise.all(pages.map((page) => page.setViewportSize(viewport)));
      await outside.goto(`${server.url}/signin`);
      await inside.goto(`${server.url}/settings`);
    }

    /** Whoever isn't signed in and those who are go through their screens at the same time. */
    async function tour(look) {
      const within = (screen) => look(inside, screen);
      const goThroughInside = async () => {
        await listScreens(inside, server, within);
        await roomScreens(inside, server, within);
        await writingScreens(inside, server, within);
        await laterScreens(inside, server, within, partner);
        await urgentScreens(inside, server, within, partner, sayUrgently, (mode) =>
          chooseSetting(administrator, "B3", "note", mode),
        );
        await noticeScreens(inside, server, within, (body) => say(department, body));
        await receiverOnLeaveScreens(inside, server, within);
        await reportingScreens(inside, server, within, department, long_name);
        await newGroupScreens(inside, server, within);
        await reviewScreens(inside, server, within, department);
        await figuresNotMineScreen(inside, server, within);
        await cardsNotMineScreen(inside, server, within);
        await staffImportNotMineScreen(inside, server, within);
        await organisationNotMineScreen(inside, server, within);
        await siteReadersScreen(inside, server, within);
        await staffChangesNotMineScreen(inside, server, within);
        await rolesNotMineScreen(inside, server, within);
        await devicesNotMineScreens(inside, server, within);
        await displaysNotMineScreen(inside, server, within);
        await doubtScreens(inside, server, within);
        await signInRulesNotMineScreen(inside, server, within);
        await switchFromInsideScreens(inside, server, within);
        await deviceScreens(inside, server, within);
        await colleagueScreens(inside, server, within);
        await hoursOfMineScreen(inside, server, within);
        await myDaysScreens(inside, server, within);
        await photoScreens(inside, server, within);
        await settingsScreens(inside, server, within);
        await guidelineScreens(inside, server, within);
        await quizScreens(inside, server, within);
        await peopleScreens(inside, server, within, "佐々木 彩");
        await contactsScreens(inside, server, within);
        await brokenLine(inside, server, within, "送信待ちの文");
      };
      const asAdministrator = (screen) => look(administrator, screen);
      const goThroughAdministrator = async () => {
        await administratorScreens(administrator, server, asAdministrator);
        await leaveScreens(administrator, server, asAdministrator);
        await peopleAdministratorScreens(administrator, server, asAdministrator);
        await contactsKeeperScreens(administrator, server, asAdministrator);
        await cardScreens(administrator, server, asAdministrator);
        await staffImportScreens(administrator, server, asAdministrator);
        await organisationScreens(administrator, server, asAdministrator);
        await siteScreens(administrator, server, asAdministrator);
        await staffChangesScreens(administrator, server, asAdministrator);
        await rolesScreens(administrator, server, asAdministrator);
        await deviceAdminScreens(administrator, server, asAdministrator);
        await networkScreens(administrator, server, asAdministrator);
        await displaysScreens(administrator, server, asAdministrator);
        await signInRulesScreens(administrator, server, asAdministrator);
        await hoursScreens(administrator, server, asAdministrator);
        await reportScreens(administrator, server, asAdministrator);
        await figuresScreens(administrator, server, asAdministrator);
        await quizAdministratorScreens(administrator, server, asAdministrator);
      };
      await groupsOfOthersScreens(administrator, server, asAdministrator);
      await groupScreens(inside, server, within);
      const asNobody = (screen) => look(outside, screen);
      const goThroughOutside = async () => {
        await signInScreens(outside, server, asNobody);
        await switchScreens(outside, server, asNobody);
        await lostScreens(outside, server, asNobody);
        const { number } = await call(reader, "POST", "me/wallet-card");
        await lostDoneScreen(outside, server, asNobody, number);
        await displayScreens(outside, administrator, server, asNobody);
      };
      await Promise.all([
        goThroughOutside(),
        barredScreens(waiting, server, (screen) => look(waiting, screen)),
        goThroughInside(),
        goThroughAdministrator(),
        acceptanceScreens(newcomer, reader, server, look),
      ]);
    }

    it(`GivenEveryScreenAt${viewport.width}_WhenLookedAtInEachWay_ThenNothingIsFound`, async () => {
      await put(viewport);
      const found = {};
      await tour(async (page, screen) => {
        visited.get(page)?.add(new URL(page.url()).pathname);
        for (const one of looks) {
          const name = `${screen}-${one.window.width}-${one.size}-${one.light}`;
          const wrong = await look(page, one);
          await takePicture(page, name);
          if (wrong) found[name] = wrong;
        }
        await putBack(page, looks[0]);
      });
      assert.equal(JSON.stringify(found, null, 1), "{}");
    });

    it("GivenADeviceThatTurnsDark_WhenThePageIsOpen_ThenItFollowsThereAndBack", async () => {
      for (const light of ["dark", "light"]) {
        await inside.emulateMedia({ colorScheme: light });
        await inside.locator(`:root[data-theme=${light}]`).waitFor();
      }
    });

    if (addresses) {
      it("GivenEachAddressOfTheTour_WhenItIsLoadedAnew_ThenItSaysTheSameAsWhenALinkLeadsThere", async () => {
        await Promise.all([...visited].map(([page, paths]) => loadsTheSame(page, server, paths)));
      });
    }
  });
}
