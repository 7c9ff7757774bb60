import type { Guideline } from "../../platform/wire.ts";
import type { SubjectRule } from "../../ui/subject.ts";
import type { Unwanted } from "./unwanted.ts";

const clause = "2.2.a";

/** Clause 2.2.a, for a field of subjects; nothing where it is off. */
export function subjectRule(
  guideline: Guideline | undefined,
  unwanted: Unwanted,
): SubjectRule | undefined {
  const { mode, parameter } = guideline?.clauses.find(({ id }) => id === clause) ?? {};
  if (mode === undefined || mode === "off" || parameter === undefined) return undefined;
  return {
    clause,
    characters: parameter.value,
    silenced: () => unwanted.has(clause),
    silence: () => unwanted.add(clause),
    unsilence: () => unwanted.remove(clause),
  };
}
