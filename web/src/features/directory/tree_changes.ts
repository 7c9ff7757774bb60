import { nameOf, parentOf, siblingBefore, type Rows } from "./tree.ts";

/** What becomes another, in the words of a summary. Names are those from now on. */
export type Change =
  | { kind: "renamed"; was: string; name: string }
  | { kind: "added"; name: string; under: string | undefined }
  | { kind: "removed"; name: string }
  | { kind: "moved"; name: string; under: string | undefined; behind: string | undefined };

/** `after` may be an edited `before`, or what the server has now. */
export function changesBetween(before: Rows, after: Rows): Change[] {
  const known = new Set(before.map(({ was }) => was));
  const stays = new Set(after.map(({ was }) => was));
  const moves = movedKeys(before, after);
  const renamed: Change[] = [];
  const added: Change[] = [];
  const moved: Change[] = [];
  after.forEach((row, at) => {
    const name = nameOf(row);
    const parent = parentOf(after, at);
    const under = parent && nameOf(parent);
    if (row.was === undefined || !known.has(row.was)) {
      added.push({ kind: "added", name, under });
      return;
    }
    if (name !== row.was) renamed.push({ kind: "renamed", was: row.was, name });
    const sibling = siblingBefore(after, at);
    if (moves.has(row.key)) {
      moved.push({ kind: "moved", name, under, behind: sibling && nameOf(sibling) });
    }
  });
  const gone = before.filter(({ was }) => !stays.has(was));
  const removed = gone.map((row): Change => ({ kind: "removed", name: nameOf(row) }));
  return [...renamed, ...added, ...removed, ...moved];
}

/** Those that are part of another, or stand in another order among those that stay with them. */
function movedKeys(before: Rows, after: Rows): ReadonlySet<string> {
  const places = new Map(
    before.map(({ was }, at) => [was, { at, parent: parentOf(before, at)?.was }]),
  );
  const moves = new Set<string>();
  const families = new Map<string, { key: string; at: number }[]>();
  after.forEach(({ key, was }, at) => {
    const place = was === undefined ? undefined : places.get(was);
    if (!place) return;
    const parent = parentOf(after, at);
    // A new one has nobody who was in it before.
    if ((parent?.was ?? parent?.key) !== place.parent) {
      moves.add(key);
      return;
    }
    const family = families.get(parent?.key ?? "") ?? [];
    families.set(parent?.key ?? "", [...family, { key, at: place.at }]);
  });
  for (const family of families.values()) {
    const staying = longestRun(family.map(({ at }) => at));
    for (const { key, at } of family) if (!staying.has(at)) moves.add(key);
  }
  return moves;
}

/** The most of them that stand in rising order: they stayed, and the others went past them. */
function longestRun(order: readonly number[]): ReadonlySet<number> {
  const longest = (runs: readonly number[][]) =>
    runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  const runs: number[][] = [];
  for (const at of order) {
    runs.push([...longest(runs.filter((run) => (run.at(-1) ?? at) < at)), at]);
  }
  return new Set(longest(runs));
}
