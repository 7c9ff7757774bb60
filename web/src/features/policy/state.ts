import { finds } from "../../platform/text/fold.ts";
import type { Clause, Guideline, Instant, Measure, Problem } from "../../platform/wire.ts";

/** The guideline as it holds for me. `problem`: why it couldn't be fetched the last time. */
export interface PolicyState {
  guideline: Guideline | undefined;
  problem: Problem | undefined;
}

export const emptyPolicy: PolicyState = { guideline: undefined, problem: undefined };

export const policy_stream = "policy";

/** What was fetched replaces everything; a failed try leaves what there is. */
export function fetched(guideline: Guideline): PolicyState {
  return { guideline, problem: undefined };
}
export function notFetched(state: PolicyState, problem: Problem): PolicyState {
  return { ...state, problem };
}

/** An own clause is one that the organisation added. */
export const isOwn = (clause: { id: string }): boolean => clause.id.startsWith("own.");

/** The program does nothing for this clause yet. Own clauses are kept by people alone. */
export const isNotYet = (clause: Clause): boolean =>
  clause.carried_by.length === 0 && !isOwn(clause);

export const isFixed = (measure: Measure): boolean => measure.modes.length === 1;

export interface Section {
  /** Absent for the organisation's own clauses. */
  title: string | undefined;
  clauses: Clause[];
}

/** Neighbours with the same section, in the order of the guideline. */
export function sectionsOf(clauses: readonly Clause[]): Section[] {
  const sections: Section[] = [];
  for (const clause of clauses) {
    const last = sections.at(-1);
    if (last && last.title === clause.section) last.clauses.push(clause);
    else sections.push({ title: clause.section, clauses: [clause] });
  }
  return sections;
}

export function search(clauses: readonly Clause[], query: string): Clause[] {
  return clauses.filter(({ id, title, text }) => finds(query, [id, title, text]));
}

/**
 * `no`: nothing is asked of me; `may_wait`: I am asked to accept the present edition, and may put it
 * off; `must`: the time for that is over.
 */
export type Asked = "no" | "may_wait" | "must";

export function asked(guideline: Guideline | undefined, now: Instant): Asked {
  if (guideline?.accept_until === undefined) return "no";
  return now < guideline.accept_until ? "may_wait" : "must";
}

/** What a head may change: the measures that departments may choose, and if any, the number. */
export function openToDepartments(clause: Clause): Measure[] {
  return clause.as ? [] : clause.measures.filter((measure) => measure.departments.length > 0);
}
export function numberIsOpen(clause: Clause): boolean {
  return (
    clause.as === undefined &&
    clause.parameter !== undefined &&
    (clause.measures[0]?.departments.length ?? 0) > 0
  );
}

/**
 * Clause B3: who may send so that it rings at once. Whoever is permitted it, heads of departments, and
 * everybody where its measure is on.
 */
export function mayBeUrgent(guideline: Guideline | undefined, permitted: boolean): boolean {
  if (permitted) return true;
  if (!guideline) return false;
  const measures = guideline.clauses.find(({ id }) => id === "B3")?.measures ?? [];
  const everybody = measures.some(({ name, mode }) => name === "urgent" && mode === "on");
  return (guideline.is_head ?? false) || everybody;
}

/** Whether a clause that is a feature is on for me. */
export function isOn(guideline: Guideline | undefined, clause: string): boolean {
  return guideline?.clauses.find(({ id }) => id === clause)?.mode === "on";
}
