import type { AllHours, Hours, HoursLevel, Instant, OpenWeekday } from "../../platform/wire.ts";

/** What is known of the times that concern me; nothing before the first answer. */
export interface HoursState {
  hours: Hours | undefined;
  /** Of everybody, as long as an administrator looks at them. */
  all: AllHours | undefined;
}

export const emptyHours: HoursState = { hours: undefined, all: undefined };
export const hours_stream = "hours";

/** Monday first, as a week is read at work; 7 are public holidays. */
export const week_order = [1, 2, 3, 4, 5, 6, 0, 7] as const;
export type Weekday = (typeof week_order)[number];

/** A line of the form: what somebody says of one weekday. Times as they are typed: "8:30". */
export interface WeekRow {
  weekday: Weekday;
  open: boolean;
  opens: string;
  closes: string;
}

const day_minutes = 24 * 60;
const two = (n: number) => String(n).padStart(2, "0");

/** 510 → "8:30"; past midnight it begins anew. */
export function timeText(minutes: number): string {
  const within = minutes % day_minutes;
  return `${Math.floor(within / 60)}:${two(within % 60)}`;
}

/** "8:30", "830", also in full width → 510; nothing if it is no time of day. */
export function minutesOf(text: string): number | undefined {
  const match = /^([0-9]{1,2})[:.]?([0-9]{2})$/.exec(text.normalize("NFKC").trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  return match && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** The week that holds for me when I say nothing: my department's, my site's, the organisation's. */
export function usualWeek(hours: Hours): OpenWeekday[] {
  return hours.department.week ?? hours.site.week ?? hours.organisation.week ?? [];
}

/** The form as it stands: my own week, or the usual one to begin with. */
export function weekRows(level: HoursLevel, usual: OpenWeekday[]): WeekRow[] {
  const week = level.week ?? usual;
  const typical = usual[0] ?? { opens: 510, closes: 1035 };
  return week_order.map((weekday) => {
    const open = week.find((day) => day.weekday === weekday);
    const { opens, closes } = open ?? typical;
    return {
      weekday,
      open: open !== undefined,
      opens: timeText(opens),
      closes: timeText(closes),
    };
  });
}

/** What is sent. An end that isn't after its beginning is on the next day. */
export function weekOf(rows: readonly WeekRow[]): OpenWeekday[] | { wrong: Weekday } {
  const week: OpenWeekday[] = [];
  for (const row of rows) {
    if (!row.open) continue;
    const [opens, closes] = [minutesOf(row.opens), minutesOf(row.closes)];
    if (opens === undefined || closes === undefined || opens === closes) {
      return { wrong: row.weekday };
    }
    week.push({
      weekday: row.weekday,
      opens,
      closes: closes > opens ? closes : closes + day_minutes,
    });
  }
  return week;
}

/** When what is shown is no longer true by itself: the next time something opens or closes. */
export function changesAt(hours: Hours, now: Instant): Instant | undefined {
  const next = [hours.operating?.opens, hours.operating?.closes].filter(
    (at): at is Instant => at !== undefined && at > now,
  );
  return next.length > 0 ? Math.min(...next) : undefined;
}
