/** What a long list has learnt of its heights, and where it was; another list like it goes on there. */
export interface Kept {
  /** How far it was scrolled. */
  top: number;
  /** The width and text size that the heights were measured at. */
  form: string;
  /** A row's height, as long as its block isn't measured. */
  row: number;
  heights: Map<string, number>;
}

export const nothingKept = (): Kept => ({ top: 0, form: "", row: 76, heights: new Map() });

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
