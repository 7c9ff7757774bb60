import type { Instant, Problem, Quiz } from "../../platform/wire.ts";
import { carriedOver, fitted, newRound, type Round } from "./round.ts";

/**
 * The yearly check of understanding (clause 3.2), and how far I have got with it. `problem`: why it
 * couldn't be fetched the last time.
 */
export interface QuizState {
  quiz: Quiz | undefined;
  problem: Problem | undefined;
  round: Round;
}

export const emptyQuiz: QuizState = { quiz: undefined, problem: undefined, round: newRound(0) };

/** What was fetched replaces the questions, never an answer to one that is still asked. */
export function fetched(state: QuizState, quiz: Quiz): QuizState {
  return { quiz, problem: undefined, round: roundWith(state, quiz) };
}
export function notFetched(state: QuizState, problem: Problem): QuizState {
  return { ...state, problem };
}

function roundWith({ quiz: before, round }: QuizState, { version, questions }: Quiz): Round {
  if (round.version === version) return fitted(round, questions);
  if (before?.version !== round.version) return newRound(version);
  return carriedOver(round, before.questions, version, questions);
}

/** All was answered and the server knows. The first time in a year counts. */
export function finished(state: QuizState, now: Instant): QuizState {
  if (!state.quiz) return state;
  const quiz = { ...state.quiz, due: false, done_at: state.quiz.done_at ?? now };
  return { ...state, quiz, round: newRound(quiz.version) };
}

/** It is asked of me this year. */
export const isDue = ({ quiz }: QuizState): boolean =>
  quiz !== undefined && quiz.in_force && quiz.due;
