import type { Timer } from "../../platform/timer.ts";

/** How often a device that waits for an administrator asks whether it may go on. */
export const asking_ms = 10_000;

interface Needs {
  timer: Timer;
  /** Somebody looks at the screen. */
  isSeen: () => boolean;
  ask: () => Promise<void>;
}

/** Asks again and again while somebody looks, one question at a time, until it is stopped. */
export function askOften({ timer, isSeen, ask }: Needs): () => void {
  let stopped = false;
  let forget = () => {};
  const wait = () => (forget = timer.after(asking_ms, () => void look()));

  async function look(): Promise<void> {
    if (isSeen()) await ask();
    if (!stopped) wait();
  }

  wait();
  return () => {
    stopped = true;
    forget();
  };
}
