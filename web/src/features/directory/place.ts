import type { Id } from "../../platform/wire.ts";
import { nothingKept, type Kept } from "../../ui/near.ts";
import type { Mode } from "./book.ts";

/** Where I am in the address book: the list is as it was when I come back from somebody. */
export interface Place {
  mode: Mode;
  query: string;
  /** Whom I looked at last. */
  opened: Id | undefined;
  kept: Kept;
}

export const beginning = (): Place => ({
  mode: "department",
  query: "",
  opened: undefined,
  kept: nothingKept(),
});
