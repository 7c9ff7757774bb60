import type { Clause, Guideline, Measure } from "../../platform/wire.ts";

/** For tests: a clause with one measure that is hinted, and may be chosen by departments. */
export function clauseOf(id: string, more: Partial<Clause> = {}): Clause {
  return {
    id,
    section: "A",
    title: `title ${id}`,
    text: `text ${id}`,
    kept_by: "screen",
    modes: ["off", "hint"],
    measures: [measureOf("main")],
    carried_by: ["talk"],
    ...more,
  };
}

export function measureOf(name: string, more: Partial<Measure> = {}): Measure {
  return {
    name,
    mode: "hint",
    organisation_mode: "hint",
    modes: ["off", "hint"],
    departments: [],
    level: "preset",
    ...more,
  };
}

const edition = { number: 2, note: "", effective_on: "2026-04-01", published_at: 0 };

export function guidelineOf(clauses: Clause[], more: Partial<Guideline> = {}): Guideline {
  return {
    preset: { id: "shakyo", title: "", made_on: "2022-12-27", amended_on: [] },
    edition,
    accepted: 1,
    news: [edition],
    dismissals: [],
    department: "",
    may_edit: false,
    may_choose: false,
    clauses,
    drafts: [],
    ...more,
  };
}
