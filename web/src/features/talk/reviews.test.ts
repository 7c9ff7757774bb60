import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createStore } from "../../platform/store.ts";
import type { Review } from "../../platform/wire.ts";
import {
  changes,
  createReviewActions,
  emptyReviews,
  isOverdue,
  overdue,
  type ReviewServer,
} from "./reviews.ts";

const review = (id: string, due_on = "2026-12-08"): Review => ({
  id,
  room: "7",
  person: "3",
  before: { department: "総務課", posts: "", duties: "経理" },
  now: { department: "地域課", posts: "貸付係", duties: "経理" },
  made_at: 1,
  due_on,
});

const refused = (status: number): Answer<never> => ({
  ok: false,
  problem: { type: "about:blank", title: "", status, code: "", request_id: "" },
});

function desk(lists: Review[][], answer: Answer<unknown> = { ok: true, data: undefined }) {
  const reviews = createStore(emptyReviews);
  const server: ReviewServer = {
    list: () => Promise.resolve({ ok: true, data: { reviews: lists.shift() ?? [] } }),
    answer: () => Promise.resolve(answer),
  };
  return { reviews, actions: createReviewActions({ reviews, server }), server, left: lists };
}

test("GivenAReview_ThenOnlyWhatChangedIsShown", () => {
  expect(changes(review("1"))).toEqual([
    { what: "department", before: "総務課", now: "地域課" },
    { what: "posts", before: "", now: "貸付係" },
  ]);
});

test("GivenTheLastDay_ThenItIsNotOverdueUntilTheNext", () => {
  expect(isOverdue(review("1"), "2026-12-08")).toBe(false);
  expect(isOverdue(review("1"), "2026-12-09")).toBe(true);
  expect(overdue([review("1"), review("2", "2026-12-07")], "2026-12-08")).toBe(1);
});

test("GivenANewTelling_WhileTheListIsUnderWay_ThenItIsAskedForOnceMoreAndTheLastHolds", async () => {
  const { reviews, actions, server, left } = desk([[review("1")], [review("2")], []]);
  const { list } = server;
  server.list = () => {
    if (left.length === 3) for (let n = 0; n < 5; n++) void actions.load();
    return list();
  };
  await actions.load();
  expect(reviews.get().reviews.map(({ id }) => id)).toEqual(["2"]);
  expect(left.length).toBe(1);
});

test("GivenAnAnswer_ThenTheListIsAskedForAgain", async () => {
  const { reviews, actions } = desk([[review("1")], []]);
  await actions.load();
  expect(await actions.answer("1", "stays")).toBeUndefined();
  expect(reviews.get()).toEqual({ known: true, reviews: [] });
});

test("GivenAReviewThatIsGone_ThenThatIsSaidAndTheListIsAsItIsNow", async () => {
  const { reviews, actions } = desk([[review("1")], []], refused(404));
  await actions.load();
  expect((await actions.answer("1", "stays"))?.status).toBe(404);
  expect(reviews.get().reviews).toEqual([]);
});

test("GivenNoLine_WhenAnswered_ThenTheReviewStays", async () => {
  const { reviews, actions } = desk([[review("1")], []], refused(0));
  await actions.load();
  expect((await actions.answer("1", "leaves"))?.status).toBe(0);
  expect(reviews.get().reviews.map(({ id }) => id)).toEqual(["1"]);
});

test("GivenSomebodyElse_WhenAListArrivesLate_ThenItIsNotTheirs", async () => {
  const { reviews, actions } = desk([[review("1")]]);
  const loading = actions.load();
  actions.reset();
  await loading;
  expect(reviews.get()).toEqual(emptyReviews);
});
