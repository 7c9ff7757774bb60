import type { Person } from "../../platform/wire.ts";
import type { PickItem } from "../../ui/PickList.svelte";
import type { People } from "./list.ts";

/** Where somebody belongs, in one line. */
export function placeOf(person: Person): string {
  return [person.department, person.position].filter((part) => part !== "").join(" ");
}

/** Everybody who can be chosen for a room: not those who are in it. */
export function choices(people: People, without: ReadonlySet<string>): PickItem[] {
  return [...people.values()]
    .filter((person) => !without.has(person.id))
    .map((person) => ({
      id: person.id,
      name: person.name,
      note: placeOf(person),
      keywords: [person.name, person.kana, person.extension, person.department, person.position],
    }));
}
