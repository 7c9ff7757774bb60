import { clean } from "../../platform/text/clean.ts";
import { graphemes } from "../../platform/text/length.ts";
import type { Department, NamedDepartment, Problem } from "../../platform/wire.ts";

/** A department on the page. What is part of it stands behind it, one deeper. */
export interface Row {
  /** Stays, whatever becomes of it. */
  key: string;
  /** Its name until now; nothing if it is new. */
  was: string | undefined;
  /** As it is typed. */
  name: string;
  /** 0 on top. */
  depth: number;
}

export type Rows = readonly Row[];

export const nameOf = ({ name }: Row): string => clean(name).trim();

export const indexOf = (rows: Rows, key: string): number =>
  rows.findIndex((row) => row.key === key);

/** Where the department at `at` ends, with all that is part of it. */
function endOf(rows: Rows, at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const end = rows.findIndex((row, i) => i > at && row.depth <= depth);
  return end === -1 ? rows.length : end;
}

export function rowsOf(departments: readonly Department[]): Rows {
  const rows: Row[] = [];
  for (const { name, parent } of departments) {
    const above = rows.findIndex((row) => row.name === parent);
    const depth = above === -1 ? 0 : (rows[above]?.depth ?? 0) + 1;
    const end = above === -1 ? rows.length : endOf(rows, above);
    rows.splice(end, 0, { key: `=${name}`, was: name, name, depth });
  }
  return rows;
}

/** What it is part of. */
export function parentOf(rows: Rows, at: number): Row | undefined {
  const depth = rows[at]?.depth ?? 0;
  return rows.slice(0, at).findLast((row) => row.depth < depth);
}

/** What stands before it in the same. */
export function siblingBefore(rows: Rows, at: number): Row | undefined {
  const depth = rows[at]?.depth ?? 0;
  const before = rows.slice(0, at).findLast((row) => row.depth <= depth);
  return before?.depth === depth ? before : undefined;
}

export const ways = ["up", "down", "in", "out"] as const;
/** Among its siblings; into the one before it; out of what it is part of, to stand behind that. */
export type Way = (typeof ways)[number];

/** What stands from `first` to before `second` changes places with what stands from there to `end`. */
const swapped = (rows: Rows, first: number, second: number, end: number): Rows => [
  ...rows.slice(0, first),
  ...rows.slice(second, end),
  ...rows.slice(first, second),
  ...rows.slice(end),
];

const shifted = (rows: Rows, from: number, end: number, by: number): Rows =>
  rows.map((row, i) => (i >= from && i < end ? { ...row, depth: row.depth + by } : row));

/** All that is part of it goes along. Nothing if it can't go there. */
export function moved(rows: Rows, key: string, way: Way): Rows | undefined {
  const at = indexOf(rows, key);
  const end = endOf(rows, at);
  const before = siblingBefore(rows, at);
  const parent = parentOf(rows, at);
  switch (way) {
    case "up":
      return before && swapped(rows, indexOf(rows, before.key), at, end);
    case "down":
      if (rows[end]?.depth !== rows[at]?.depth) return undefined;
      return swapped(rows, at, end, endOf(rows, end));
    case "in":
      return before && shifted(rows, at, end, 1);
    case "out":
      if (!parent) return undefined;
      return swapped(shifted(rows, at, end, -1), at, end, endOf(rows, indexOf(rows, parent.key)));
  }
}

/** A new one, the last of those that are part of `under`, or on top. */
export function added(rows: Rows, under: string | undefined): { rows: Rows; key: string } {
  let n = 1;
  while (indexOf(rows, `+${n}`) !== -1) n += 1;
  const above = under === undefined ? -1 : indexOf(rows, under);
  const depth = above === -1 ? 0 : (rows[above]?.depth ?? 0) + 1;
  const end = above === -1 ? rows.length : endOf(rows, above);
  const row: Row = { key: `+${n}`, was: undefined, name: "", depth };
  return { rows: [...rows.slice(0, end), row, ...rows.slice(end)], key: row.key };
}

export const renamed = (rows: Rows, key: string, name: string): Rows =>
  rows.map((row) => (row.key === key ? { ...row, name } : row));

export const removed = (rows: Rows, key: string): Rows => rows.filter((row) => row.key !== key);

/** Why it can't be removed; nothing if it can. */
export function whyItStays(
  rows: Rows,
  key: string,
  people: number,
): "people" | "parts" | undefined {
  if (people > 0) return "people";
  const at = indexOf(rows, key);
  return endOf(rows, at) > at + 1 ? "parts" : undefined;
}

/** As in a staff sheet. */
export const longest_name = 60;

export type WrongName = "missing" | "long" | "twice";

/** The second of two with the same name is the wrong one. */
export function judge(rows: Rows, row: Row): WrongName | undefined {
  const name = nameOf(row);
  if (name === "") return "missing";
  if (graphemes(name) > longest_name) return "long";
  return rows.find((one) => nameOf(one) === name)?.key === row.key ? undefined : "twice";
}

/** The same names, each in its place. */
export function isSameTree(a: Rows, b: Rows): boolean {
  const shape = (rows: Rows) => JSON.stringify(rows.map((row) => [nameOf(row), row.depth]));
  return shape(a) === shape(b);
}

/** As the server takes it. */
export const sentOf = (rows: Rows): NamedDepartment[] =>
  rows.map((row, at) => {
    const parent = parentOf(rows, at);
    return {
      name: nameOf(row),
      ...(row.was !== undefined && { was: row.was }),
      ...(parent && { parent: nameOf(parent) }),
    };
  });

/** What the server says of rows that it was sent, by key. */
export function refusedOf(problem: Problem | undefined, rows: Rows): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { path, title } of problem?.fields ?? []) {
    const row = rows[Number(/\[(\d+)\]/.exec(path)?.[1])];
    if (row) said.set(row.key, title);
  }
  return said;
}
