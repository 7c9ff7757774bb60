import { addDays, weekdayOf } from "./jst.ts";

/**
 * Japan's public holidays by the law as it has stood since 2022, for screens that look ahead; the
 * server's `platform/time/holidays.hpp` decides.
 */
export type Holiday = keyof typeof appointed | "substitute" | "bridge";

type Rule = (year: number) => string;

const two = (n: number) => String(n).padStart(2, "0");
const on =
  (month: number, day: number): Rule =>
  (year) =>
    `${year}-${two(month)}-${two(day)}`;

const monday =
  (month: number, which: number): Rule =>
  (year) => {
    const first = on(month, 1)(year);
    return addDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (which - 1));
  };

/** The approximation of the Hydrographic Department, good to 2099. */
const equinox =
  (month: number, since: number): Rule =>
  (year) => {
    const years = year - 1980;
    const day = Math.floor((since + 242_194 * years) / 1_000_000) - Math.floor(years / 4);
    return on(month, day)(year);
  };

const appointed = {
  new_year: on(1, 1),
  coming_of_age: monday(1, 2),
  foundation: on(2, 11),
  emperors_birthday: on(2, 23),
  spring_equinox: equinox(3, 20_843_100),
  showa: on(4, 29),
  constitution: on(5, 3),
  greenery: on(5, 4),
  children: on(5, 5),
  marine: monday(7, 3),
  mountain: on(8, 11),
  aged: monday(9, 3),
  autumn_equinox: equinox(9, 23_248_800),
  sports: monday(10, 2),
  culture: on(11, 3),
  labour: on(11, 23),
} satisfies Record<string, Rule>;

const rules = Object.entries(appointed) as [keyof typeof appointed, Rule][];

function appointedOn(date: string): keyof typeof appointed | undefined {
  const year = Number(date.slice(0, 4));
  return rules.find(([, rule]) => rule(year) === date)?.[0];
}

/** Article 3(2): the next day that isn't a holiday, after one that is a Sunday. */
function isSubstitute(date: string): boolean {
  for (let before = addDays(date, -1); appointedOn(before); before = addDays(before, -1)) {
    if (weekdayOf(before) === 0) return true;
  }
  return false;
}

/** Which public holiday a day is that is written "2026-11-23"; nothing for all others. */
export function holidayOf(date: string): Holiday | undefined {
  const named = appointedOn(date);
  if (named) return named;
  if (isSubstitute(date)) return "substitute";
  // Article 3(3): the one day between two holidays.
  const between = appointedOn(addDays(date, -1)) && appointedOn(addDays(date, 1));
  return between ? "bridge" : undefined;
}
