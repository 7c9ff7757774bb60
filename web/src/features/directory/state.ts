import type { Id, Person, StreamState } from "../../platform/wire.ts";

/** Everybody of my organisation, in the server's order (kana). */
export interface DirectoryState {
  people: ReadonlyMap<Id, Person>;
}

export const emptyDirectory: DirectoryState = { people: new Map() };

export const directory_stream = "directory";

/** Pure, and safe to apply twice. A snapshot replaces everybody. */
export function applyStream(state: DirectoryState, change: StreamState): DirectoryState {
  if (!change.people) return change.snapshot ? emptyDirectory : state;
  const people = new Map(change.snapshot ? [] : state.people);
  for (const person of change.people) people.set(person.id, person);
  return { people: new Map([...people].sort(([, a], [, b]) => compareKana(a, b))) };
}

const japanese = new Intl.Collator("ja");

function compareKana(a: Person, b: Person): number {
  return japanese.compare(a.kana || a.name, b.kana || b.name);
}
