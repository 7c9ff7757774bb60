import { hoursWords } from "../../platform/i18n/hours.ts";
import type { Span } from "./calendar.ts";
import { minutesOf, timeText } from "./state.ts";

/** From when until when, as it is typed. */
export interface TypedTimes {
  opens: string;
  closes: string;
}

const day_minutes = 24 * 60;
/** The server's: until noon of the next day. */
const latest_minutes = day_minutes + day_minutes / 2;

/** 1035 → "17:15", 1440 → "24:00", 1500 → "翌1:00". */
export function closingText(minutes: number): string {
  if (minutes === day_minutes) return "24:00";
  const { nextDay } = hoursWords().hoursPage;
  return minutes > day_minutes ? `${nextDay}${timeText(minutes)}` : timeText(minutes);
}

/** As a time of day, and for the next day "翌1:00" or "25:00". */
export function closingOf(text: string): number | undefined {
  const { nextDay } = hoursWords().hoursPage;
  const typed = text.normalize("NFKC").replace(/\s/g, "");
  if (typed.startsWith(nextDay)) {
    const next = minutesOf(typed.slice(nextDay.length));
    return next === undefined ? undefined : next + day_minutes;
  }
  const match = /^([0-9]{1,2})[:.]?([0-9]{2})$/.exec(typed);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  return match && hour <= 36 && minute < 60 ? hour * 60 + minute : undefined;
}

export const spanText = ({ opens, closes }: Span): string =>
  hoursWords().hoursPage.span(timeText(opens), closingText(closes));

export const typedOf = ({ opens, closes }: Span): TypedTimes => ({
  opens: timeText(opens),
  closes: closingText(closes),
});

/** What is wrong with times: one can't be read, the end isn't after the beginning, or too late. */
export type WrongTimes = "opens" | "closes" | "order" | "late";

export type JudgedTimes = { span: Span } | { wrong: WrongTimes };

export function judgeTimes(typed: TypedTimes): JudgedTimes {
  const [opens, closes] = [minutesOf(typed.opens), closingOf(typed.closes)];
  if (opens === undefined) return { wrong: "opens" };
  if (closes === undefined) return { wrong: "closes" };
  if (closes <= opens) return { wrong: "order" };
  return closes > latest_minutes ? { wrong: "late" } : { span: { opens, closes } };
}

/** The end that was meant, perhaps, where it isn't after the beginning: on the next day. */
export function onNextDay(typed: TypedTimes): string | undefined {
  const [opens, closes] = [minutesOf(typed.opens), closingOf(typed.closes)];
  if (opens === undefined || closes === undefined || closes > opens) return undefined;
  const next = closes + day_minutes;
  return next <= latest_minutes ? closingText(next) : undefined;
}
