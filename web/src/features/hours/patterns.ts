import { graphemes } from "../../platform/text/length.ts";
import type { ShiftPattern } from "../../platform/wire.ts";
import { spanOf } from "./calendar.ts";
import { judgeTimes, typedOf, type TypedTimes } from "./times.ts";

export const most_patterns = 12;
const longest_name = 10;
const typical = { opens: 510, closes: 1035 };

/** A line of the form. */
export interface PatternRow extends TypedTimes {
  /** Stays with the line, whatever stands in it. */
  key: number;
  name: string;
  open: boolean;
}

export function patternRows(patterns: readonly ShiftPattern[]): PatternRow[] {
  return patterns.map((pattern, key) => {
    const span = spanOf(pattern);
    return { key, name: pattern.name, open: span !== undefined, ...typedOf(span ?? typical) };
  });
}

export function newRow(rows: readonly PatternRow[]): PatternRow {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return { key, name: "", open: true, ...typedOf(typical) };
}

export type WrongName = "missing" | "long" | "twice";

/** The second of two with the same name is the wrong one. */
export function judgeName(rows: readonly PatternRow[], row: PatternRow): WrongName | "fine" {
  const name = row.name.trim();
  if (name === "") return "missing";
  if (graphemes(name) > longest_name) return "long";
  const first = rows.find((one) => one.name.trim() === name);
  return first?.key === row.key ? "fine" : "twice";
}

/** What is sent; nothing as long as a name or a time is wrong. */
export function editedPatterns(rows: readonly PatternRow[]): ShiftPattern[] | undefined {
  const patterns: ShiftPattern[] = [];
  for (const row of rows) {
    if (judgeName(rows, row) !== "fine") return undefined;
    const name = row.name.trim();
    if (!row.open) {
      patterns.push({ name });
      continue;
    }
    const judged = judgeTimes(row);
    if ("wrong" in judged) return undefined;
    patterns.push({ name, ...judged.span });
  }
  return patterns;
}
