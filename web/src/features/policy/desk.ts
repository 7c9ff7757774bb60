import type { Keep } from "../../platform/keep.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Id } from "../../platform/wire.ts";
import type { PolicyActions, Words } from "./actions.ts";
import type { PolicyState } from "./state.ts";
import { pageFrom } from "./welcome.ts";

/** Everything the guideline's screens work with. `app` builds it once per sign-in. */
export interface PolicyDesk {
  policy: Store<PolicyState>;
  actions: PolicyActions;
  /** Words that an administrator has typed and not kept yet, by clause; "" is a new one. */
  pad: Map<Id, Words>;
  /** The sheet that asks me to accept the present edition is open. */
  asking: Store<boolean>;
  /** Acceptance of this edition was put off until the next time the browser is opened. */
  isPutOff: (edition: number) => boolean;
  putOff: (edition: number) => void;
  /** The page of the welcome that I got to; a reload of the tab goes on there. */
  welcomePage: () => number;
  turnWelcome: (page: number) => void;
}

interface Needs {
  me: Id;
  policy: Store<PolicyState>;
  actions: PolicyActions;
  keep: Keep;
}

export function createPolicyDesk({ me, policy, actions, keep }: Needs): PolicyDesk {
  const key = (edition: number) => `later.${me}.${edition}`;
  const welcome = `welcome.${me}.page`;
  return {
    policy,
    actions,
    pad: new Map(),
    asking: createStore(false),
    isPutOff: (edition) => keep.get(key(edition)) !== undefined,
    putOff: (edition) => keep.set(key(edition), "1"),
    welcomePage: () => pageFrom(keep.get(welcome)),
    turnWelcome: (page) => keep.set(welcome, `${page}`),
  };
}
