import { expect, test } from "vitest";
import { questionOf, questions } from "./fixtures.ts";
import {
  answersOf,
  back,
  carriedOver,
  choose,
  fitted,
  forth,
  hasBegun,
  newRound,
  readRound,
  written,
  type Round,
} from "./round.ts";

const asked = questions();
const answered = (...choices: number[]): Round =>
  choices.reduce((round, choice) => forth(choose(round, choice)), newRound(3));

test("GivenAQuestion_WhenNothingIsChosen_ThenNobodyGetsPastIt", () => {
  expect(forth(newRound(3))).toEqual(newRound(3));
  expect(hasBegun(newRound(3))).toBe(false);
  expect(hasBegun(choose(newRound(3), 0))).toBe(true);
});

test("GivenAnAnswer_WhenGoneBackAndChosenAnew_ThenTheOthersStay", () => {
  const round = choose(back(back(answered(1, 0, 1))), 0);
  expect(round).toEqual({ version: 3, at: 1, chosen: [1, 0, 1] });
  expect(back(back(round)).at).toBe(0);
});

test("GivenARound_WhenAllIsAnswered_ThenThereIsSomethingToSend", () => {
  expect(answersOf(answered(1, 0, 1, 1), asked)).toBeUndefined();
  expect(answersOf(answered(1, 0, 1, 1, 0), asked)).toEqual([1, 0, 1, 1, 0]);
});

test("GivenARound_WhenTheTabIsReloaded_ThenItIsThere", () => {
  const round = choose(answered(1, 0), 1);
  expect(readRound(written(round))).toEqual(round);
});

test.each([
  undefined,
  "",
  "null",
  "[]",
  '{"version":1,"at":-1,"chosen":[]}',
  '{"version":1,"at":0,"chosen":["x"]}',
])("GivenSomethingElseKept%s_WhenRead_ThenItIsNoRound", (text) =>
  expect(readRound(text)).toBeUndefined(),
);

test("GivenAKeptRoundThatCannotBe_WhenFitted_ThenItStandsAtTheFirstOpenQuestion", () => {
  const round = fitted({ version: 3, at: 9, chosen: [1, 7, 0] }, asked);
  expect(round).toEqual({ version: 3, at: 1, chosen: [1, null, 0, null, null] });
});

test("GivenChangedQuestions_WhenARoundIsCarriedOver_ThenAnswersToTheSameQuestionsStay", () => {
  const done = answered(1, 0, 1, 1, 0);
  const after = [...asked];
  after[1] = questionOf("another");
  after[2] = { ...questionOf("question 3"), choices: ["ほか", "choice 2"] };
  after[3] = { ...questionOf("question 4"), choices: ["choice 1", "ほか"] };
  expect(carriedOver(done, asked, 4, after)).toEqual({
    version: 4,
    at: 1,
    chosen: [1, null, 1, null, 0],
  });
});

test("GivenOnlyAnotherReason_WhenARoundIsCarriedOver_ThenItStandsAtTheEnd", () => {
  const after = asked.map((question) => ({ ...question, why: "ほか" }));
  const round = carriedOver(answered(1, 0, 1, 1, 0), asked, 4, after);
  expect(round).toEqual({ version: 4, at: 5, chosen: [1, 0, 1, 1, 0] });
});
