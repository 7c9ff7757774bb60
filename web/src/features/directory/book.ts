import { present } from "../../platform/present.ts";
import { fold, foldedWords } from "../../platform/text/fold.ts";
import { namesOf } from "../../platform/staff_order.ts";
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

/** Numbers are written with and without them. */
const bare = (folded: string): string => folded.replace(/[()]/g, "");

/** Folding is slow, and who hasn't changed is the same object. */
const made = new WeakMap<Person, Entry>();

function entryOf(person: Person): Entry {
  const known = made.get(person);
  if (known) return known;
  const { name, kana, login, extension, telephone, department, position, posts, employment } =
    person;
  const besides = posts.flatMap((post) => [post.department, post.position]);
  const work = [department, position, ...besides, person.duties];
  const entry: Entry = {
    person,
    text: bare(fold([name, kana, login, extension, telephone, ...work].join(border))),
    section: { department, employment, kana: kanaRowOf(kana || name) ?? "" },
  };
  made.set(person, entry);
  return entry;
}

/** `departments` in their order; those that aren't among them yet stand behind. */
export function bookOf(people: ReadonlyMap<Id, Person>, departments: readonly string[]): Book {
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

/** Those for whom every word of the query stands somewhere. */
export function find(book: Book, query: string): readonly Entry[] {
  const words = foldedWords(query)
    .map(bare)
    .filter((word) => word !== "");
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
