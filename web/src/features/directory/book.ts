import { present } from "../../platform/present.ts";
import { namesOf } from "../../platform/staff_order.ts";
import { kana_rows, kanaRowOf } from "../../platform/text/kana.ts";
import type { Id, Person } from "../../platform/wire.ts";
import { searchText, type Book, type Entry } from "../../ui/book.ts";
import { siteOf, type DepartmentSites } from "./sites.ts";

/** What the people in the address book are put together by. */
export const modes = ["department", "employment", "kana"] as const;
export type Mode = (typeof modes)[number];

export type PersonEntry = Entry<Person, Mode>;

/** Who hasn't changed is the same object; but their department may have moved. */
const made = new WeakMap<Person, { site: string; entry: PersonEntry }>();

function entryOf(person: Person, at: DepartmentSites): PersonEntry {
  const site = siteOf(person, at);
  const known = made.get(person);
  if (known?.site === site) return known.entry;
  const { name, kana, login, extension, telephone, department, position, posts, employment } =
    person;
  const besides = posts.flatMap((post) => [post.department, post.position]);
  const work = [department, position, ...besides, person.duties, site];
  const entry: PersonEntry = {
    id: person.id,
    item: person,
    text: searchText([name, kana, login, extension, telephone, ...work]),
    section: { department, employment, kana: kanaRowOf(kana || name) ?? "" },
  };
  made.set(person, { site, entry });
  return entry;
}

/** `departments` in their order; those that aren't among them yet stand behind. */
export function bookOf(
  people: ReadonlyMap<Id, Person>,
  departments: readonly string[],
  at: DepartmentSites = new Map(),
): Book<Person, Mode> {
  const here = present(people);
  return {
    entries: here.map((person) => entryOf(person, at)),
    order: {
      department: [...new Set([...departments, ...namesOf(here, "department")])],
      employment: namesOf(here, "employment"),
      kana: [...kana_rows, ""],
    },
  };
}
