import { present } from "../../platform/present.ts";
import { covers } from "../../platform/time/period.ts";
import { isoDay } from "../../platform/time/jst.ts";
import type { Id, Instant, Origin, Person, Post } from "../../platform/wire.ts";
import type { PickItem } from "../../ui/PickList.svelte";
import type { People } from "./list.ts";

/** Where somebody belongs, in one line. */
export function placeOf({ department, position }: Post): string {
  return [department, position].filter((part) => part !== "").join(" ");
}

/** What makes somebody a member of an automatic room. */
export type Because = { what: "department" | "post" | "employment"; name: string };

/** In the room of a department that theirs is a part of: wherever they are, since it is one of these. */
export function becauseOf(person: Person, { kind, name }: Origin): Because[] {
  if (kind === "employment") return [{ what: "employment", name: person.employment }];
  const places = [
    { what: "department", place: person } as const,
    ...person.posts.map((place) => ({ what: "post", place }) as const),
  ].filter(({ place }) => place.department !== "");
  const exact = places.filter(({ place }) => place.department === name);
  return (exact.length > 0 ? exact : places).map(({ what, place }) => ({
    what,
    name: placeOf(place),
  }));
}

/** Clause B5: they don't use any of this today. */
export function isOnLeave(person: Person | undefined, now: Instant): boolean {
  return person?.leave !== undefined && covers(person.leave, isoDay(now));
}

export const onLeave = (people: People, ids: readonly Id[], now: Instant): Id[] =>
  ids.filter((id) => isOnLeave(people.get(id), now));

/** Everybody who can be chosen for a room: not those who are in it. */
export function choices(
  people: People,
  without: ReadonlySet<string>,
  now: Instant,
  tag: string,
): PickItem[] {
  return present(people)
    .filter((person) => !without.has(person.id))
    .map((person) => ({
      id: person.id,
      name: person.name,
      note: isOnLeave(person, now) ? `${tag} ${placeOf(person)}`.trim() : placeOf(person),
      keywords: [person.name, person.kana, person.extension, person.department, person.position],
    }));
}
