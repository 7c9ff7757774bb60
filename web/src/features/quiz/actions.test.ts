import { beforeEach, expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import { createStore } from "../../platform/store.ts";
import type { Problem, Quiz, QuizQuestion } from "../../platform/wire.ts";
import { createQuizActions, type QuizActions } from "./actions.ts";
import { questionOf, quizOf } from "./fixtures.ts";
import { emptyQuiz } from "./state.ts";

const hour_ms = 60 * 60 * 1000;
const yes: Answer<unknown> = { ok: true, data: undefined };
const problem = (status: number): Problem => ({ status, code: "test", title: "", request_id: "" });
const no = (status: number) => ({ ok: false, problem: problem(status) }) as const;

/** What the server has, says next, and was asked. */
let has: Quiz;
let says: Answer<unknown>;
let fails: Answer<Quiz> | undefined;
let asked: string[];
let sent: QuizQuestion[];
let now: number;
let keep = createKeep(createShelf);

function desk(person = "5"): { actions: QuizActions; state: typeof quiz.get } {
  const quiz = createStore(emptyQuiz);
  const actions = createQuizActions({
    quiz,
    keep,
    now: () => now,
    server: {
      quiz: () => (asked.push("quiz"), Promise.resolve(fails ?? { ok: true, data: has })),
      finish: (version, answers) => (
        asked.push(`finish ${version} ${answers}`),
        Promise.resolve(says)
      ),
      set: (version, questions) => {
        asked.push(`set ${version}`);
        sent = questions;
        return Promise.resolve(says);
      },
      reset: () => (asked.push("reset"), Promise.resolve(says)),
      progress: () => Promise.resolve({ ok: true, data: { year: 2026, people: [] } }),
    },
  });
  actions.open(person);
  return { actions, state: quiz.get };
}
function answerAll({ choose, forth }: QuizActions): void {
  for (const choice of [1, 0, 1, 1, 0]) {
    choose(choice);
    forth();
  }
}

beforeEach(() => {
  const shelf = createShelf();
  keep = createKeep(() => shelf);
  [has, says, fails, asked, sent, now] = [quizOf(), yes, undefined, [], [], 0];
});

test("GivenTheLineComesBackOften_WhenResumed_ThenTheServerIsAskedOnceAnHour", async () => {
  const { actions } = desk();
  await Promise.all([actions.load(), actions.load()]);
  actions.resume();
  now = hour_ms - 1;
  actions.resume();
  expect(asked).toEqual(["quiz"]);
  now = hour_ms;
  actions.resume();
  expect(asked).toEqual(["quiz", "quiz"]);
});

test("GivenNoLineAtSignIn_WhenItComes_ThenTheServerIsAskedAtOnce", async () => {
  fails = no(0);
  const { actions, state } = desk();
  await actions.load();
  expect(state().problem?.status).toBe(0);
  fails = undefined;
  actions.resume();
  await actions.load();
  expect(state().quiz).toEqual(quizOf());
});

test("GivenARound_WhenTheTabIsReloadedOrSomebodyElseSignsIn_ThenItIsItsOwnersOnly", async () => {
  const { actions } = desk();
  await actions.load();
  actions.choose(1);
  actions.forth();
  const again = desk();
  await again.actions.load();
  expect(again.state().round).toMatchObject({ at: 1, chosen: [1, null, null, null, null] });
  const other = desk("6");
  await other.actions.load();
  expect(other.state().round.at).toBe(0);
});

test("GivenAllAnswered_WhenFinished_ThenItIsDoneAndNothingIsKept", async () => {
  const { actions, state } = desk();
  await actions.load();
  answerAll(actions);
  now = 7_000;
  expect(await actions.finish()).toBeUndefined();
  expect(asked.at(-1)).toBe("finish 3 1,0,1,1,0");
  expect(state().quiz).toMatchObject({ due: false, done_at: 7_000 });
  expect(keep.keys("quiz.")).toEqual([]);
});

test("GivenQuestionsThatChangedMeanwhile_WhenFinished_ThenOnlyTheNewOneIsOpen", async () => {
  const { actions, state } = desk();
  await actions.load();
  answerAll(actions);
  const questions = has.questions.map((one, i) => (i === 2 ? questionOf("新") : one));
  has = quizOf({ version: 4, questions });
  says = no(409);
  expect((await actions.finish())?.status).toBe(409);
  expect(state().round).toEqual({ version: 4, at: 2, chosen: [1, 0, null, 1, 0] });
  says = yes;
  actions.choose(1);
  expect(await actions.finish()).toBeUndefined();
  expect(asked.at(-1)).toBe("finish 4 1,0,1,1,0");
});

test("GivenAnOpenQuestion_WhenFinished_ThenNothingIsSent", async () => {
  const { actions } = desk();
  await actions.load();
  await actions.finish();
  expect(asked).toEqual(["quiz"]);
});

test("GivenAnotherAdministratorWasFaster_WhenAQuestionIsSet_ThenTheNextTryIsOfTheNewVersion", async () => {
  const { actions } = desk();
  await actions.load();
  has = quizOf({ version: 4 });
  says = no(409);
  expect((await actions.setQuestion(1, questionOf("新")))?.status).toBe(409);
  says = yes;
  expect(await actions.setQuestion(1, questionOf("新"))).toBeUndefined();
  expect(asked).toEqual(["quiz", "set 3", "quiz", "set 4", "quiz"]);
  expect(sent.map(({ text }) => text)).toEqual([
    "question 1",
    "新",
    "question 3",
    "question 4",
    "question 5",
  ]);
});

test("GivenOwnQuestions_WhenTheyAreReset_ThenThoseInForceAreFetched", async () => {
  const { actions } = desk();
  await actions.resetQuestions();
  expect(asked).toEqual(["reset", "quiz"]);
  says = no(403);
  expect((await actions.resetQuestions())?.status).toBe(403);
  expect(asked).toHaveLength(3);
});
