import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { DayChoice, OpenWeekday, Problem, ShiftPattern } from "../../platform/wire.ts";
import type { Place } from "./places.ts";
import type { HoursState } from "./state.ts";

/** What administrators, and heads for their department, set. */
export interface PlaceActions {
  /** The times of all places, until `close`. */
  open(): Promise<Problem | undefined>;
  close(): void;
  /** Asks again, if they are shown. */
  refresh(): Promise<Problem | undefined>;
  /** Without a week, the next level says. */
  setWeek(place: Place, week: OpenWeekday[] | undefined): Promise<Problem | undefined>;
  setDay(place: Place, choice: DayChoice): Promise<Problem | undefined>;
  setPatterns(place: Place, patterns: ShiftPattern[]): Promise<Problem | undefined>;
}

interface Needs {
  hours: Store<HoursState>;
  /** Asks again for what concerns me. */
  reload: () => Promise<void>;
}

export function createPlaceActions({ hours, reload }: Needs): PlaceActions {
  let shown = 0;

  async function load(): Promise<Problem | undefined> {
    const asked = shown;
    const answer = await ask(api.GET("/api/v1/hours/all"));
    if (asked !== shown) return undefined;
    if (!answer.ok) return answer.problem; // what was known stays
    hours.set((now) => ({ ...now, all: answer.data }));
    return undefined;
  }

  async function set(call: Promise<Answer<unknown>>): Promise<Problem | undefined> {
    const answer = await call;
    if (!answer.ok) return answer.problem;
    await Promise.all([reload(), actions.refresh()]);
    return undefined;
  }

  const scopeOf = ({ scope, whose }: Place) => ({ scope, whose });

  const actions: PlaceActions = {
    open() {
      shown += 1;
      return load();
    },
    close() {
      shown += 1;
      hours.set((now) => (now.all ? { ...now, all: undefined } : now));
    },
    refresh() {
      return hours.get().all ? load() : Promise.resolve(undefined);
    },
    setWeek(place, week) {
      const body = week === undefined ? {} : { week };
      if (place.as === "head") {
        return set(ask(api.PUT("/api/v1/hours/department/week", { body })));
      }
      return set(ask(api.PUT("/api/v1/hours/week", { body: { ...scopeOf(place), ...body } })));
    },
    setDay(place, choice) {
      if (place.as === "head") {
        return set(ask(api.PUT("/api/v1/hours/department/day", { body: choice })));
      }
      return set(ask(api.PUT("/api/v1/hours/day", { body: { ...scopeOf(place), ...choice } })));
    },
    setPatterns(place, patterns) {
      const body = { patterns };
      if (place.as === "head") {
        return set(ask(api.PUT("/api/v1/hours/department/patterns", { body })));
      }
      return set(ask(api.PUT("/api/v1/hours/patterns", { body: { ...scopeOf(place), ...body } })));
    },
  };
  return actions;
}
