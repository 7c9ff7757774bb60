import { holidayOf } from "../../platform/time/holidays.ts";
import { weekdayOf } from "../../platform/time/jst.ts";
import type { DayChoice, Hours, HoursLevel, OpenWeekday, SpecialDay } from "../../platform/wire.ts";

/**
 * What the times say of days to come, as the server's `Calendar` does. It is only shown, or offered
 * to begin with: who is rung when is the server's to say.
 */
export interface Span {
  opens: number;
  closes: number;
}

export const holidays = 7;
const whole_day: Span = { opens: 0, closes: 1440 };

/** Of what may be closed. */
export function spanOf({ opens, closes }: { opens?: number; closes?: number }): Span | undefined {
  return opens === undefined || closes === undefined ? undefined : { opens, closes };
}

/** "2026-12-29" says more than "12-29". */
export function specialDay({ days }: HoursLevel, date: string): SpecialDay | undefined {
  return days.find(({ day }) => day === date) ?? days.find(({ day }) => day === date.slice(5));
}

function onWeekday(week: readonly OpenWeekday[], date: string): Span | undefined {
  const weekday = holidayOf(date) ? holidays : weekdayOf(date);
  const open = week.find((one) => one.weekday === weekday);
  return open && spanOf(open);
}

/** When my department works on this day. */
export function workingOn(hours: Hours, date: string): Span | undefined {
  const closed = specialDay(hours.organisation, date);
  for (const level of [hours.department, hours.site]) {
    const special = specialDay(level, date);
    if (special) return spanOf(special);
    if (level.week && !closed) return onWeekday(level.week, date);
  }
  return closed ? spanOf(closed) : onWeekday(hours.organisation.week ?? [], date);
}

/** When I may be rung on this day if I say nothing of it. */
export function usualOn(hours: Hours, date: string): Span | undefined {
  if (hours.person_in_force && hours.person.week) return onWeekday(hours.person.week, date);
  return hours.organisation_in_force ? workingOn(hours, date) : whole_day;
}

/** What I said of this day myself. */
export function ownDay(hours: Hours, date: string): SpecialDay | undefined {
  return hours.person_in_force ? specialDay(hours.person, date) : undefined;
}

export function operatingOn(hours: Hours, date: string): Span | undefined {
  const own = ownDay(hours, date);
  return own ? spanOf(own) : usualOn(hours, date);
}

/** What my department's list of days calls it, without the public holidays. */
export function listedName(hours: Hours, date: string): string {
  const levels = [hours.department, hours.site, hours.organisation];
  const named = levels.map((level) => specialDay(level, date)?.name);
  return named.find((name) => name) ?? "";
}

/** What is sent so that a day is as it was: as the list has it, or as the week says. */
export function putBack(date: string, before: SpecialDay | undefined): DayChoice {
  if (!before) return { day: date, says: "usual" };
  const span = spanOf(before);
  const { name } = before;
  return { day: date, name, ...(span ? { says: "open", ...span } : { says: "closed" }) };
}
