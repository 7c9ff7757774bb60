import type { Id } from "../../../platform/wire.ts";

/** Which sheet is open, and for which clause. Words without a clause: one is being added. */
export interface Doing {
  what: "rule" | "department" | "words" | "publish";
  clause?: Id;
}

/** Where a clause stands in the page. */
export const clauseId = (clause: Id): string => `clause-${clause}`;
