import { isoDay } from "./jst.ts";

/** A month as the wire says it: "2026-11". */
export type Month = string;

/** The month in Japan. */
export const monthOf = (instant: number): Month => isoDay(instant).slice(0, 7);

/** So many months later; earlier if negative. */
export function monthAfter(month: Month, months: number): Month {
  const [year = NaN, number = NaN] = month.split("-").map(Number);
  const count = year * 12 + (number - 1) + months;
  const two = String((count % 12) + 1).padStart(2, "0");
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${two}`;
}
