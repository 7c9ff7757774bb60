import type { Keep } from "../../platform/keep.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Id } from "../../platform/wire.ts";

/** What one person chose and was told on this device. */
export interface NotifyDevice {
  /** The browser's notifications are wanted here. */
  wanted: Store<boolean>;
  want(yes: boolean): void;
  /** The newest notice that was told here, in whichever window. */
  told(): number;
  tell(notice: number): void;
  open(keep: Keep, person: Id): void;
  close(): void;
}

export function createNotifyDevice(): NotifyDevice {
  const wanted = createStore(false);
  let keep: Keep | undefined;
  let prefix = "";
  /** Where nothing can be kept, at least not twice in one window. */
  let toldHere = 0;
  const told = () => Math.max(toldHere, Number(keep?.get(`${prefix}told`) ?? 0) || 0);
  return {
    wanted,
    want(yes) {
      wanted.set(() => yes);
      if (yes) keep?.set(`${prefix}browser`, "wanted");
      else keep?.remove(`${prefix}browser`);
    },
    told,
    tell(notice) {
      toldHere = Math.max(notice, told());
      keep?.set(`${prefix}told`, String(toldHere));
    },
    open(where, person) {
      keep = where;
      prefix = `notify.${person}.`;
      wanted.set(() => where.get(`${prefix}browser`) === "wanted");
    },
    close() {
      keep = undefined;
      toldHere = 0;
      wanted.set(() => false);
    },
  };
}
