import { api, ask } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { Timer } from "../../platform/timer.ts";
import type { DayChoice, Id, OpenWeekday, PersonHours, Problem } from "../../platform/wire.ts";
import { changesAt, emptyHours, type HoursState } from "./state.ts";

export interface HoursActions {
  /** Asks again: at the start, when somebody's times change, when the device wakes up. */
  load(): Promise<void>;
  /** When I may be rung; without a week, as usual here. */
  setMyWeek(week: OpenWeekday[] | undefined): Promise<Problem | undefined>;
  /** Days of mine, one after the other until one is refused. Calls wait for those before them. */
  setMyDays(choices: readonly DayChoice[]): Promise<Problem | undefined>;
  /** Whether these people may be rung now; nothing if it can't be found out. */
  statuses(people: Id[]): Promise<PersonHours[] | undefined>;
  /** Somebody else signs in. */
  reset(): void;
}

interface Needs {
  hours: Store<HoursState>;
  timer: Timer;
  now: () => number;
}

const a_little_later_ms = 500;
const longest_wait_ms = 6 * 60 * 60 * 1000;

export function createHoursActions({ hours, timer, now }: Needs): HoursActions {
  let cancel = (): void => undefined;
  let life = 0;
  /** Two choices for one day arrive in their order. */
  let lastDays: Promise<unknown> = Promise.resolve();

  /** Opening and closing are seen without anybody asking. */
  function wakeAtChange(): void {
    cancel();
    const known = hours.get().hours;
    const at = known && changesAt(known, now());
    if (at === undefined) return;
    const wait = Math.min(at - now() + a_little_later_ms, longest_wait_ms);
    cancel = timer.after(wait, () => void actions.load());
  }

  async function sendDays(choices: readonly DayChoice[]): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    for (const body of choices) {
      const answer = await ask(api.PUT("/api/v1/hours/me/day", { body }));
      if (!answer.ok) problem = answer.problem;
      if (problem) break;
    }
    await actions.load(); // what went before a refusal is set
    return problem;
  }

  const actions: HoursActions = {
    async load() {
      const asked = life;
      const answer = await ask(api.GET("/api/v1/hours"));
      if (asked !== life || !answer.ok) return; // what was known stays
      hours.set((now) => ({ ...now, hours: answer.data }));
      wakeAtChange();
    },
    async setMyWeek(week) {
      const body = week === undefined ? {} : { week };
      const answer = await ask(api.PUT("/api/v1/hours/me/week", { body }));
      if (!answer.ok) return answer.problem;
      await actions.load();
      return undefined;
    },
    setMyDays(choices) {
      const sent = lastDays.then(() => sendDays(choices));
      lastDays = sent;
      return sent;
    },
    async statuses(people) {
      const answer = await ask(api.POST("/api/v1/hours/statuses", { body: { people } }));
      return answer.ok ? answer.data.people : undefined;
    },
    reset() {
      life += 1;
      cancel();
      hours.set(() => emptyHours);
    },
  };
  return actions;
}
