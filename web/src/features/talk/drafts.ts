import type { Keep } from "../../platform/keep.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Id } from "../../platform/wire.ts";

/** What somebody has begun to write, per room. */
export interface Drafts {
  all: Store<ReadonlyMap<Id, string>>;
  open(keep: Keep, person: Id): void;
  write(room: Id, text: string): void;
  close(): void;
}

export function createDrafts(): Drafts {
  const all = createStore<ReadonlyMap<Id, string>>(new Map());
  let keep: Keep | undefined;
  let prefix = "";
  return {
    all,
    open(where, person) {
      keep = where;
      prefix = `draft.${person}.`;
      const found = where
        .keys(prefix)
        .map((key) => [key.slice(prefix.length), where.get(key) ?? ""] as const);
      all.set(() => new Map(found));
    },
    write(room, text) {
      if ((all.get().get(room) ?? "") === text) return;
      const next = new Map(all.get());
      if (text === "") {
        next.delete(room);
        keep?.remove(prefix + room);
      } else {
        next.set(room, text);
        keep?.set(prefix + room, text);
      }
      all.set(() => next);
    },
    close() {
      keep = undefined;
      all.set(() => new Map());
    },
  };
}
