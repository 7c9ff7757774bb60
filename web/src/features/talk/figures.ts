import { api, ask, type Answer } from "../../platform/api.ts";
import { figuresWords } from "../../platform/i18n/figures.ts";
import { createStore } from "../../platform/store.ts";
import { csv } from "../../platform/text/csv.ts";
import type { Month } from "../../platform/time/month.ts";
import type { DepartmentFigures, Figures, Problem } from "../../platform/wire.ts";

/** What was sent in a month (clause B3). `departments`: nothing until the answer is there. */
export interface FiguresState {
  month: Month;
  departments: readonly DepartmentFigures[] | undefined;
  problem: Problem | undefined;
}

export type AskFigures = (month: Month) => Promise<Answer<Figures>>;

export const askFigures: AskFigures = (month) =>
  ask(api.GET("/api/v1/talk/figures", { params: { query: { month } } }));

/** One month at a time; an answer about a month that was left meanwhile is passed over. */
export function createFigures(askFor: AskFigures, month: Month) {
  const state = createStore<FiguresState>({ month, departments: undefined, problem: undefined });
  let asked = 0;
  return {
    state,
    async show(next: Month): Promise<void> {
      const mine = ++asked;
      state.set(() => ({ month: next, departments: undefined, problem: undefined }));
      const answer = await askFor(next);
      if (mine !== asked) return;
      state.set((s) =>
        answer.ok
          ? { ...s, departments: answer.data.departments }
          : { ...s, problem: answer.problem },
      );
    },
  };
}

/** A department as it is shown; without `counts` it has too few people for any. */
export interface Row {
  name: string;
  counts: Counts | undefined;
}
export interface Counts {
  people: number;
  sent: number;
  outside: number;
  urgent: number;
  /** How much of `sent` was outside; nothing where nothing was sent. */
  percent: number | undefined;
}

export const rowsOf = (departments: readonly DepartmentFigures[]): Row[] =>
  departments.map(({ department, few, people = 0, sent = 0, outside = 0, urgent = 0 }) => ({
    name: department === "" ? figuresWords().noDepartment : department,
    counts: few ? undefined : { people, sent, outside, urgent, percent: share(outside, sent) },
  }));

/** Rounded, but some are never none, nor all. */
export function share(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined;
  if (part === 0 || part === whole) return (part / whole) * 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}

/** Nothing was sent, as far as it is told of every department. */
export const isEmpty = (rows: readonly Row[]): boolean =>
  rows.every(({ counts }) => counts?.sent === 0);

/** The same as a file. */
export function csvOf(month: Month, rows: readonly Row[]): string {
  const t = figuresWords();
  const line = ({ name, counts }: Row) => {
    if (!counts) return [month, name, "", "", "", "", "", t.few];
    const { people, sent, outside, percent, urgent } = counts;
    return [month, name, people, sent, outside, percent ?? "", urgent, ""];
  };
  return csv([t.csv.columns, ...rows.map(line)]);
}
