import { expect, test } from "vitest";
import { formOf, questionOf, questions } from "./fixtures.ts";
import {
  formFor,
  lackOf,
  mayAdd,
  mayRemove,
  questionFrom,
  replaced,
  withChoice,
  withoutChoice,
} from "./form.ts";

test("GivenThreeChoices_WhenOneIsAdded_ThenFourAreTheMost", () => {
  const four = withChoice(formOf());
  expect(four.choices).toEqual(["choice 1", "choice 2", "choice 3", ""]);
  expect(mayAdd(four)).toBe(false);
  expect(withChoice(four)).toBe(four);
});

test.each([
  [0, 0],
  [1, -1],
  [2, 1],
])("GivenTheSecondIsRight_WhenChoice%sIsTakenOut_ThenTheRightOneIs%s", (i, right) => {
  const form = withoutChoice(formOf(), i);
  expect(form.choices).toHaveLength(2);
  expect(form.right).toBe(right);
  expect(mayRemove(form)).toBe(false);
  expect(withoutChoice(form, 0)).toBe(form);
});

test.each([
  ["text", { text: " \u3000" }],
  ["choice", { choices: ["choice 1", ""] }],
  ["right", { right: -1 }],
  ["why", { why: "" }],
  ["long", { text: "あ".repeat(201) }],
  ["long", { choices: ["choice 1", "あ".repeat(101)] }],
  ["long", { why: "あ".repeat(401) }],
  [undefined, { text: "あ".repeat(200), why: "あ".repeat(400) }],
] as const)("GivenAForm_WhenItIsLookedAt_ThenItLacks%s", (lack, more) => {
  const choices = "choices" in more ? { choices: [...more.choices] } : {};
  expect(lackOf(formOf({ ...more, ...choices } as Partial<ReturnType<typeof formOf>>))).toBe(lack);
});

test("GivenAForm_WhenItIsSent_ThenSpacesAroundAreGone", () => {
  const question = questionFrom(
    formOf({ text: " question \n", choices: ["choice 1 ", "choice 2"] }),
  );
  expect(question).toEqual({
    text: "question",
    choices: ["choice 1", "choice 2"],
    right: 1,
    why: "why",
  });
});

test("GivenTheFive_WhenOneIsReplaced_ThenTheOthersStay", () => {
  const five = replaced(questions(), 1, questionOf("新"));
  expect(five.map(({ text }) => text)).toEqual([
    "question 1",
    "新",
    "question 3",
    "question 4",
    "question 5",
  ]);
});

test("GivenAQuestion_WhenItIsBeingWritten_ThenTheOneInForceDoesNotChangeAlong", () => {
  const question = questionOf("question");
  formFor(question).choices.push("x");
  expect(question.choices).toHaveLength(2);
});
