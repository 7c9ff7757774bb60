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

/** What a book consists of, put together by mode; sections without anything are left out. */
export function sectionsOf<Item, Mode extends string>(
  { entries, order }: Book<Item, Mode>,
  mode: NoInfer<Mode>,
): Section<Item, Mode>[] {
  const sections = new Map<string, Entry<Item, Mode>[]>(order[mode].map((name) => [name, []]));
  for (const entry of entries) sections.get(entry.section[mode])?.push(entry);
  return filled([...sections].map(([name, entries]) => ({ name, entries })));
}

const filled = <Item, Mode extends string>(sections: Section<Item, Mode>[]) =>
  sections.filter(({ entries }) => entries.length > 0);

/** Whoever all of `words` stand with is among those that all of `fewer` stand with. */
const narrow = (words: readonly string[], fewer: readonly string[]): boolean =>
  fewer.every((part) => words.some((word) => word.includes(part)));

/** What was found of a book. */
export interface Search<Item, Mode extends string> {
  /** As they are compared; none: everything is found. */
  words: readonly string[];
  sections: readonly Section<Item, Mode>[];
}

/**
 * Finds in sections those for whom every word of a query stands somewhere. It is asked at every key: what a longer
 * query finds is looked for only where the shorter one found something, and going back costs nothing.
 */
export function finder<Item, Mode extends string>(
  sections: readonly Section<Item, Mode>[],
): (query: string) => Search<Item, Mode> {
  const everything: Search<Item, Mode> = { words: [], sections };
  /** Each found some of what the one before it has. */
  const searches: Search<Item, Mode>[] = [];
  return (query) => {
    const words = foldedWords(query)
      .map(bare)
      .filter((word) => word !== "");
    while (!narrow(words, searches.at(-1)?.words ?? [])) searches.pop();
    const last = searches.at(-1) ?? everything;
    if (narrow(last.words, words)) return last;
    const found = last.sections.map(({ name, entries }) => ({
      name,
      entries: entries.filter(({ text }) => words.every((word) => text.includes(word))),
    }));
    const search = { words, sections: filled(found) };
    searches.push(search);
    return search;
  };
}

export const countOf = (sections: readonly Section<unknown, string>[]): number =>
  sections.reduce((sum, { entries }) => sum + entries.length, 0);

/** A piece of a section that is drawn as a whole, or not. There are thousands, and few are drawn. */
export interface Block<Item, Mode extends string> {
  section: Section<Item, Mode>;
  /** Where in its section it begins; at the beginning the section's heading stands above it. */
  at: number;
  /** How high it is, in rows, as long as nobody has measured it. */
  rows: number;
}

const block_rows = 10;
const heading_rows = 0.5;

export function blocksOf<Item, Mode extends string>(
  sections: readonly Section<Item, Mode>[],
): Block<Item, Mode>[] {
  const blocks: Block<Item, Mode>[] = [];
  for (const section of sections) {
    const { length } = section.entries;
    for (let at = 0; at < length; at += block_rows) {
      const rows = Math.min(block_rows, length - at);
      blocks.push({ section, at, rows: at === 0 ? rows + heading_rows : rows });
    }
  }
  return blocks;
}

export const entriesOf = <Item, Mode extends string>({ section, at }: Block<Item, Mode>) =>
  section.entries.slice(at, at + block_rows);
