import { dayNumber, inJapan } from "../../time/jst.ts";

const weekdays = ["日", "月", "火", "水", "木", "金", "土"];

const two = (n: number) => String(n).padStart(2, "0");
const clock = (instant: number) => {
  const t = inJapan(instant);
  return `${t.hour}:${two(t.minute)}`;
};
const weekdayOf = (instant: number) => weekdays[inJapan(instant).weekday] ?? "";
const monthDay = (instant: number) => {
  const t = inJapan(instant);
  return `${t.month}/${t.day}`;
};

export const date = {
  /** Beside a bubble: 9:05 */
  clock,
  /** Read aloud: 9時05分 */
  spokenClock: (instant: number): string => {
    const t = inJapan(instant);
    return `${t.hour}時${two(t.minute)}分`;
  },
  /** Between two days of a room: 11月22日(日), with the year if it isn't this one. */
  day: (instant: number, now: number): string => {
    const t = inJapan(instant);
    const plain = `${t.month}月${t.day}日(${weekdayOf(instant)})`;
    const days = dayNumber(now) - dayNumber(instant);
    if (days === 0) return `今日 ${plain}`;
    if (days === 1) return `昨日 ${plain}`;
    return t.year === inJapan(now).year ? plain : `${t.year}年${plain}`;
  },
  /** In a list, as short as it can be: 9:05, 昨日, 11/22(日), 2025/11/22 */
  short: (instant: number, now: number): string => {
    const days = dayNumber(now) - dayNumber(instant);
    if (days === 0) return clock(instant);
    if (days === 1) return "昨日";
    const { year } = inJapan(instant);
    return year === inJapan(now).year
      ? `${monthDay(instant)}(${weekdayOf(instant)})`
      : `${year}/${monthDay(instant)}`;
  },
  /** The same without a time: 11/24(火), 2025/11/22(土) */
  shortDay: (instant: number, now: number): string => {
    const { year } = inJapan(instant);
    const plain = `${monthDay(instant)}(${weekdayOf(instant)})`;
    return year === inJapan(now).year ? plain : `${year}/${plain}`;
  },
  /** Where the year matters: 2026年4月1日(水) */
  wholeDay: (instant: number): string => {
    const t = inJapan(instant);
    return `${t.year}年${t.month}月${t.day}日(${weekdayOf(instant)})`;
  },
  /** A day soon to come: 11月30日(月) */
  nearDay: (instant: number): string => {
    const t = inJapan(instant);
    return `${t.month}月${t.day}日(${weekdayOf(instant)})`;
  },
  /** From when until when: 11/24(火) 17:15〜11/25(水) 8:30, and within a day 11/24(火) 12:00〜13:00 */
  span: (from: number, until: number): string => {
    const end =
      dayNumber(from) === dayNumber(until) ? "" : `${monthDay(until)}(${weekdayOf(until)}) `;
    return `${monthDay(from)}(${weekdayOf(from)}) ${clock(from)}〜${end}${clock(until)}`;
  },
  /** When somebody read: 11/22(日) 9:05 */
  dayAndClock: (instant: number): string =>
    `${monthDay(instant)}(${weekdayOf(instant)}) ${clock(instant)}`,
};
