import type { ClauseText, Guideline } from "../../platform/wire.ts";

/** A clause that isn't what it was. Without `before` it is new, without `after` it is left out. */
export interface Change {
  id: string;
  before: ClauseText | undefined;
  after: ClauseText | undefined;
}

const sameWords = (a: ClauseText, b: ClauseText) => a.title === b.title && a.text === b.text;

/** What changed from one edition to another: in the order of the new one, what was left out last. */
export function changesBetween(
  before: readonly ClauseText[],
  after: readonly ClauseText[],
): Change[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const kept = new Set(after.map((clause) => clause.id));
  const changed = after.flatMap((clause): Change[] => {
    const was = old.get(clause.id);
    return was && sameWords(was, clause) ? [] : [{ id: clause.id, before: was, after: clause }];
  });
  const gone = before
    .filter((clause) => !kept.has(clause.id))
    .map((clause): Change => ({ id: clause.id, before: clause, after: undefined }));
  return [...changed, ...gone];
}

/** What the drafts would change. */
export function draftedChanges(guideline: Guideline): Change[] {
  const present = new Map(guideline.clauses.map((clause) => [clause.id, clause]));
  return guideline.drafts.map((draft) => ({
    id: draft.id,
    before: present.get(draft.id),
    after: draft.removed ? undefined : draft,
  }));
}

/** A text in three: the same as in the other, different, the same again. */
export interface Parts {
  head: string;
  middle: string;
  tail: string;
}

/** Where two texts differ, from the first character that does to the last. */
export function compare(before: string, after: string): { before: Parts; after: Parts } {
  const [a, b] = [[...before], [...after]];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const split = (text: string[]): Parts => ({
    head: text.slice(0, head).join(""),
    middle: text.slice(head, text.length - tail).join(""),
    tail: text.slice(text.length - tail).join(""),
  });
  return { before: split(a), after: split(b) };
}
