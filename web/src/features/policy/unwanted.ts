import { api, ask } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { PolicyState } from "./state.ts";

/** The clauses whose hints I don't want to see any more. The server keeps them, for all my devices. */
export interface Unwanted {
  has(clause: string): boolean;
  add(clause: string): void;
  remove(clause: string): void;
  /** Somebody else signs in. */
  reset(): void;
}

/** Tells the server whether I want the hints of a clause. */
export type TellWanted = (clause: string, wanted: boolean) => Promise<unknown>;

export const tellWanted: TellWanted = (clause, wanted) => {
  const params = { path: { clause } };
  return wanted
    ? ask(api.DELETE("/api/v1/policy/clauses/{clause}/dismissal", { params }))
    : ask(api.PUT("/api/v1/policy/clauses/{clause}/dismissal", { params }));
};

export function createUnwanted(policy: Store<PolicyState>, tell: TellWanted): Unwanted {
  /** What was said here holds at once, whatever was fetched before. */
  const said = new Map<string, boolean>();
  const say = (clause: string, unwanted: boolean) => {
    said.set(clause, unwanted);
    void tell(clause, !unwanted);
  };
  return {
    has: (clause) =>
      said.get(clause) ?? policy.get().guideline?.dismissals.includes(clause) ?? false,
    add: (clause) => say(clause, true),
    remove: (clause) => say(clause, false),
    reset: () => said.clear(),
  };
}
