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
