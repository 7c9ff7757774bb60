import type { Keep } from "../../platform/keep.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Id, Instant } from "../../platform/wire.ts";

const seven_days_ms = 7 * 24 * 60 * 60 * 1000;

/** Until when somebody isn't reminded on this device. */
export interface PutOff {
  until: Store<Instant>;
  putOff(now: Instant): void;
  /** From now on it is `person`'s, remembered in `keep`. */
  open(keep: Keep, person: Id): void;
  close(): void;
}

export function createPutOff(): PutOff {
  const until = createStore<Instant>(0);
  let keep: Keep | undefined;
  let key = "";
  return {
    until,
    putOff(now) {
      until.set(() => now + seven_days_ms);
      keep?.set(key, String(until.get()));
    },
    open(where, person) {
      keep = where;
      key = `put_off.${person}.quiz`;
      until.set(() => Number(where.get(key) ?? 0) || 0);
    },
    close() {
      keep = undefined;
      until.set(() => 0);
    },
  };
}
