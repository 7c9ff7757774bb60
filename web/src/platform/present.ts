import type { Id, Person } from "./wire.ts";

/** Who can be found, chosen and invited: whoever is retired only names what they wrote (clause 3.9). */
export const present = (people: ReadonlyMap<Id, Person>): Person[] =>
  [...people.values()].filter(({ retired }) => !retired);
