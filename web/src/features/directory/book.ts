import { fold, foldedWords } from "../../platform/text/fold.ts";
import { kana_rows, kanaRowOf } from "../../platform/text/kana.ts";
import type { Id, Person } from "../../platform/wire.ts";

/** What the people in the address book are put together by. */
export const modes = ["department", "employment", "kana"] as const;
export type Mode = (typeof modes)[number];

/** Somebody, with what finding them needs. */
export interface Entry {
  person: Person;
  /** All that they are found by, folded. */
  text: string;
  /** The name of their section, by mode; empty where they have none. */
  section: Readonly<Record<Mode, string>>;
}

/** Everybody, ready to be searched. */
export interface Book {
  entries: readonly Entry[];
  /** The names of the sections in their order. */
  order: Readonly<Record<Mode, readonly string[]>>;
}

export interface Section {
  /** Empty: those who have none. */
  name: string;
  entries: readonly Entry[];
}

/** Nobody types this, so nothing is found across it. */
const border = "\0";

/** Folding is slow, and who hasn't changed is the same object. */
const made = new WeakMap<Person, Entry>();

function entryOf(person: Person): Entry {
  const known = made.get(person);
  if (known) return known;
  const { name, kana, login, extension, department, position, employment } = person;
  const entry: Entry = {
    person,
    text: fold([name, kana, login, extension, department, position].join(border)),
    section: { department, employment, kana: kanaRowOf(kana || name) ?? "" },
  };
  made.set(person, entry);
  return entry;
}

export function bookOf(people: ReadonlyMap<Id, Person>): Book {
  const entries = [...people.values()].map(entryOf);
  return {
    entries,
    order: {
      department: asTheyCame(entries, "department"),
      employment: asTheyCame(entries, "employment"),
      kana: [...kana_rows, ""],
    },
  };
}

const isEarlier = (a: Id, b: Id): boolean =>
  a.length < b.length || (a.length === b.length && a < b);

/** In the order in which the first of each came, as in the list of staff; those without at the end. */
function asTheyCame(entries: readonly Entry[], mode: Mode): string[] {
  const first = new Map<string, Id>();
  for (const { person, section } of entries) {
    const known = first.get(section[mode]);
    if (known === undefined || isEarlier(person.id, known)) first.set(section[mode], person.id);
  }
  first.delete("");
  const names = [...first].sort(([, a], [, b]) => (isEarlier(a, b) ? -1 : 1));
  return [...names.map(([name]) => name), ""];
}

/** Those for whom every word of the query stands somewhere. */
export function find(book: Book, query: string): readonly Entry[] {
  const words = foldedWords(query);
  if (words.length === 0) return book.entries;
  return book.entries.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** Who was found, put together by mode; sections without anybody are left out. */
export function sectionsOf(book: Book, found: readonly Entry[], mode: Mode): Section[] {
  const sections = new Map<string, Entry[]>(book.order[mode].map((name) => [name, []]));
  for (const entry of found) sections.get(entry.section[mode])?.push(entry);
  return [...sections]
    .filter(([, entries]) => entries.length > 0)
    .map(([name, entries]) => ({ name, entries }));
}

/** A piece of a section that is drawn as a whole, or not. */
export interface Block {
  key: string;
  /** How many rows it has. */
  rows: number;
  section: Section;
  /** The section's heading stands above it. */
  first: boolean;
  entries: readonly Entry[];
}

const block_rows = 10;

export function blocksOf(sections: readonly Section[], mode: Mode): Block[] {
  return sections.flatMap((section) =>
    Array.from({ length: Math.ceil(section.entries.length / block_rows) }, (_, i): Block => {
      const entries = section.entries.slice(i * block_rows, (i + 1) * block_rows);
      const rows = entries.length;
      const key = `${mode} ${section.name} ${i} ${entries[0]?.person.id} ${rows}`;
      return { key, rows, section, first: i === 0, entries };
    }),
  );
}
