/** What a long list has learnt of its heights, and where it was; another list like it goes on there. */
export interface Kept {
  /** How far it was scrolled. */
  top: number;
  /** The width and text size that the heights were measured at. */
  form: string;
  /** A row's height, as long as its block isn't measured; nothing until one was. */
  row: number | undefined;
  /** Of which list the heights are. */
  list: string;
  /** The blocks that were measured, by their places. */
  heights: Map<number, { rows: number; height: number }>;
}

export const nothingKept = (): Kept => ({
  top: 0,
  form: "",
  row: undefined,
  list: "",
  heights: new Map(),
});

const usual_row = 76;

/** How high each block of a list is, as far as that is known. Thousands, at every key of a search. */
export function heightsOf(blocks: readonly { rows: number }[], list: string, kept: Kept): number[] {
  const row = kept.row ?? usual_row;
  const heights = blocks.map(({ rows }) => rows * row);
  if (kept.list !== list) return heights;
  for (const [i, { rows, height }] of kept.heights) {
    if (blocks[i]?.rows === rows) heights[i] = height;
  }
  return heights;
}

/** What was measured of a block of a list. Of another list nothing is known any more. */
export function keepHeight(
  kept: Kept,
  list: string,
  i: number,
  measured: { rows: number; height: number },
): void {
  if (kept.list !== list) kept.heights.clear();
  kept.list = list;
  kept.row ??= measured.height / measured.rows;
  kept.heights.set(i, measured);
}

/** At another width, or with larger text, nothing that was measured holds. */
export function forgetHeights(kept: Kept, form: string): void {
  kept.form = form;
  kept.row = undefined;
  kept.heights.clear();
}

/** The blocks from `first` to before `end` are drawn; the heights of those before and after stand in. */
export interface Near {
  first: number;
  end: number;
  before: number;
  after: number;
}

/** Which of these blocks, one below the other, touch the part between `from` and `until`. */
export function nearOf(heights: readonly number[], from: number, until: number): Near {
  let first = 0;
  let end = 0;
  let before = 0;
  let drawn = 0;
  let bottom = 0;
  for (const [i, height] of heights.entries()) {
    const top = bottom;
    bottom += height;
    if (bottom < from) {
      first = i + 1;
      before = bottom;
    } else if (top <= until) {
      end = i + 1;
      drawn = bottom;
    }
  }
  if (end <= first) return { first, end: first, before, after: bottom - before };
  return { first, end, before, after: bottom - drawn };
}
