import type { Id, Instant, Person, QuizProgress } from "../../platform/wire.ts";

export interface Member {
  id: Id;
  name: string;
  department: string;
}

/** Who has done it this year and who hasn't, each in the order of the directory. */
export interface Standing {
  all: number;
  open: Member[];
  done: (Member & { at: Instant })[];
}

export function standingOf(
  { people }: QuizProgress,
  directory: ReadonlyMap<Id, Person>,
  unknown: string,
): Standing {
  const places = new Map([...directory.keys()].map((id, i) => [id, i]));
  const placeOf = (id: Id) => places.get(id) ?? places.size;
  const standing: Standing = { all: people.length, open: [], done: [] };
  for (const { person: id, done_at: at } of people.toSorted(
    (a, b) => placeOf(a.person) - placeOf(b.person),
  )) {
    const person = directory.get(id);
    const member = { id, name: person?.name ?? unknown, department: person?.department ?? "" };
    if (at === undefined) standing.open.push(member);
    else standing.done.push({ ...member, at });
  }
  return standing;
}
