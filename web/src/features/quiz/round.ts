import type { QuizQuestion } from "../../platform/wire.ts";

/** Once through the questions of one version. `at` is what is shown; past the last one, the end. */
export interface Round {
  version: number;
  at: number;
  chosen: readonly (number | null)[];
}

export const newRound = (version: number): Round => ({ version, at: 0, chosen: [] });

export const hasBegun = ({ at, chosen }: Round): boolean =>
  at > 0 || chosen.some((choice) => choice !== null);

export const chosenAt = ({ chosen }: Round, i: number): number | null => chosen[i] ?? null;

export function choose(round: Round, choice: number): Round {
  const length = Math.max(round.chosen.length, round.at + 1);
  const chosen = Array.from({ length }, (_, i) => (i === round.at ? choice : chosenAt(round, i)));
  return { ...round, chosen };
}

/** Only past a question that is answered. */
export function forth(round: Round): Round {
  return chosenAt(round, round.at) === null ? round : { ...round, at: round.at + 1 };
}
export function back(round: Round): Round {
  return round.at === 0 ? round : { ...round, at: round.at - 1 };
}

/** What is sent at the end; nothing while a question is open. */
export function answersOf(round: Round, questions: readonly QuizQuestion[]): number[] | undefined {
  const answers = questions.flatMap((_, i) => chosenAt(round, i) ?? []);
  return answers.length === questions.length ? answers : undefined;
}

/** A round as it can be with these questions: nobody stands behind one that is open. */
export function fitted(round: Round, questions: readonly QuizQuestion[]): Round {
  const chosen = questions.map(({ choices }, i) => {
    const choice = chosenAt(round, i);
    return choice !== null && choice < choices.length ? choice : null;
  });
  const open = chosen.indexOf(null);
  const last = open === -1 ? questions.length : open;
  return { ...round, chosen, at: Math.min(round.at, last) };
}

/** The questions were changed meanwhile: what was said to one that is still asked stays said. */
export function carriedOver(
  round: Round,
  before: readonly QuizQuestion[],
  version: number,
  after: readonly QuizQuestion[],
): Round {
  const chosen = after.map(({ text, choices }) => {
    const was = before.findIndex((question) => question.text === text);
    const choice = before[was]?.choices[chosenAt(round, was) ?? -1];
    const now = choice === undefined ? -1 : choices.indexOf(choice);
    return now === -1 ? null : now;
  });
  return fitted({ version, at: round.at, chosen }, after);
}

/** As it is kept over a reload: numbers only. */
export const written = (round: Round): string => JSON.stringify(round);

const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

export function readRound(text: string | undefined): Round | undefined {
  try {
    const kept = JSON.parse(text ?? "") as Partial<Round> | null;
    if (!isPlace(kept?.version) || !isPlace(kept.at) || !Array.isArray(kept.chosen))
      return undefined;
    if (!kept.chosen.every((choice) => choice === null || isPlace(choice))) return undefined;
    return { version: kept.version, at: kept.at, chosen: kept.chosen };
  } catch {
    return undefined;
  }
}
