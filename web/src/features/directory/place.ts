import type { Id } from "../../platform/wire.ts";
import { nothingKept, type Kept } from "../../ui/near.ts";
import type { Mode } from "./book.ts";
import type { Begun } from "./changes.ts";

/** Where I am in the address book: the list is as it was when I come back from somebody. */
export interface Place {
  mode: Mode;
  query: string;
  /** At whose row I was last. */
  row: Id | undefined;
  kept: Kept;
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
