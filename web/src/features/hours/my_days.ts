import { graphemes } from "../../platform/text/length.ts";
import type { DayChoice, Hours, SpecialDay } from "../../platform/wire.ts";
import { operatingOn, ownDay, spanOf, type Span } from "./calendar.ts";
import { chosenShift, shiftOf } from "./shifts.ts";
import { judgeTimes } from "./times.ts";

export const longest_name = 30;
const offered = 4;
/** Less isn't worth offering. */
const least_minutes = 15;
const latest_minutes = 36 * 60;

/** How today stands: as the week or a shift says, off by my own list, or longer than usual. */
export type Today =
  | { kind: "usual"; span: Span | undefined }
  | { kind: "off"; name: string }
  | { kind: "longer"; span: Span };

export function todayOf(hours: Hours, today: string): Today {
  const shift = shiftOf(hours, today);
  const own = ownDay(hours, today);
  const span = own && spanOf(own);
  if (own && !span) return { kind: "off", name: own.name };
  if (span && shift.kind === "other") return { kind: "longer", span };
  return { kind: "usual", span: operatingOn(hours, today) };
}

/** Whole hours after the usual end and after now, in minutes after today's midnight. */
export function laterEnds(span: Span | undefined, now: number): number[] {
  const from = Math.max(span ? span.closes + 1 : 0, now + least_minutes);
  const first = Math.ceil(from / 60) * 60;
  return Array.from({ length: offered }, (_, i) => first + 60 * i).filter(
    (end) => end <= latest_minutes,
  );
}

/** From when today's usual time begins, or from now, until then. A shift keeps its name. */
export function longerToday(hours: Hours, today: string, now: number, closes: number): DayChoice {
  const name = ownDay(hours, today)?.name ?? "";
  const opens = operatingOn(hours, today)?.opens ?? now;
  return { day: today, says: "open", opens, closes, name };
}

export type WrongEnd = "closes" | "past" | "late";

/** An end that somebody typed: it must lie before us, and after the beginning. */
export function judgeEnd(
  { opens, closes }: { opens: string; closes: string },
  now: number,
): { closes: number } | { wrong: WrongEnd } {
  const judged = judgeTimes({ opens, closes });
  if ("wrong" in judged) {
    if (judged.wrong === "late") return { wrong: "late" };
    return { wrong: judged.wrong === "order" ? "past" : "closes" };
  }
  return judged.span.closes > now ? { closes: judged.span.closes } : { wrong: "past" };
}

/** Today is as it was before it became longer: as the shift of that name, else as usual. */
export function notLonger(hours: Hours, today: string): DayChoice {
  const name = ownDay(hours, today)?.name;
  const pattern = hours.patterns.find((one) => one.name === name);
  return chosenShift(today, pattern);
}

/** My days off from today on, the next first. */
export function daysOff(hours: Hours, today: string): SpecialDay[] {
  return hours.person.days
    .filter((one) => one.day.length > 5 && one.day >= today && !spanOf(one))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

export type WrongDay = "missing" | "past" | "name";

export function judgeDay(day: string, name: string, today: string): WrongDay | "fine" {
  if (day === "") return "missing";
  if (day < today) return "past";
  return graphemes(name.trim()) > longest_name ? "name" : "fine";
}
