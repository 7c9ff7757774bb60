import type { Hours, HoursLevel } from "../../platform/wire.ts";

/** For tests. */
export const level = (part: Partial<HoursLevel> = {}): HoursLevel => ({ days: [], ...part });

/** Monday to Friday, 8:30 to 17:15; closed from 12/29 to 1/3. */
export const office: HoursLevel = {
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 510, closes: 1035 })),
  days: ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"].map((day) => ({
    day,
    name: "new year",
  })),
};

export const hoursOf = (part: Partial<Hours> = {}): Hours => ({
  organisation: office,
  site: level(),
  department: level(),
  person: level(),
  site_name: "",
  department_name: "",
  organisation_in_force: true,
  person_in_force: true,
  today: "2026-11-24",
  today_name: "",
  open: true,
  may_set_department: false,
  patterns: [],
  ...part,
});
