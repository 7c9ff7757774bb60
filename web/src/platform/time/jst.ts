/** Japan has one zone and no summer time, so its clock is plain arithmetic on every device. */
export interface JapanTime {
  year: number;
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
}

const ahead_ms = 9 * 60 * 60 * 1000;
const day_ms = 24 * 60 * 60 * 1000;

export function inJapan(instant: number): JapanTime {
  const shifted = new Date(instant + ahead_ms);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/** Days since 1970-01-01 in Japan: two instants of one day have the same number. */
export function dayNumber(instant: number): number {
  return Math.floor((instant + ahead_ms) / day_ms);
}

/** The beginning in Japan of a day that is written "2026-04-01". */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00+09:00`);
}

/** The day in Japan, as a field for dates wants it: "2026-04-01". */
export function isoDay(instant: number): string {
  return new Date(instant + ahead_ms).toISOString().slice(0, 10);
}

/** The time of day in Japan, as a field for times wants it: "08:30". */
export function isoClock(instant: number): string {
  return new Date(instant + ahead_ms).toISOString().slice(11, 16);
}

/** "2026-04-01" and "8:30", as fields for dates and times give them; nothing if one isn't filled in. */
export function instantAt(date: string, clock: string): number | undefined {
  const time = /^(\d{1,2}):(\d{2})/.exec(clock);
  const day = dayOf(date);
  if (!time || Number.isNaN(day)) return undefined;
  return day + (Number(time[1]) * 60 + Number(time[2])) * 60_000;
}

/** So many days after one that is written "2026-04-01", or before it. */
export function addDays(date: string, days: number): string {
  return isoDay(dayOf(date) + days * day_ms);
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return inJapan(dayOf(date)).weekday;
}
