import { present } from "../../platform/present.ts";
import { namesOf } from "../../platform/staff_order.ts";
import { kana_rows, kanaRowOf } from "../../platform/text/kana.ts";
import type { Id, Person } from "../../platform/wire.ts";
import { searchText, type Book, type Entry } from "../../ui/book.ts";

/** What the people in the address book are put together by. */
export const modes = ["department", "employment", "kana"] as const;
export type Mode = (typeof modes)[number];

export type PersonEntry = Entry<Person, Mode>;

/** Who hasn't changed is the same object. */
const made = new WeakMap<Person, PersonEntry>();

function entryOf(person: Person): PersonEntry {
  const known = made.get(person);
  if (known) return known;
  const { name, kana, login, extension, telephone, department, position, posts, employment } =
    person;
  const besides = posts.flatMap((post) => [post.department, post.position]);
  const work = [department, position, ...besides, person.duties];
  const entry: PersonEntry = {
    id: person.id,
    item: person,
    text: searchText([name, kana, login, extension, telephone, ...work]),
    section: { department, employment, kana: kanaRowOf(kana || name) ?? "" },
  };
  made.set(person, entry);
  return entry;
}

/** `departments` in their order; those that aren't among them yet stand behind. */
export function bookOf(
  people: ReadonlyMap<Id, Person>,
  departments: readonly string[],
): Book<Person, Mode> {
  const here = present(people);
  return {
    entries: here.map(entryOf),
    order: {
      department: [...new Set([...departments, ...namesOf(here, "department")])],
      employment: namesOf(here, "employment"),
      kana: [...kana_rows, ""],
    },
  };
}
