import { dayOf, isoDay } from "../../platform/time/jst.ts";
import type { Instant } from "../../platform/wire.ts";

/** Times that may make sense for a message to some people. */
export interface Openings {
  /** When all of them may be rung, where some can't be now. */
  receivers?: Instant | undefined;
  /** When my own working time begins; it is over now. */
  mine?: Instant | undefined;
  /** When it ends; it isn't over. */
  ends?: Instant | undefined;
  /** When the next day begins; it is no working day otherwise. */
  tomorrow?: Instant | undefined;
}

export interface TimeChoice {
  kind: "receivers" | "mine" | "noon" | "evening" | "tomorrow";
  at: Instant;
}

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
/** As on the server. */
const soonest_ms = minute_ms;
const latest_ms = 366 * 24 * hour_ms;
/** Sooner than this one sends at once. */
const worth_waiting_ms = 30 * minute_ms;

/** What is offered, the likeliest first. */
export function timeChoices(openings: Openings, now: Instant): TimeChoice[] {
  const { receivers, mine, ends, tomorrow } = openings;
  const ahead = (at: Instant | undefined): at is Instant =>
    at !== undefined && judgeTime(at, now) === "fine";
  if (ahead(receivers)) return [{ kind: "receivers", at: receivers }];
  if (ahead(mine)) return [{ kind: "mine", at: mine }];
  const choices: TimeChoice[] = [];
  const today = dayOf(isoDay(now));
  for (const [kind, hour] of [
    ["noon", 13],
    ["evening", 16],
  ] as const) {
    const at = today + hour * hour_ms;
    if (ends !== undefined && at < ends && at - now >= worth_waiting_ms) choices.push({ kind, at });
  }
  if (ahead(tomorrow)) choices.push({ kind: "tomorrow", at: tomorrow });
  return choices;
}

export type Judged = "missing" | "soon" | "far" | "fine";

/** The server takes nothing that is nearer than a minute, or further away than a year. */
export function judgeTime(at: Instant | undefined, now: Instant): Judged {
  if (at === undefined) return "missing";
  if (at - now < soonest_ms) return "soon";
  return at - now > latest_ms ? "far" : "fine";
}

/** What the fields begin with when nothing better is known: the next full hour. */
export const nextHour = (now: Instant): Instant =>
  Math.ceil((now + worth_waiting_ms) / hour_ms) * hour_ms;
