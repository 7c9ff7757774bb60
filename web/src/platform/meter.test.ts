import { describe, expect, it } from "vitest";
import { createShelf } from "./fake_shelf.ts";
import { createKeep } from "./keep.ts";
import { createMeter, sizeOf, sizeOfText } from "./meter.ts";

const november = Date.parse("2026-11-30T23:59:00+09:00");
const december = Date.parse("2026-12-01T00:00:00+09:00");

describe("the meter", () => {
  it("adds up what came, over tabs and restarts", () => {
    const shelf = createShelf();
    const keep = createKeep(() => shelf);
    const meter = createMeter({ keep, now: () => november });
    const other = createMeter({ keep, now: () => november });
    meter.add(1_000);
    other.add(500);
    meter.add(0);
    meter.add(NaN);
    expect(other.received.get()).toEqual({ month: "2026-11", bytes: 1_500 });
    expect(createMeter({ keep, now: () => november }).received.get().bytes).toBe(1_500);
  });

  it("begins at 0 on the first of a month in Japan", () => {
    let now = november;
    const shelf = createShelf();
    const meter = createMeter({ keep: createKeep(() => shelf), now: () => now });
    meter.add(1_000);
    now = december;
    meter.add(7);
    expect(meter.received.get()).toEqual({ month: "2026-12", bytes: 7 });
  });

  it("counts nothing for what the browser had, and guesses where it doesn't say", () => {
    expect(sizeOf({ transferSize: 0, encodedBodySize: 9_000 })).toBe(0);
    expect(sizeOf({ transferSize: 700, encodedBodySize: 400 })).toBe(700);
    expect(sizeOf({ encodedBodySize: 400 })).toBe(700);
    expect(sizeOf({})).toBe(0);
    expect(sizeOfText("会議")).toBe(6);
  });
});
