import { deviceKeep } from "../platform/keep.ts";
import { createMeter, sizeOfText, watchTraffic } from "../platform/meter.ts";
import type { App } from "./app.ts";

/** What this browser has received this month. Not part of the first load: what came before is counted afterwards. */
export const meter = createMeter({ keep: deviceKeep, now: Date.now });

export function countTraffic(app: App): void {
  // On a device that was lost nothing is kept, not even that.
  const add = (bytes: number) => {
    if (app.access.get().phase !== "barred") meter.add(bytes);
  };
  watchTraffic(add);
  app.listenToLine((text) => add(sizeOfText(text)));
}
