import type { Keep } from "./keep.ts";
import { createStore, type Store } from "./store.ts";
import { monthOf, type Month } from "./time/month.ts";

/** What this browser has received from the server in a month, about. */
export interface Received {
  month: Month;
  bytes: number;
}

export interface Meter {
  received: Store<Received>;
  add(bytes: number): void;
}

const key = "received";

/** Counts from 0 on the first of each month. Other tabs count in the same place. */
export function createMeter({ keep, now }: { keep: Keep; now: () => number }): Meter {
  function kept(): Received {
    const month = monthOf(now());
    const [of, bytes] = (keep.get(key) ?? "").split(" ");
    return { month, bytes: of === month ? Number(bytes) || 0 : 0 };
  }
  const received = createStore(kept());
  return {
    received,
    add(bytes) {
      if (!(bytes > 0)) return;
      const before = kept();
      const after = { ...before, bytes: before.bytes + bytes };
      keep.set(key, `${after.month} ${after.bytes}`);
      received.set(() => after);
    },
  };
}

/** What goes with an answer besides its content, where a browser doesn't say. */
const head_bytes = 300;

/** What came over the line for this entry; nothing of what the browser had already. */
export function sizeOf(entry: Partial<PerformanceResourceTiming>): number {
  if (entry.transferSize !== undefined) return entry.transferSize;
  return entry.encodedBodySize ? entry.encodedBodySize + head_bytes : 0;
}

/** Everything that the page loads: itself, its parts, photos, answers. */
export function watchTraffic(add: Meter["add"]): void {
  if (!("PerformanceObserver" in window)) return;
  const observer = new PerformanceObserver((list) => {
    const sizes = list.getEntries().map((entry) => sizeOf(entry as PerformanceResourceTiming));
    add(sizes.reduce((sum, size) => sum + size, 0));
  });
  for (const type of ["navigation", "resource"]) observer.observe({ type, buffered: true });
}

/** What an event costs that came by the WebSocket, in UTF-8. */
export const sizeOfText = (text: string): number => new TextEncoder().encode(text).length;
