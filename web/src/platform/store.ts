/** A value that changes as a whole, and whoever wants to know. */
export interface Store<S> {
  get(): S;
  /** Replaces the value. Watchers are told only if it is another one. */
  set(change: (now: S) => S): void;
  /** Calls `told` after every change, until the returned function is called. */
  watch(told: () => void): () => void;
}

export function createStore<S>(first: S): Store<S> {
  let now = first;
  const watchers = new Set<() => void>();
  return {
    get: () => now,
    set(change) {
      const next = change(now);
      if (Object.is(next, now)) return;
      now = next;
      for (const told of [...watchers]) told();
    },
    watch(told) {
      watchers.add(told);
      return () => watchers.delete(told);
    },
  };
}
