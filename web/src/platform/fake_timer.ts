import type { Timer } from "./timer.ts";

/** A timer for tests: time passes when the test says so. */
export function createFakeTimer() {
  let now = 0;
  let waiting: { at: number; act: () => void }[] = [];
  const timer: Timer = {
    after(ms, act) {
      const entry = { at: now + ms, act };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((e) => e !== entry);
      };
    },
  };
  return {
    timer,
    now: () => now,
    /** When the next act is due, from now. */
    next: () => (waiting.length === 0 ? undefined : Math.min(...waiting.map((e) => e.at)) - now),
    pass(ms: number): void {
      const until = now + ms;
      for (;;) {
        const due = waiting.filter((e) => e.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        waiting = waiting.filter((e) => e !== due);
        now = due.at;
        due.act();
      }
      now = until;
    },
  };
}

/** Lets every promise that is ready go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
