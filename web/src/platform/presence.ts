import type { Timer } from "./timer.ts";

/** How often it is worth saying that somebody is here: the server's notes are no finer. */
export const say_ms = 60_000;
/** How long the server keeps a session on a shared device without use. */
export const away_ms = 30 * 60_000;

interface Needs {
  timer: Timer;
  now: () => number;
  /** Somebody uses this screen, though perhaps nothing else tells the server: a long text is read or written. */
  here: () => void;
  /** Nobody has for so long that the session is over; called again every minute until it is stopped. */
  away: () => void;
}

export interface Presence {
  start(): void;
  stop(): void;
  /** A key, a finger, a wheel. */
  acted(): void;
}

/** Tells somebody who works at a shared device from a screen that was left open. */
export function createPresence(needs: Needs): Presence {
  let running = false;
  let saidAt = 0;
  let forget = () => {};

  function wait(ms: number): void {
    forget();
    forget = needs.timer.after(ms, () => {
      wait(say_ms);
      needs.away();
    });
  }

  return {
    start() {
      running = true;
      saidAt = needs.now();
      wait(away_ms);
    },
    stop() {
      running = false;
      forget();
    },
    acted() {
      if (!running) return;
      wait(away_ms);
      if (needs.now() - saidAt < say_ms) return;
      saidAt = needs.now();
      needs.here();
    },
  };
}
