import type { Keep } from "../../platform/keep.ts";

/** The clauses whose hints somebody doesn't want to see any more. */
export interface Unwanted {
  has(clause: string): boolean;
  add(clause: string): void;
  remove(clause: string): void;
  /** From now on they are `person`'s, remembered in `keep`. */
  open(keep: Keep, person: string): void;
  close(): void;
}

export function createUnwanted(): Unwanted {
  let clauses = new Set<string>();
  let keep: Keep | undefined;
  let prefix = "";
  return {
    has: (clause) => clauses.has(clause),
    add(clause) {
      clauses.add(clause);
      keep?.set(prefix + clause, "unwanted");
    },
    remove(clause) {
      clauses.delete(clause);
      keep?.remove(prefix + clause);
    },
    open(where, person) {
      keep = where;
      prefix = `hint.${person}.`;
      clauses = new Set(where.keys(prefix).map((key) => key.slice(prefix.length)));
    },
    close() {
      keep = undefined;
      clauses = new Set();
    },
  };
}
