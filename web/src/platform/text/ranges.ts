/** A part of a text, in UTF-16 code units: as browsers count, and as the server answers. */
export interface Range {
  begin: number;
  end: number;
}

/** What stands in for a stretch of a text. */
export interface Replacement {
  begin: number;
  was: string;
  becomes: string;
}

/**
 * Leaving out `ranges`, as one replacement: what a person undoes in one step. Nothing if there are
 * none.
 */
export function leavingOut(text: string, ranges: readonly Range[]): Replacement | undefined {
  const parts = joined(ranges);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  let becomes = "";
  let at = first.begin;
  for (const part of parts) {
    becomes += text.slice(at, part.begin);
    at = part.end;
  }
  return { begin: first.begin, was: text.slice(first.begin, last.end), becomes };
}

/** Where `place` is once `ranges` are left out. */
export function placeWithout(place: number, ranges: readonly Range[]): number {
  const gone = joined(ranges).map((r) => Math.min(place, r.end) - Math.min(place, r.begin));
  return place - gone.reduce((a, b) => a + b, 0);
}

/** A text as it is shown: what is marked, what stands around it, and where something is left out. */
export type Piece = { kind: "plain" | "marked"; text: string } | { kind: "gap" };

/** `ranges` with at most `reach` units of their surroundings; without any, the beginning. */
export function excerpt(text: string, ranges: readonly Range[], reach: number): Piece[] {
  const marks = joined(ranges);
  const windows = joined(
    (marks.length > 0 ? marks : [{ begin: 0, end: 0 }]).map((mark) => ({
      begin: whole(text, Math.max(0, mark.begin - reach)),
      end: whole(text, Math.min(text.length, mark.end + reach)),
    })),
  );
  const pieces: Piece[] = [];
  const add = (kind: "plain" | "marked", begin: number, end: number) => {
    if (begin < end) pieces.push({ kind, text: text.slice(begin, end) });
  };
  for (const window of windows) {
    if (window.begin > 0) pieces.push({ kind: "gap" });
    let at = window.begin;
    for (const mark of marks.filter((m) => m.begin >= window.begin && m.end <= window.end)) {
      add("plain", at, mark.begin);
      add("marked", mark.begin, mark.end);
      at = mark.end;
    }
    add("plain", at, window.end);
  }
  if ((windows.at(-1)?.end ?? 0) < text.length) pieces.push({ kind: "gap" });
  return pieces;
}

/** In order, without overlaps. */
function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { begin, end } of [...ranges].sort((a, b) => a.begin - b.begin)) {
    const last = found.at(-1);
    if (last && begin <= last.end) last.end = Math.max(last.end, end);
    else found.push({ begin, end });
  }
  return found;
}

/** Not within a pair of surrogates. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
