import { addDays, weekdayOf } from "../../platform/time/jst.ts";
import type { DayChoice, Hours, ShiftPattern, SpecialDay } from "../../platform/wire.ts";
import { ownDay, putBack, spanOf, usualOn, type Span } from "./calendar.ts";

/** What is chosen of a day: as usual, a pattern, or something that is none (a day off, longer). */
export type Shift = { kind: "usual" } | { kind: "pattern"; pattern: ShiftPattern } | OtherShift;
interface OtherShift {
  kind: "other";
  day: SpecialDay;
}

export interface ShiftDay {
  date: string;
  shift: Shift;
  /** As it is when nothing is chosen. */
  usual: Span | undefined;
}

export interface ShiftWeek {
  monday: string;
  /** From today on. */
  days: ShiftDay[];
}

const shown_weeks = 4;

const isSame = (pattern: ShiftPattern, day: SpecialDay) =>
  pattern.name === day.name && pattern.opens === day.opens && pattern.closes === day.closes;

/** By its name and its times: one that was changed since is another. */
export function shiftOf(hours: Hours, date: string): Shift {
  const day = ownDay(hours, date);
  if (!day) return { kind: "usual" };
  const pattern = hours.patterns.find((one) => isSame(one, day));
  return pattern ? { kind: "pattern", pattern } : { kind: "other", day };
}

/** "2026-11-26" → "2026-11-23" */
export const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));

/** This week, from today on, and the three after it. */
export function shiftWeeks(hours: Hours, today: string): ShiftWeek[] {
  return Array.from({ length: shown_weeks }, (_, week) => {
    const monday = addDays(mondayOf(today), 7 * week);
    const dates = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
    const days = dates
      .filter((date) => date >= today)
      .map((date) => ({ date, shift: shiftOf(hours, date), usual: usualOn(hours, date) }));
    return { monday, days };
  });
}

/** When I may be rung on a day of the list. */
export function spanOfShift({ shift, usual }: ShiftDay): Span | undefined {
  if (shift.kind === "usual") return usual;
  return spanOf(shift.kind === "pattern" ? shift.pattern : shift.day);
}

export function chosenShift(date: string, pattern: ShiftPattern | undefined): DayChoice {
  return putBack(date, pattern && { ...pattern, day: date });
}

/**
 * What is to be sent so that a week is as the one before. Days off and other days that are no
 * pattern stay, and aren't taken over.
 */
export function asLastWeek(hours: Hours, week: ShiftWeek): DayChoice[] {
  return week.days.flatMap(({ date, shift }) => {
    const before = shiftOf(hours, addDays(date, -7));
    if (shift.kind === "other" || before.kind === "other") return [];
    const pattern = before.kind === "pattern" ? before.pattern : undefined;
    const now = shift.kind === "pattern" ? shift.pattern : undefined;
    return pattern === now ? [] : [chosenShift(date, pattern)];
  });
}

/** What takes these choices back. */
export function takeBack(hours: Hours, choices: readonly DayChoice[]): DayChoice[] {
  return choices.map(({ day }) => putBack(day, ownDay(hours, day)));
}

/** How often each pattern is chosen, in their order. */
export function countShifts(hours: Hours, { days }: ShiftWeek): { name: string; days: number }[] {
  return hours.patterns.flatMap((pattern) => {
    const chosen = days.filter(
      ({ shift }) => shift.kind === "pattern" && shift.pattern === pattern,
    );
    return chosen.length > 0 ? [{ name: pattern.name, days: chosen.length }] : [];
  });
}
