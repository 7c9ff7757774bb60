import { words } from "../../../platform/i18n/index.ts";
import type { Clause, Measure } from "../../../platform/wire.ts";

/** What a measure is called. One that this version doesn't know is called by its name. */
export const measureName = (name: string): string => words().policy.measure[name] ?? name;

/** Why nobody can change it. */
export function whyFixed(clause: Clause, measure: Measure): string {
  const t = words().policy.rule;
  const why = measure.mode === "on" ? t.whyFixed.on : t.whyFixed.other;
  return clause.measures.length > 1 ? t.fixedOf(measureName(measure.name), why) : t.fixed(why);
}

export function parameterWords(name: string): { label: string; value: (n: number) => string } {
  return words().policy.parameter[name] ?? { label: name, value: (n) => `${n}` };
}
