import { words } from "../../platform/i18n/index.ts";
import type { Clause, Id } from "../../platform/wire.ts";

/** What somebody who is new goes through, a screen each (clause B7). */
export const welcome_pages = ["size", "purpose", "privacy", "hours", "device", "agree"] as const;
export type WelcomePage = (typeof welcome_pages)[number];

type Lines = ReturnType<typeof words>["welcome"]["lines"];

/** A line, and what has to be so for it to be true. */
interface Says {
  line: keyof Lines;
  clause: Id;
  /** It tells what the program does, so the program has to do it. */
  done?: true;
  /** It is true only while the clause is not on. */
  off?: true;
}

const lines: Record<WelcomePage, readonly Says[]> = {
  size: [],
  purpose: [
    { line: "share", clause: "1" },
    { line: "work", clause: "B7" },
    { line: "notPrivate", clause: "B8" },
    { line: "noApplications", clause: "B6" },
    { line: "absence", clause: "B6" },
  ],
  privacy: [
    { line: "noPersonal", clause: "2.5.a" },
    { line: "initials", clause: "2.5.b" },
    { line: "sum", clause: "3.2" },
    { line: "marks", clause: "2.5.a", done: true },
  ],
  hours: [
    { line: "hours", clause: "B1" },
    { line: "quiet", clause: "B3", done: true },
    { line: "noAnswer", clause: "B3" },
    { line: "urgent", clause: "B3", done: true },
    { line: "rings", clause: "B3", off: true },
    { line: "ownHours", clause: "B2", done: true },
  ],
  device: [
    { line: "noPictures", clause: "B11" },
    { line: "lost", clause: "3.7" },
  ],
  agree: [],
};

/** Nothing is claimed of a clause that is off, and no work that isn't done yet. */
function holds({ done, off }: Says, clause: Clause): boolean {
  const isOff = clause.mode === undefined || clause.mode === "off";
  if (isOff || off) return isOff && off === true;
  return (!done || clause.carried_by.length > 0) && clause.parameter?.value !== 0;
}

export function linesOf(page: WelcomePage, clauses: readonly Clause[]): string[] {
  const said = words().welcome.lines;
  return lines[page].flatMap((one) => {
    const clause = clauses.find(({ id }) => id === one.clause);
    if (!clause || !holds(one, clause)) return [];
    const line = said[one.line];
    if (typeof line === "string") return line;
    return line({ title: clause.title, number: clause.parameter?.value ?? 0 });
  });
}

/** As it was kept; whatever else was kept is the beginning. */
export function pageFrom(kept: string | undefined): number {
  const page = Number(kept ?? 0);
  return welcome_pages[page] === undefined ? 0 : page;
}
