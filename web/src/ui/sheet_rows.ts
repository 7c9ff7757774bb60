import type { Problem } from "../platform/wire.ts";
import type { SheetPlan } from "./sheet_import.ts";

/** A piece of a list that is drawn as a whole, or not. */
interface Block<Item> {
  /** How many items it has. */
  rows: number;
  /** It is the first of its list. */
  first: boolean;
  items: readonly Item[];
}

export type PlanBlock<Added, Changed> =
  (Block<Added> & { part: "added" }) | (Block<Changed> & { part: "changed" });

/** What is wrong with a row of the file. */
export interface Fault {
  /** 行 N, as the server says it. */
  row: string;
  titles: readonly string[];
}

const block_rows = 10;

function blocksOf<Item>(items: readonly Item[]): Block<Item>[] {
  return Array.from({ length: Math.ceil(items.length / block_rows) }, (_, i) => {
    const some = items.slice(i * block_rows, (i + 1) * block_rows);
    return { rows: some.length, first: i === 0, items: some };
  });
}

type Rows<Added, Changed> = SheetPlan & { added: readonly Added[]; changed: readonly Changed[] };

/** What is new, then what becomes another; in the order of the file's rows. */
export const planBlocks = <Added, Changed>({
  added,
  changed,
}: Rows<Added, Changed>): PlanBlock<Added, Changed>[] => [
  ...blocksOf(added).map((block) => ({ ...block, part: "added" as const })),
  ...blocksOf(changed).map((block) => ({ ...block, part: "changed" as const })),
];

/** What is wrong, put together by rows. */
export function faultsOf({ fields = [] }: Problem): Fault[] {
  const rows = new Map<string, string[]>();
  for (const { path, title } of fields) {
    const titles = rows.get(path);
    if (titles) titles.push(title);
    else rows.set(path, [title]);
  }
  return [...rows].map(([row, titles]) => ({ row, titles }));
}

export const faultBlocks = (faults: readonly Fault[]): Block<Fault>[] => blocksOf(faults);
