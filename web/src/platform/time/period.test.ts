import { describe, expect, it } from "vitest";
import { covers, isOver } from "./period.ts";

describe("A period of days", () => {
  it("has its first and its last day", () => {
    const period = { from: "2026-12-01", until: "2026-12-02" };
    const days = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"];
    expect(days.map((day) => covers(period, day))).toEqual([false, true, true, false]);
    expect(days.map((day) => isOver(period, day))).toEqual([false, false, false, true]);
  });
  it("without an end goes on", () => {
    expect(covers({ from: "2026-12-01" }, "2099-01-01")).toBe(true);
    expect(isOver({ from: "2026-12-01" }, "2099-01-01")).toBe(false);
  });
});
