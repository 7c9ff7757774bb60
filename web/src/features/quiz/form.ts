import { clean } from "../../platform/text/clean.ts";
import { graphemes, isBlank } from "../../platform/text/length.ts";
import type { QuizQuestion } from "../../platform/wire.ts";

/** A question while an administrator writes it. */
export interface QuestionForm {
  text: string;
  choices: string[];
  /** Which of them; -1 while none is. */
  right: number;
  why: string;
}

/** As on the server. */
export const most = { text: 200, choice: 100, why: 400, choices: 4 } as const;
export const fewest_choices = 2;

/** What is missing or too long. */
export type Lack = "text" | "choice" | "right" | "why" | "long";

export const formFor = ({ text, choices, right, why }: QuizQuestion): QuestionForm => ({
  text,
  choices: [...choices],
  right,
  why,
});

export const over = (text: string, limit: number): number => Math.max(0, graphemes(text) - limit);

export const mayAdd = ({ choices }: QuestionForm): boolean => choices.length < most.choices;
export const mayRemove = ({ choices }: QuestionForm): boolean => choices.length > fewest_choices;

export function withChoice(form: QuestionForm): QuestionForm {
  return mayAdd(form) ? { ...form, choices: [...form.choices, ""] } : form;
}

/** The right one stays the right one; if it is taken out itself, another has to be said. */
export function withoutChoice(form: QuestionForm, i: number): QuestionForm {
  if (!mayRemove(form)) return form;
  const { right } = form;
  const choices = form.choices.filter((_, at) => at !== i);
  return { ...form, choices, right: i === right ? -1 : i < right ? right - 1 : right };
}

export function lackOf({ text, choices, right, why }: QuestionForm): Lack | undefined {
  if (isBlank(clean(text))) return "text";
  if (choices.some((choice) => isBlank(clean(choice)))) return "choice";
  if (choices[right] === undefined) return "right";
  if (isBlank(clean(why))) return "why";
  const tooLong = over(text, most.text) + over(why, most.why);
  const choicesTooLong = choices.some((choice) => over(choice, most.choice) > 0);
  return tooLong > 0 || choicesTooLong ? "long" : undefined;
}

export function questionFrom({ text, choices, right, why }: QuestionForm): QuizQuestion {
  const tidy = (words: string) => clean(words).trim();
  return { text: tidy(text), choices: choices.map(tidy), right, why: tidy(why) };
}

export function replaced(
  questions: readonly QuizQuestion[],
  i: number,
  question: QuizQuestion,
): QuizQuestion[] {
  return questions.map((one, at) => (at === i ? question : one));
}
