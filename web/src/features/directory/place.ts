import type { Id } from "../../platform/wire.ts";
import type { BookPlace } from "../../ui/book.ts";
import { nothingKept } from "../../ui/near.ts";
import type { Mode } from "./book.ts";
import type { Begun } from "./changes.ts";

/** Where I am in the address book. */
export interface Place extends BookPlace<Mode> {
  /** Transfers that were begun and not planned yet, by person. */
  begun: Map<Id, Begun>;
}

export const beginning = (): Place => ({
  mode: "department",
  query: "",
  row: undefined,
  kept: nothingKept(),
  begun: new Map(),
});
