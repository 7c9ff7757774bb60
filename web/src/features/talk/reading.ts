import type { Timer } from "../../platform/timer.ts";

/** A message counts as read when it has been on screen this long. */
export const dwell_ms = 1_000;

interface Needs {
  timer: Timer;
  /** `seq` has been on screen for the dwell; called with ever higher places. */
  read: (seq: number) => void;
}

export interface ReadingWatch {
  /** A message came onto the screen (half of it at least) or left it. */
  see(seq: number, visible: boolean): void;
  /** The window is in front and has the focus, or not: without it nothing is read. */
  attend(attentive: boolean): void;
  stop(): void;
}

/** Decides what has been read; knows nothing of the screen itself. */
export function createReadingWatch(needs: Needs): ReadingWatch {
  const onScreen = new Map<number, () => void>();
  let attentive = false;
  let highest = 0;
  const nothing = () => {};

  function dwell(seq: number): () => void {
    if (!attentive || seq <= highest) return nothing;
    return needs.timer.after(dwell_ms, () => {
      if (seq <= highest) return;
      highest = seq;
      needs.read(seq);
    });
  }

  return {
    see(seq, visible) {
      if (visible === onScreen.has(seq)) return;
      onScreen.get(seq)?.();
      if (visible) onScreen.set(seq, dwell(seq));
      else onScreen.delete(seq);
    },
    attend(now) {
      if (now === attentive) return;
      attentive = now;
      for (const [seq, forget] of onScreen) {
        forget();
        onScreen.set(seq, dwell(seq));
      }
    },
    stop() {
      for (const forget of onScreen.values()) forget();
      onScreen.clear();
    },
  };
}

/**
 * Sends reading marks, one request at a time and the highest only: twenty messages that are read
 * while a request is under way become one more request.
 */
export function createMarker(send: (seq: number) => Promise<boolean>) {
  let wanted = 0;
  let kept = 0;
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (wanted > kept) {
      const seq = wanted;
      if (!(await send(seq))) break;
      kept = seq;
    }
    busy = false;
  }

  return {
    mark(seq: number): void {
      wanted = Math.max(wanted, seq);
      if (!busy && wanted > kept) void run();
    },
    /** The line is back: send what couldn't be sent. */
    again(): void {
      if (!busy && wanted > kept) void run();
    },
  };
}
