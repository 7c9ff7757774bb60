import { expect, test } from "vitest";
import { questionOf, questions, quizOf } from "./fixtures.ts";
import { choose, forth, newRound } from "./round.ts";
import { emptyQuiz, fetched, finished, isDue, notFetched } from "./state.ts";

const begun = { ...emptyQuiz, round: forth(choose(newRound(3), 1)) };

test("GivenARoundOfThisVersion_WhenTheQuestionsAreFetched_ThenItGoesOn", () => {
  expect(fetched(begun, quizOf()).round).toMatchObject({ version: 3, at: 1 });
});

test("GivenARoundOfQuestionsThatNobodyKnowsAnyMore_WhenOthersAreFetched_ThenItBeginsAnew", () => {
  expect(fetched(begun, quizOf({ version: 4 })).round).toEqual(newRound(4));
});

test("GivenARound_WhenAQuestionWasChangedMeanwhile_ThenTheOtherAnswersStay", () => {
  const [first, ...others] = questions();
  const before = fetched(begun, quizOf());
  const after = quizOf({ version: 4, questions: [...others, first ?? questionOf("")] });
  expect(fetched(before, after).round.chosen).toEqual([null, null, null, null, 1]);
});

test("GivenAFailedTry_WhenItWasKnownBefore_ThenItStaysKnown", () => {
  const problem = { status: 0, title: "", code: "test", request_id: "" };
  expect(notFetched(fetched(begun, quizOf()), problem)).toMatchObject({ problem, quiz: quizOf() });
});

test("GivenTheEnd_WhenFinishedTwice_ThenTheFirstTimeCountsAndNothingIsAskedAnyMore", () => {
  const once = finished(fetched(begun, quizOf()), 1_000);
  expect(isDue(once)).toBe(false);
  expect(once.round).toEqual(newRound(3));
  expect(finished(once, 2_000).quiz?.done_at).toBe(1_000);
});

test.each([
  [{}, true],
  [{ due: false }, false],
  [{ in_force: false }, false],
])("GivenAQuizWith%j_ThenWhetherItIsDueIs%s", (more, due) =>
  expect(isDue(fetched(emptyQuiz, quizOf(more)))).toBe(due),
);
