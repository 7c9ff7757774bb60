import { hoursWords } from "../../../platform/i18n/hours.ts";
import { words } from "../../../platform/i18n/index.ts";
import { holidayOf } from "../../../platform/time/holidays.ts";
import { dayOf } from "../../../platform/time/jst.ts";
import type { OpenWeekday, ShiftPattern } from "../../../platform/wire.ts";
import { spanOf } from "../calendar.ts";
import { isYearly, type Place } from "../places.ts";
import type { Weekday } from "../state.ts";
import { spanText } from "../times.ts";
import { runsOf, weekGroups } from "../weeks.ts";

/** 12月29日(火), with the year if it isn't this one. */
export function nearText(date: string, today: string): string {
  const { nearDay, wholeDay } = words().date;
  return date.slice(0, 4) === today.slice(0, 4) ? nearDay(dayOf(date)) : wholeDay(dayOf(date));
}

/** A day of a list: 毎年12月29日, 2026年12月29日(火) */
export function listedText(day: string): string {
  if (!isYearly({ day })) return words().date.wholeDay(dayOf(day));
  const [month, date] = day.split("-").map(Number);
  return hoursWords().hoursPage.days.yearly(month ?? 0, date ?? 0);
}

export function holidayText(date: string): string {
  const holiday = holidayOf(date);
  return holiday ? hoursWords().holidays[holiday] : "";
}

export const placeName = ({ scope, whose }: Place): string =>
  scope === "organisation" ? hoursWords().hoursPage.organisation : whose;

/** Those of the same times in a line: 月〜金 8:30〜17:15 */
export function weekTexts(week: readonly OpenWeekday[]): string[] {
  const t = hoursWords().hoursPage.week;
  const few = (run: Weekday[]) => run.map((day) => t.short[day]).join(t.and);
  const runText = (run: Weekday[]) => {
    const [first, last] = [run[0], run.at(-1)];
    const isLong = run.length > 2 && first !== undefined && last !== undefined;
    return isLong ? t.run(t.short[first], t.short[last]) : few(run);
  };
  return weekGroups(week).map(({ weekdays, span }) => {
    const days = runsOf(weekdays).map(runText).join(t.and);
    return t.shown(days, span ? spanText(span) : t.closed);
  });
}

/** 遅番 11:00〜20:00 */
export function patternText(pattern: ShiftPattern): string {
  const t = hoursWords().hoursPage.patterns;
  const span = spanOf(pattern);
  return span ? t.shown(pattern.name, spanText(span)) : t.free(pattern.name);
}
