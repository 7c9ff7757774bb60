import { createSubscriber } from "svelte/reactivity";
import type { Store } from "../platform/store.ts";

/** A store as a view reads it: whoever reads `now` is drawn again when it changes. */
export function watch<S>(store: Store<S>): { readonly now: S } {
  const subscribe = createSubscriber((update) => store.watch(update));
  return {
    get now() {
      subscribe();
      return store.get();
    },
  };
}
