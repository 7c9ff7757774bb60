import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { focusedText, tabTo } from "./kit/keys.mjs";
import { group, reviews, reviewsLink } from "./kit/reviews_tour.mjs";
import { button, call, openRoom, roomItem, send, sheet, signIn } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { openStaffing, writeTransfer, closed } from "./kit/staff_changes_tour.mjs";
import { until, untilCount } from "./kit/until.mjs";

const okamoto_name = "岡本 千尋";
const hours_ahead = 9;
const today = () => new Date(Date.now() + hours_ahead * 3_600_000).toISOString().slice(0, 10);

describe("Automatic rooms and reviews (clauses 5.4, 6.4)", () => {
  let server, browser, administrator, sasaki, okamoto;

  before(async () => {
    server = await Server.open();
    browser = await launch();
    administrator = await openPage(browser);
    sasaki = await openPage(browser);
    okamoto = await openPage(browser, { viewport: phone });
    await signIn(administrator, server, "t.aoki");
    await signIn(sasaki, server, "a.sasaki");
    await signIn(okamoto, server, "c.okamoto");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  async function transfer(department) {
    await openStaffing(administrator, server, okamoto_name);
    await writeTransfer(administrator, today(), { 所属: department });
    await button(sheet(administrator), "内容を確かめる").click();
    await button(sheet(administrator), "すぐに変える").click();
    await closed(administrator);
  }
  const person = (page) => sheet(page).locator(".talk-people li", { hasText: okamoto_name });

  it("GivenAnAutomaticRoom_WhenItsMembersAreOpened_ThenItSaysWhyTheyAreInAndNobodyCanChangeThem", async () => {
    await openRoom(okamoto, "特定業務職員G");
    await okamoto.getByRole("button", { name: "メンバー" }).click();
    await sheet(okamoto).getByText("雇用区分に合わせて自動で変わります").waitFor();
    await person(okamoto).getByText("雇用区分：特定業務職員").waitFor();
    for (const gone of ["退出する", "メンバーを加える", /を外す$/, "マスター"]) {
      await untilCount(sheet(okamoto).getByRole("button", { name: gone }), 0);
    }
    await sheet(okamoto).getByRole("button", { name: "閉じる" }).last().click();
    await sheet(okamoto).waitFor({ state: "detached" });
    await okamoto.goto(`${server.url}/t`);
    await openRoom(okamoto, "地域福祉課");
    await okamoto.getByRole("button", { name: "メンバー" }).click();
    await person(okamoto).getByText("所属：地域福祉課").waitFor();
    await okamoto.keyboard.press("Escape");
    await sheet(okamoto).waitFor({ state: "detached" });
  });

  it("GivenATransfer_ThenTheListOfRoomsIsAnotherAtOnceAndTheMasterIsAsked", async () => {
    await okamoto.goto(`${server.url}/t`);
    await roomItem(okamoto, "地域福祉課").waitFor();
    await untilCount(roomItem(okamoto, "総務課"), 0);
    await openRoom(sasaki, "地域福祉課");
    await untilCount(reviewsLink(sasaki), 0);

    await transfer("総務課");
    await roomItem(okamoto, "総務課").waitFor();
    await roomItem(okamoto, "地域福祉課").waitFor({ state: "detached" });
    await roomItem(okamoto, "特定業務職員G").waitFor();
    await openRoom(okamoto, "総務課");
    await send(okamoto, "今日からお世話になります");
    await administrator.goto(`${server.url}/t`);
    await openRoom(administrator, "総務課");
    await administrator.getByText("今日からお世話になります").last().waitFor();
    await reviewsLink(sasaki).getByText("異動後の見直し 1件").waitFor();
  });

  it("GivenAReview_WhenTheMasterSaysThatTheyStay_ThenItIsGoneAndTheyAreIn", async () => {
    await tabTo(sasaki, "a", "異動後の見直し");
    await sasaki.keyboard.press("Enter");
    const card = reviews(sasaki).filter({ hasText: okamoto_name });
    await card.getByRole("link", { name: group }).waitFor();
    assert.match((await card.innerText()).replace(/\s+/g, " "), /所属 地域福祉課 → ?から? ?総務課/);
    await card.getByText(/までに決めてください$/).waitFor();
    await card.getByRole("button", { name: "人を加える" }).click();
    await sheet(sasaki).getByText("加えた人は、このトークをはじめから読めます。").waitFor();
    await sasaki.keyboard.press("Escape");
    await sheet(sasaki).waitFor({ state: "detached" });
    const stays = `${okamoto_name}さんは「${group}」に残る`;
    await tabTo(sasaki, `button[aria-label="${stays}"]`);
    await sasaki.keyboard.press("Enter");
    await card.waitFor({ state: "detached" });
    await sasaki.getByRole("status").getByText(`${okamoto_name}さんは残ります。`).waitFor();
    await until("the focus on the title", async () =>
      (await focusedText(sasaki)).includes("異動後の見直し"),
    );
    await sasaki.getByRole("heading", { name: "見直しはありません" }).waitFor();
    await okamoto.goto(`${server.url}/t`);
    await roomItem(okamoto, group).waitFor();
  });

  it("GivenAReview_WhenTheMasterSaysThatTheyLeave_ThenTheRoomGoesFromTheirList", async () => {
    await okamoto.goto(`${server.url}/t`);
    await openRoom(okamoto, group);
    await transfer("地域福祉課");
    await sasaki.goto(`${server.url}/reviews`);
    const card = reviews(sasaki).filter({ hasText: okamoto_name });
    await card.getByRole("button", { name: "抜ける" }).click();
    await sheet(sasaki).getByText("読めなくなります").waitFor();
    await sheet(sasaki).getByRole("button", { name: "やめる" }).click();
    await card.getByRole("button", { name: "抜ける" }).click();
    await sheet(sasaki).getByRole("button", { name: "外す", exact: true }).click();
    await card.waitFor({ state: "detached" });
    await sasaki.getByRole("status").getByText(`${okamoto_name}さんを外しました。`).waitFor();
    await okamoto.locator(".talk-missing-room").waitFor();
    await okamoto.goto(`${server.url}/t`);
    await roomItem(okamoto, "地域福祉課").waitFor();
    await untilCount(roomItem(okamoto, group), 0);
  });

  it("GivenAReviewOfTheMasterThemselves_WhenTheyWouldLeave_ThenTheyChooseTheNextMasterFirst", async () => {
    const { people } = await call(administrator, "GET", "directory/people");
    const { id } = people.find(({ name }) => name === "佐々木 彩");
    const posts = [
      { department: "地域福祉課", position: "主任" },
      { department: "介護支援課", position: "" },
    ];
    await call(administrator, "POST", `directory/people/${id}/transfer`, { day: today(), posts });
    await sasaki.goto(`${server.url}/reviews`);
    const card = reviews(sasaki).filter({ hasText: group }).filter({ hasText: "佐々木 彩" });
    await card.getByRole("button", { name: "抜ける" }).click();
    await sheet(sasaki).getByText("次のマスターを決めてから").waitFor();
    await sheet(sasaki).getByRole("button", { name: "次のマスターを選ぶ" }).click();
    await sheet(sasaki).getByRole("button", { name: "マスターをゆずって退出する" }).waitFor();
    await sasaki.keyboard.press("Escape");
    await sheet(sasaki).waitFor({ state: "detached" });
    await card.getByRole("button", { name: "残る" }).click();
    await card.waitFor({ state: "detached" });
  });

  it("GivenAReviewThatWasAnsweredElsewhere_WhenItIsAnsweredHere_ThenItIsGoneWithoutHarm", async () => {
    const { people } = await call(administrator, "GET", "directory/people");
    const { id } = people.find(({ name }) => name === "三宅 直樹");
    const fields = { day: today(), posts: [{ department: "介護支援課", position: "" }] };
    await call(administrator, "POST", `directory/people/${id}/transfer`, fields);
    await sasaki.goto(`${server.url}/reviews`);
    const card = reviews(sasaki).filter({ hasText: "三宅 直樹" });
    await card.waitFor();
    const { reviews: known } = await call(sasaki, "GET", "talk/reviews");
    const review = known.find(({ person }) => person === id);
    const answerElsewhereFirst = async (route) => {
      await call(sasaki, "PUT", `talk/reviews/${review.id}/answer`, { answer: "stays" });
      await route.continue();
    };
    await sasaki.route("**/api/v1/talk/reviews/*/answer", answerElsewhereFirst, { times: 1 });
    await card.getByRole("button", { name: "残る" }).click();
    await card.waitFor({ state: "detached" });
    await sasaki.getByText("この見直しはもうありません").waitFor();
  });
});
