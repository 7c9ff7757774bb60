import type { OpenWeekday } from "../../platform/wire.ts";
import { spanOf, type Span } from "./calendar.ts";
import { week_order, type Weekday } from "./state.ts";
import { judgeTimes, typedOf, type TypedTimes } from "./times.ts";

/** A line of the form: a weekday of the organisation, a site or a department. */
export interface EditRow extends TypedTimes {
  weekday: Weekday;
  open: boolean;
}

const usual_span: Span = { opens: 510, closes: 1035 };

export function editRows(week: readonly OpenWeekday[]): EditRow[] {
  const typical = week[0] ?? usual_span;
  return week_order.map((weekday) => {
    const open = week.find((one) => one.weekday === weekday);
    return { weekday, open: open !== undefined, ...typedOf(open ?? typical) };
  });
}

/** What is sent; nothing as long as a time is wrong. */
export function editedWeek(rows: readonly EditRow[]): OpenWeekday[] | undefined {
  const week: OpenWeekday[] = [];
  for (const row of rows.filter(({ open }) => open)) {
    const judged = judgeTimes(row);
    if ("wrong" in judged) return undefined;
    week.push({ weekday: row.weekday, ...judged.span });
  }
  return week;
}

/** Tuesday to Friday become as Monday is. */
export function likeMonday(rows: readonly EditRow[]): EditRow[] {
  const monday = rows.find(({ weekday }) => weekday === 1);
  return rows.map((row) =>
    monday && row.weekday >= 2 && row.weekday <= 5 ? { ...monday, weekday: row.weekday } : row,
  );
}

/** Weekdays of the same times, in the order of the week. */
export interface WeekGroup {
  weekdays: Weekday[];
  span: Span | undefined;
}

export function weekGroups(week: readonly OpenWeekday[]): WeekGroup[] {
  const groups = new Map<string, WeekGroup>();
  for (const weekday of week_order) {
    const open = week.find((one) => one.weekday === weekday);
    const span = open && spanOf(open);
    const key = span ? `${span.opens}-${span.closes}` : "";
    const group = groups.get(key) ?? { weekdays: [], span };
    group.weekdays.push(weekday);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Neighbours in the week, from Monday to Sunday; a public holiday is nobody's neighbour. */
export function runsOf(weekdays: readonly Weekday[]): Weekday[][] {
  const place = (weekday: Weekday) => week_order.indexOf(weekday);
  const runs: Weekday[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isNext = before !== undefined && place(weekday) === place(before) + 1 && weekday !== 7;
    if (run && isNext) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs;
}
