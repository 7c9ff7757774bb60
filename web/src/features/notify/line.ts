import { createStore, type Store } from "../../platform/store.ts";
import type { Timer } from "../../platform/timer.ts";
import type { Id, Notice } from "../../platform/wire.ts";

/** What somebody is told of. */
export type Call =
  | {
      kind: "message";
      place: string;
      room: Id;
      /** Who wrote it, and in which group. */
      who: string;
      group: string | undefined;
      text: string;
      /** Why it can't wait. */
      urgent?: string | undefined;
    }
  | { kind: "digest"; notice: Notice };

export interface Shown {
  call: Call;
  /** Those before it that the line had no room for. */
  others: number;
}

export interface Line {
  shown: Store<Shown | undefined>;
  show(call: Call): void;
  close(): void;
  /** Somebody points at it, or has the focus there: it stays. */
  hold(): void;
  letGo(): void;
}

export const shown_ms = 8_000;

const isUrgent = (shown: Shown | undefined): boolean =>
  shown?.call.kind === "message" && shown.call.urgent !== undefined;

/**
 * The one quiet line within the app. It goes by itself, but not one that is urgent: that waits until
 * somebody has seen it, and no other takes its place.
 */
export function createLine(timer: Timer): Line {
  const shown = createStore<Shown | undefined>(undefined);
  let held = false;
  let forget = () => {};

  function next(now: Shown | undefined, call: Call): Shown {
    if (!now) return { call, others: 0 };
    const others = now.others + 1;
    return isUrgent(now) && !isUrgent({ call, others }) ? { ...now, others } : { call, others };
  }

  function goLater(): void {
    forget();
    if (!held && shown.get() && !isUrgent(shown.get())) forget = timer.after(shown_ms, line.close);
  }

  const line: Line = {
    shown,
    show(call) {
      shown.set((now) => next(now, call));
      goLater();
    },
    close() {
      forget();
      held = false;
      shown.set(() => undefined);
    },
    hold() {
      held = true;
      forget();
    },
    letGo() {
      held = false;
      goLater();
    },
  };
  return line;
}
