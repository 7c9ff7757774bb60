import { dayOf, isoDay } from "../../platform/time/jst.ts";
import type { Hours, Instant, PersonHours } from "../../platform/wire.ts";
import { workingOn } from "./calendar.ts";

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;
/** Who is away for longer isn't waited for. */
const longest_wait_ms = 14 * day_ms;

/** When all of those who can't be rung now can be: the latest of their next openings. */
export function openAgain(people: readonly PersonHours[], now: Instant): Instant | undefined {
  const next = people.flatMap(({ open, operating }) =>
    !open && operating && operating.opens > now ? [operating.opens] : [],
  );
  const near = next.filter((at) => at - now <= longest_wait_ms);
  if (near.length > 0) return Math.max(...near);
  return next.length > 0 ? Math.min(...next) : undefined;
}

/** Where my own working time begins next, or ends, and begins tomorrow. */
export interface WorkingTimes {
  mine?: Instant;
  ends?: Instant;
  tomorrow?: Instant;
}

export function workingTimes(hours: Hours | undefined, now: Instant): WorkingTimes {
  const working = hours?.working;
  if (!hours || !working || working.closes <= now) return {};
  if (working.opens > now) return { mine: working.opens };
  const tomorrow = morningAfter(hours, now);
  return { ends: working.closes, ...(tomorrow !== undefined && { tomorrow }) };
}

function morningAfter(hours: Hours, now: Instant): Instant | undefined {
  const date = isoDay(now + day_ms);
  const working = workingOn(hours, date);
  return working && dayOf(date) + working.opens * minute_ms;
}
