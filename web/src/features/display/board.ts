import { inJapan } from "../../platform/time/jst.ts";

/** How many people fit, so that a name is read from three metres. */
export interface Room {
  columns: number;
  rows: number;
}

/** A screen that stands on end has one column; few people are written larger. */
export function roomFor(people: number, portrait: boolean): Room {
  if (portrait) return { columns: 1, rows: 10 };
  return people <= 8 ? { columns: 2, rows: 4 } : { columns: 3, rows: 5 };
}

export function pagesOf<Person>(people: readonly Person[], { columns, rows }: Room): Person[][] {
  const size = columns * rows;
  const pages: Person[][] = [];
  for (let at = 0; at < people.length; at += size) pages.push(people.slice(at, at + size));
  return pages;
}

/** Nobody is to be dazzled: from six in the evening to seven in the morning it is dark. */
export function isNight(instant: number): boolean {
  const { hour } = inJapan(instant);
  return hour >= 18 || hour < 7;
}
