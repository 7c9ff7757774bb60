import { api, ask, passes, type Answer } from "../../platform/api.ts";
import type { Keep } from "../../platform/keep.ts";
import type { Store } from "../../platform/store.ts";
import type {
  Id,
  Instant,
  Problem,
  Quiz,
  QuizProgress,
  QuizQuestion,
} from "../../platform/wire.ts";
import { replaced } from "./form.ts";
import { answersOf, back, choose, forth, readRound, written, type Round } from "./round.ts";
import { emptyQuiz, fetched, finished, notFetched, type QuizState } from "./state.ts";

/** What the screens may do. A returned Problem is shown; nothing means it worked. */
export interface QuizActions {
  /** Fetches the questions. Calls while one is under way are one. */
  load(): Promise<void>;
  /** The line is back: fetched again if that was long ago. */
  resume(): void;
  choose(choice: number): void;
  forth(): void;
  back(): void;
  /** All is answered. 409: the questions were changed meanwhile, and those in force are there. */
  finish(): Promise<Problem | undefined>;
  /** Asks this instead. 409 as above. */
  setQuestion(i: number, question: QuizQuestion): Promise<Problem | undefined>;
  resetQuestions(): Promise<Problem | undefined>;
  progress(): Promise<Answer<QuizProgress>>;
  /** From now on it is `person`'s. */
  open(person: Id): void;
  reset(): void;
}

export interface QuizServer {
  quiz(): Promise<Answer<Quiz>>;
  finish(version: number, answers: number[]): Promise<Answer<unknown>>;
  set(version: number, questions: QuizQuestion[]): Promise<Answer<unknown>>;
  reset(): Promise<Answer<unknown>>;
  progress(): Promise<Answer<QuizProgress>>;
}

export const quizServer: QuizServer = {
  quiz: () => ask(api.GET("/api/v1/quiz")),
  finish: (version, answers) => ask(api.PUT("/api/v1/quiz/done", { body: { version, answers } })),
  set: (version, questions) =>
    ask(api.PUT("/api/v1/quiz/questions", { body: { version, questions } })),
  reset: () => ask(api.DELETE("/api/v1/quiz/questions")),
  progress: () => ask(api.GET("/api/v1/quiz/progress")),
};

interface Needs {
  quiz: Store<QuizState>;
  server: QuizServer;
  /** Where a round survives a reload of the tab. */
  keep: Keep;
  now: () => Instant;
}

const hour_ms = 60 * 60 * 1000;

export function createQuizActions({ quiz, server, keep, now }: Needs): QuizActions {
  let life = 0;
  let loading: Promise<void> | undefined;
  let askedAt = -Infinity;
  let key = "";

  const keepRound = () => keep.set(key, written(quiz.get().round));
  function turn(change: (round: Round) => Round): void {
    quiz.set((s) => ({ ...s, round: change(s.round) }));
    keepRound();
  }

  async function fetchQuiz(): Promise<void> {
    const mine = life;
    const answer = await server.quiz();
    if (mine !== life) return;
    loading = undefined;
    if (answer.ok || !passes(answer.problem)) askedAt = now();
    quiz.set((s) => (answer.ok ? fetched(s, answer.data) : notFetched(s, answer.problem)));
    keepRound();
  }

  function load(): Promise<void> {
    loading ??= fetchQuiz();
    return loading;
  }

  return {
    load,
    resume() {
      if (now() - askedAt >= hour_ms) void load();
    },
    choose: (choice) => turn((round) => choose(round, choice)),
    forth: () => turn(forth),
    back: () => turn(back),
    async finish() {
      const mine = life;
      const { quiz: asked, round } = quiz.get();
      const answers = asked && answersOf(round, asked.questions);
      if (!answers) return undefined;
      const answer = await server.finish(round.version, answers);
      if (mine !== life) return undefined;
      if (answer.ok) {
        quiz.set((s) => finished(s, now()));
        keep.remove(key);
        return undefined;
      }
      if (answer.problem.status === 409) await load();
      return answer.problem;
    },
    async setQuestion(i, question) {
      const asked = quiz.get().quiz;
      if (!asked) return undefined;
      const answer = await server.set(asked.version, replaced(asked.questions, i, question));
      if (answer.ok || answer.problem.status === 409) await load();
      return answer.ok ? undefined : answer.problem;
    },
    async resetQuestions() {
      const answer = await server.reset();
      if (!answer.ok) return answer.problem;
      await load();
      return undefined;
    },
    progress: () => server.progress(),
    open(person) {
      key = `quiz.${person}.round`;
      const round = readRound(keep.get(key));
      if (round) quiz.set((s) => ({ ...s, round }));
    },
    reset() {
      life += 1;
      loading = undefined;
      askedAt = -Infinity;
      quiz.set(() => emptyQuiz);
    },
  };
}
