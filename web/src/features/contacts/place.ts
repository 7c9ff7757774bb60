import type { Id } from "../../platform/wire.ts";
import type { BookPlace } from "../../ui/book.ts";
import { nothingKept } from "../../ui/near.ts";
import type { Mode } from "./book.ts";
import type { Draft } from "./draft.ts";

/** Where I am among contacts. */
export interface Place extends BookPlace<Mode> {
  /** What was begun and not saved yet, by contact; "" for a new one. */
  drafts: Map<Id | "", Draft>;
}

export const beginning = (): Place => ({
  mode: "kana",
  query: "",
  row: undefined,
  kept: nothingKept(),
  drafts: new Map(),
});
