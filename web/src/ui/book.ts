import { fold, foldedWords } from "../platform/text/fold.ts";
import type { Kept } from "./near.ts";

/** One of a book, with what finding it needs. */
export interface Entry<Item, Mode extends string> {
  id: string;
  item: Item;
  /** All that it is found by (`searchText`). */
  text: string;
  /** The name of its section, by mode; empty where it has none. */
  section: Readonly<Record<Mode, string>>;
}

/** All of them, ready to be searched. */
export interface Book<Item, Mode extends string> {
  entries: readonly Entry<Item, Mode>[];
  /** The names of the sections in their order. */
  order: Readonly<Record<Mode, readonly string[]>>;
}

export interface Section<Item, Mode extends string> {
  /** Empty: those who have none. */
  name: string;
  entries: readonly Entry<Item, Mode>[];
}

/** Where I am in a book: the list is as it was when I come back from a page. */
export interface BookPlace<Mode extends string> {
  mode: Mode;
  query: string;
  /** At whose row I was last. */
  row: string | undefined;
  kept: Kept;
}

/** Nobody types this, so nothing is found across it. */
const border = "\0";

/** Numbers are written with and without them. */
const bare = (folded: string): string => folded.replace(/[()]/g, "");

/** Folding is slow: keep what comes of it with what hasn't changed. */
export const searchText = (words: readonly string[]): string => bare(fold(words.join(border)));

/** Those for whom every word of the query stands somewhere. */
export function find<Item, Mode extends string>(
  book: Book<Item, Mode>,
  query: string,
): readonly Entry<Item, Mode>[] {
  const words = foldedWords(query)
    .map(bare)
    .filter((word) => word !== "");
  if (words.length === 0) return book.entries;
  return book.entries.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** What was found, put together by mode; sections without anything are left out. */
export function sectionsOf<Item, Mode extends string>(
  book: Book<Item, Mode>,
  found: readonly Entry<Item, Mode>[],
  mode: NoInfer<Mode>,
): Section<Item, Mode>[] {
  const sections = new Map<string, Entry<Item, Mode>[]>(book.order[mode].map((name) => [name, []]));
  for (const entry of found) sections.get(entry.section[mode])?.push(entry);
  return [...sections]
    .filter(([, entries]) => entries.length > 0)
    .map(([name, entries]) => ({ name, entries }));
}

/** A piece of a section that is drawn as a whole, or not. */
export interface Block<Item, Mode extends string> {
  key: string;
  /** How many rows it has. */
  rows: number;
  section: Section<Item, Mode>;
  /** The section's heading stands above it. */
  first: boolean;
  entries: readonly Entry<Item, Mode>[];
}

const block_rows = 10;

export function blocksOf<Item, Mode extends string>(
  sections: readonly Section<Item, Mode>[],
  mode: NoInfer<Mode>,
): Block<Item, Mode>[] {
  return sections.flatMap((section) =>
    Array.from({ length: Math.ceil(section.entries.length / block_rows) }, (_, i) => {
      const entries = section.entries.slice(i * block_rows, (i + 1) * block_rows);
      const rows = entries.length;
      const key = `${mode} ${section.name} ${i} ${entries[0]?.id} ${rows}`;
      return { key, rows, section, first: i === 0, entries };
    }),
  );
}
