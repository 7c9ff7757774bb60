import { holidayOf, type Holiday } from "../../platform/time/holidays.ts";
import { addDays } from "../../platform/time/jst.ts";
import type {
  AllHours,
  Hours,
  HoursLevel,
  NamedLevel,
  OpenWeekday,
  ShiftPattern,
  SpecialDay,
} from "../../platform/wire.ts";

/** The organisation, a site or a department, as the page shows it. */
export interface Place {
  scope: "organisation" | "site" | "department";
  /** The site's or the department's name. */
  whose: string;
  level: HoursLevel;
  /** Nothing for sites, whose people don't choose by site. */
  patterns: ShiftPattern[] | undefined;
  /** Where a department works. */
  site: string;
  /** What holds where its own week is silent, and whose that is. */
  above: { scope: Place["scope"]; week: OpenWeekday[] } | undefined;
  /** As whom I may change it. */
  as: "administrator" | "head" | undefined;
}

export interface Places {
  organisation: Place;
  sites: Place[];
  departments: Place[];
}

export const keyOf = ({ scope, whose }: Place): string => `${scope} ${whose}`;

/** What the week says where the place says nothing itself. */
export const weekOf = ({ level, above }: Place): OpenWeekday[] => level.week ?? above?.week ?? [];

function aboveDepartment(site: HoursLevel | undefined, organisation: HoursLevel): Place["above"] {
  if (site?.week) return { scope: "site", week: site.week };
  return { scope: "organisation", week: organisation.week ?? [] };
}

/** Everything, for administrators. */
export function allPlaces({ organisation, sites, departments }: AllHours): Places {
  const of = (one: NamedLevel, scope: Place["scope"], above: Place["above"]): Place => ({
    scope,
    whose: scope === "organisation" ? "" : one.name,
    level: one.level,
    patterns: scope === "site" ? undefined : one.patterns,
    site: one.site ?? "",
    above,
    as: "administrator",
  });
  const organisationsWeek = aboveDepartment(undefined, organisation.level);
  const siteOf = (name: string | undefined) => sites.find((site) => site.name === name)?.level;
  return {
    organisation: of(organisation, "organisation", undefined),
    sites: sites.map((one) => of(one, "site", organisationsWeek)),
    departments: departments.map((one) =>
      of(one, "department", aboveDepartment(siteOf(one.site), organisation.level)),
    ),
  };
}

/** What concerns me; the department is its head's to change. */
export function myPlaces(hours: Hours): Places {
  const { organisation, site, department, site_name, department_name } = hours;
  const common = { patterns: undefined, site: "", as: undefined };
  const organisationsWeek = aboveDepartment(undefined, organisation);
  const mine: Place = {
    scope: "department",
    whose: department_name,
    level: department,
    patterns: hours.patterns,
    site: site_name,
    above: aboveDepartment(site, organisation),
    as: hours.may_set_department ? "head" : undefined,
  };
  const its_site: Place = {
    ...common,
    ...{ scope: "site", whose: site_name, level: site, above: organisationsWeek },
  };
  return {
    organisation: {
      ...common,
      ...{ scope: "organisation", whose: "", level: organisation, above: undefined },
    },
    sites: site_name === "" ? [] : [its_site],
    departments: department_name === "" ? [] : [mine],
  };
}

export const isYearly = ({ day }: { day: string }): boolean => day.length === 5;

/** The next time that a day of the list comes; nothing if it is over. */
export function nextOf(one: { day: string }, today: string): string | undefined {
  if (!isYearly(one)) return one.day >= today ? one.day : undefined;
  const year = Number(today.slice(0, 4));
  // February 29 isn't in every year; where it stands in the list doesn't matter to the day.
  const dates = [`${year}-${one.day}`, `${year + 1}-${one.day}`];
  return dates.find((date) => date >= today);
}

/** The days of a list that are to come, the next first. */
export function comingDays(days: readonly SpecialDay[], today: string): SpecialDay[] {
  return days
    .flatMap((one) => {
      const next = nextOf(one, today);
      return next === undefined ? [] : [{ one, next }];
    })
    .sort((a, b) => (a.next < b.next ? -1 : 1))
    .map(({ one }) => one);
}

const looked_ahead = 120;

/** The public holidays of the next months. */
export function comingHolidays(today: string): { date: string; holiday: Holiday }[] {
  return Array.from({ length: looked_ahead }, (_, i) => addDays(today, i)).flatMap((date) => {
    const holiday = holidayOf(date);
    return holiday ? [{ date, holiday }] : [];
  });
}
