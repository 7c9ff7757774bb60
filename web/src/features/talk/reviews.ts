import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { Duty, Id, Problem, Review } from "../../platform/wire.ts";

/** Who has another duty and is still in a group whose master I am (clause 6.4). */
export interface ReviewsState {
  known: boolean;
  reviews: readonly Review[];
}

export const emptyReviews: ReviewsState = { known: false, reviews: [] };

export const reviewsStream = (person: Id): string => `reviews:${person}`;

export type ReviewAnswer = "stays" | "leaves";

/** What became another, in the order in which it is shown. */
export type Changed = { what: keyof Duty; before: string; now: string };

const parts: readonly (keyof Duty)[] = ["department", "posts", "duties"];

export const changes = ({ before, now }: Review): Changed[] =>
  parts
    .filter((what) => before[what] !== now[what])
    .map((what) => ({ what, before: before[what], now: now[what] }));

/** Days are compared as they are written: "2026-12-08". */
export const isOverdue = ({ due_on }: Review, today: string): boolean => due_on < today;

export const overdue = (reviews: readonly Review[], today: string): number =>
  reviews.filter((review) => isOverdue(review, today)).length;

export interface ReviewActions {
  /** Calls while one is under way come to one more. */
  load(): Promise<Problem | undefined>;
  /** The line is back: what was never answered is asked. */
  resume(): void;
  answer(review: Id, answer: ReviewAnswer): Promise<Problem | undefined>;
  /** Somebody else signs in. */
  reset(): void;
}

export interface ReviewServer {
  list(): Promise<Answer<{ reviews: Review[] }>>;
  answer(review: Id, answer: ReviewAnswer): Promise<Answer<unknown>>;
}

export const reviewServer: ReviewServer = {
  list: () => ask(api.GET("/api/v1/talk/reviews")),
  answer: (review, answer) =>
    ask(
      api.PUT("/api/v1/talk/reviews/{review}/answer", {
        params: { path: { review } },
        body: { answer },
      }),
    ),
};

interface Needs {
  reviews: Store<ReviewsState>;
  server: ReviewServer;
}

export function createReviewActions({ reviews, server }: Needs): ReviewActions {
  let loading: Promise<Problem | undefined> | undefined;
  let again = false;
  let life = 0;

  async function fetchList(): Promise<Problem | undefined> {
    const mine = life;
    let problem: Problem | undefined;
    // What is told together is asked for once.
    await Promise.resolve();
    do {
      again = false;
      const answer = await server.list();
      if (mine !== life) return undefined;
      problem = answer.ok ? undefined : answer.problem;
      if (answer.ok) reviews.set(() => ({ known: true, reviews: answer.data.reviews }));
    } while (again);
    loading = undefined;
    return problem;
  }

  function load(): Promise<Problem | undefined> {
    if (loading) again = true;
    loading ??= fetchList();
    return loading;
  }

  return {
    load,
    resume() {
      if (!reviews.get().known) void load();
    },
    async answer(review, said) {
      const mine = life;
      const answer = await server.answer(review, said);
      if (mine !== life) return undefined;
      // Somebody answered it elsewhere, or it went by itself: that is seen in the list.
      if (answer.ok || answer.problem.status === 404) await load();
      return answer.ok ? undefined : answer.problem;
    },
    reset() {
      life += 1;
      loading = undefined;
      again = false;
      reviews.set(() => emptyReviews);
    },
  };
}
