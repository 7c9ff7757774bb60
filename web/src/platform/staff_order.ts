import type { Id, Person } from "./wire.ts";

const isEarlier = (a: Id, b: Id): boolean =>
  a.length < b.length || (a.length === b.length && a < b);

/** In the order in which the first of each came, as in the list of staff; those without at the end, as "". */
export function namesOf(people: readonly Person[], what: "department" | "employment"): string[] {
  const first = new Map<string, Id>();
  for (const person of people) {
    const known = first.get(person[what]);
    if (known === undefined || isEarlier(person.id, known)) first.set(person[what], person.id);
  }
  const earlier = ([, a]: [string, Id], [, b]: [string, Id]) => (isEarlier(a, b) ? -1 : 1);
  const names = [...first].sort(earlier).map(([name]) => name);
  return [...names.filter((name) => name !== ""), ...names.filter((name) => name === "")];
}
