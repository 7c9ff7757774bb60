/** Rooms that follow the directory, and what their masters review after a transfer: `look(name)`. */
import { call, openRoom, sheet } from "./screens.mjs";

export const group = "福祉フェスタ検討G";
export const reviews = (page) => page.locator(".talk-review");
export const reviewsLink = (page) => page.locator('.talk-list-link[href="/reviews"]');

/** Somebody of the group, which 佐々木 is master of, has a post besides; nobody's main place changes. */
export async function makeReview(administrator) {
  const { people } = await call(administrator, "GET", "directory/people");
  const { id } = people.find(({ name }) => name === "福田 亮");
  const posts = [
    { department: "総務課", position: "主事" },
    { department: "介護支援課", position: "" },
  ];
  const fields = { day: "2026-01-01", posts };
  await call(administrator, "POST", `directory/people/${id}/transfer`, fields);
}

/** One that nobody answered in time: no test can wait a week. */
async function beLate(page) {
  await page.route("**/api/v1/talk/reviews", async (route) => {
    const answer = await route.fetch();
    const [first, ...others] = (await answer.json()).reviews;
    const before = { ...first.before, department: "地域福祉課", duties: "ボランティア" };
    const now = { ...first.now, department: "総務課", duties: "車両管理・経理" };
    const late = { ...first, id: "7", due_on: "2026-01-08", before, now };
    await route.fulfill({ response: answer, json: { reviews: [late, first, ...others] } });
  });
}

export async function reviewScreens(page, server, look, department) {
  await page.goto(`${server.url}/t`);
  await openRoom(page, department);
  await page.getByRole("button", { name: "メンバー", exact: true }).click();
  await sheet(page).getByText("自動で変わります").waitFor();
  await look("members-automatic");
  await page.keyboard.press("Escape");
  await beLate(page);
  await page.goto(`${server.url}/t`);
  await reviewsLink(page).waitFor();
  await look("rooms-with-reviews");
  await reviewsLink(page).click();
  await reviews(page).nth(1).waitFor();
  await look("reviews");
  await reviews(page).last().getByRole("button", { name: "抜ける" }).click();
  await sheet(page).waitFor();
  await look("review-leaves");
  await page.keyboard.press("Escape");
  await page.unroute("**/api/v1/talk/reviews");
  const none = { status: 200, json: { reviews: [] } };
  await page.route("**/api/v1/talk/reviews", (route) => route.fulfill(none));
  await page.goto(`${server.url}/reviews`);
  await page.getByRole("heading", { name: "見直しはありません" }).waitFor();
  await look("reviews-none");
  await page.unroute("**/api/v1/talk/reviews");
}
