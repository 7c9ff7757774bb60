import type { Quiz, QuizQuestion } from "../../platform/wire.ts";
import type { QuestionForm } from "./form.ts";

/** For tests. */
export const questionOf = (text: string): QuizQuestion => ({
  text,
  choices: ["choice 1", "choice 2"],
  right: 1,
  why: `${text}: why`,
});

export const questions = (): QuizQuestion[] =>
  [1, 2, 3, 4, 5].map((n) => questionOf(`question ${n}`));

export const quizOf = (more: Partial<Quiz> = {}): Quiz => ({
  in_force: true,
  version: 3,
  questions: questions(),
  year: 2026,
  due: true,
  yen: 20_000,
  may_edit: false,
  ...more,
});

export const formOf = (more: Partial<QuestionForm> = {}): QuestionForm => ({
  text: "question",
  choices: ["choice 1", "choice 2", "choice 3"],
  right: 1,
  why: "why",
  ...more,
});
