import type { Clause, Mode } from "../../platform/wire.ts";
import { isFixed, numberIsOpen, openToDepartments } from "./state.ts";

/** Whom a choice is for. */
export type Whom = "everybody" | "department";

/** What is being chosen for a clause, as it stands in the form. */
export interface Ruling {
  modes: Record<string, Mode>;
  /** As typed. */
  number: string;
  /** What departments may choose; only for everybody. */
  limits: Record<string, Mode[]>;
}

/** One thing to tell the server. */
export type Step =
  { kind: "setting"; name: string; value: string } | { kind: "limit"; name: string; modes: Mode[] };

/** The measures that can be chosen. */
export function choosable(clause: Clause, whom: Whom) {
  return whom === "department"
    ? openToDepartments(clause)
    : clause.measures.filter((measure) => !isFixed(measure));
}

export function rulingOf(clause: Clause, whom: Whom): Ruling {
  const mine = whom === "department";
  const measures = clause.measures;
  return {
    modes: Object.fromEntries(
      measures.map((m) => [m.name, mine ? m.mode : m.organisation_mode] as const),
    ),
    number: numberFor(clause, whom),
    limits: Object.fromEntries(measures.map((m) => [m.name, m.departments] as const)),
  };
}

/** Where my department has a number of its own, the organisation's isn't known here. */
function numberFor(clause: Clause, whom: Whom): string {
  const { parameter } = clause;
  if (!parameter || (whom === "everybody" && parameter.level === "department")) return "";
  return `${parameter.value}`;
}

const sameModes = (a: readonly Mode[], b: readonly Mode[]) =>
  a.length === b.length && a.every((mode) => b.includes(mode));

/** What differs from what holds. A number that was left empty stays as it is. */
export function stepsFor(clause: Clause, whom: Whom, ruling: Ruling): Step[] {
  const holds = rulingOf(clause, whom);
  const steps: Step[] = [];
  for (const { name } of choosable(clause, whom)) {
    const mode = ruling.modes[name];
    if (mode && mode !== holds.modes[name]) steps.push({ kind: "setting", name, value: mode });
  }
  const number = ruling.number.normalize("NFKC").replace(/[\s,]/g, "");
  const mayNumber = whom === "everybody" || numberIsOpen(clause);
  if (clause.parameter && mayNumber && number !== "" && number !== holds.number) {
    steps.push({ kind: "setting", name: clause.parameter.name, value: number });
  }
  if (whom === "department") return steps;
  for (const { name } of choosable(clause, whom)) {
    const modes = ruling.limits[name] ?? [];
    if (!sameModes(modes, holds.limits[name] ?? [])) steps.push({ kind: "limit", name, modes });
  }
  return steps;
}
