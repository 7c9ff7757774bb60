import { describe, expect, it } from "vitest";
import type { Hours } from "../../platform/wire.ts";
import { changesAt, minutesOf, timeText, usualWeek, weekOf, weekRows } from "./state.ts";

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 510, closes: 1035 }));

describe("times of day", () => {
  it("are read as people type them", () => {
    expect(minutesOf("8:30")).toBe(510);
    expect(minutesOf("０８：３０")).toBe(510);
    expect(minutesOf("830")).toBe(510);
    expect(minutesOf("1715")).toBe(1035);
    expect(minutesOf(" 17:15 ")).toBe(1035);
    for (const text of ["", "8", "24:00", "8:60", "960", "朝", "8:305"])
      expect(minutesOf(text)).toBeUndefined();
  });
  it("are written as people write them", () => {
    expect(timeText(510)).toBe("8:30");
    expect(timeText(1500)).toBe("1:00");
  });
});

describe("a week", () => {
  it("begins with the one that holds", () => {
    const rows = weekRows({ days: [] }, weekdays);
    expect(rows.map((row) => row.open)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(rows[0]).toEqual({ weekday: 1, open: true, opens: "8:30", closes: "17:15" });
  });
  it("comes back as it was", () => {
    expect(weekOf(weekRows({ days: [], week: weekdays }, []))).toEqual(weekdays);
  });
  it("ends on the next day where the end is not after the beginning", () => {
    const night = { weekday: 5, opens: 1020, closes: 1500 };
    expect(weekOf(weekRows({ days: [], week: [night] }, weekdays))).toEqual([night]);
  });
  it("names the day whose time is wrong", () => {
    const rows = weekRows({ days: [] }, weekdays).map((row) =>
      row.weekday === 3 ? { ...row, closes: "夕方" } : row,
    );
    expect(weekOf(rows)).toEqual({ wrong: 3 });
  });
  it("of the department hides the site's and the organisation's", () => {
    const hours = {
      organisation: { days: [], week: weekdays },
      site: { days: [] },
      department: { days: [], week: [] },
    } as unknown as Hours;
    expect(usualWeek(hours)).toEqual([]);
  });
});

describe("what is shown", () => {
  const hours = { operating: { opens: 100, closes: 200 } } as unknown as Hours;
  it("changes when something opens or closes", () => {
    expect(changesAt(hours, 50)).toBe(100);
    expect(changesAt(hours, 100)).toBe(200);
    expect(changesAt(hours, 200)).toBeUndefined();
  });
});
