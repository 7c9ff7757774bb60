import { message_bytes } from "../../platform/text/length.ts";
import type { Checked, Finding } from "../../platform/wire.ts";

/** What the guideline said, and of exactly which text. */
export interface Looked {
  text: string;
  checked: Checked;
}

/** Shorter texts say nothing that the guideline could mind. */
const least_characters = 4;

/** Longer ones can't be sent. */
const most_units = message_bytes;

export const worthAsking = (text: string, least = least_characters): boolean =>
  text.length <= most_units && [...text.trim().slice(0, 16)].length >= least;

const weight: Partial<Record<Finding["mode"], number>> = { block: 3, confirm: 2, hint: 1 };
const weightOf = (finding: Finding): number => weight[finding.mode] ?? 0;

/** Who can't be rung now stands above the field all the time (clause B3). */
export const isSaidElsewhere = ({ clause, measure }: Finding): boolean =>
  clause === "B3" && measure === "note";

/** Is everything up to the end of what it is about as it was when it was found? */
function stillStands(finding: Finding, looked: string, now: string): boolean {
  const end = Math.max(0, ...[...finding.ranges, ...finding.drop].map((range) => range.end));
  return now.startsWith(looked.slice(0, end));
}

/**
 * The one finding to be shown beside `text`: the gravest, of these the first, in the order of the
 * clauses. It stays while somebody writes on behind it, so that it doesn't come and go with every key.
 */
export function hintFor(
  looked: Looked | undefined,
  text: string,
  hidden: (finding: Finding) => boolean,
  least?: number,
): Finding | undefined {
  if (!looked || !worthAsking(text, least)) return undefined;
  let best: Finding | undefined;
  for (const finding of looked.checked.findings) {
    if (hidden(finding) || !stillStands(finding, looked.text, text)) continue;
    if (weightOf(finding) > (best ? weightOf(best) : 0)) best = finding;
  }
  return best;
}

/** What is to happen when this text is sent. */
export type Verdict =
  | { kind: "send" }
  | { kind: "stop"; findings: Finding[] }
  | { kind: "confirm"; findings: Finding[]; acknowledgement: string };

/** Where nothing is known, it is sent: the server asks for itself. */
export function verdictOn(checked: Checked | undefined): Verdict {
  const inMode = (mode: Finding["mode"]) => checked?.findings.filter((f) => f.mode === mode) ?? [];
  const [stopped, asked] = [inMode("block"), inMode("confirm")];
  if (stopped.length > 0) return { kind: "stop", findings: stopped };
  const { acknowledgement } = checked ?? {};
  if (asked.length === 0 || acknowledgement === undefined) return { kind: "send" };
  return { kind: "confirm", findings: asked, acknowledgement };
}
