import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { Timer } from "../../platform/timer.ts";
import type { Notices, Problem } from "../../platform/wire.ts";
import { emptyNotify, isQuiet, withQuiet, withSeen, type NotifyState } from "./state.ts";

export interface NotifyActions {
  /** Asks again. Calls while one is under way come to one more. */
  load(): Promise<void>;
  /** The line is back: what was never answered is asked. */
  resume(): void;
  /** I have looked at the notices up to this one. */
  see(upTo: number): Promise<void>;
  /** Shown at once, and taken back if the server refuses. */
  setQuiet(what: string, quiet: boolean): Promise<Problem | undefined>;
  /** Somebody else signs in. */
  reset(): void;
}

export interface NotifyServer {
  notices(): Promise<Answer<Notices>>;
  see(up_to: number): Promise<Answer<unknown>>;
  setQuiet(what: string, quiet: boolean): Promise<Answer<unknown>>;
}

export const notifyServer: NotifyServer = {
  notices: () => ask(api.GET("/api/v1/notices")),
  see: (up_to) => ask(api.PUT("/api/v1/notices/seen", { body: { up_to } })),
  setQuiet: (what, quiet) => ask(api.PUT("/api/v1/notices/quiet", { body: { what, quiet } })),
};

interface Needs {
  notify: Store<NotifyState>;
  server: NotifyServer;
  timer: Timer;
  now: () => number;
}

const a_little_later_ms = 500;
const longest_wait_ms = 6 * 60 * 60 * 1000;
/** This clock is ahead of the server's: it will change soon. */
const clocks_differ_ms = 30_000;

export function createNotifyActions({ notify, server, timer, now }: Needs): NotifyActions {
  let cancel = (): void => undefined;
  let life = 0;
  let loading: Promise<void> | undefined;
  let again = false;
  /** What the server may not have heard of yet when it answers. */
  let looked = 0;
  let choosing = new Map<string, boolean>();
  let lane: Promise<unknown> = Promise.resolve();

  /** Opening and closing are noticed without anybody asking. */
  function wakeAtChange(): void {
    cancel();
    const at = notify.get().notices?.changes_at;
    if (at === undefined) return;
    const left = at - now();
    const wait = left > 0 ? Math.min(left + a_little_later_ms, longest_wait_ms) : clocks_differ_ms;
    cancel = timer.after(wait, () => void load());
  }

  function take(notices: Notices): void {
    let next = withSeen({ notices }, looked);
    for (const [what, quiet] of choosing) next = withQuiet(next, what, quiet);
    notify.set(() => next);
    wakeAtChange();
  }

  async function fetchNotices(): Promise<void> {
    const mine = life;
    // What is told together is asked for once.
    await Promise.resolve();
    do {
      again = false;
      const answer = await server.notices();
      if (mine !== life) return;
      if (answer.ok) take(answer.data); // else what was known stays
    } while (again);
    loading = undefined;
  }

  function load(): Promise<void> {
    if (loading) again = true;
    loading ??= fetchNotices();
    return loading;
  }

  return {
    load,
    resume() {
      if (!notify.get().notices) void load();
    },
    async see(upTo) {
      const mine = life;
      if (upTo <= (notify.get().notices?.seen ?? 0)) return;
      looked = upTo;
      notify.set((s) => withSeen(s, upTo));
      const answer = await server.see(upTo);
      if (mine !== life || answer.ok) return;
      looked = 0;
      await load();
    },
    async setQuiet(what, quiet) {
      const mine = life;
      if (isQuiet(notify.get(), what) === quiet) return undefined;
      choosing.set(what, quiet);
      notify.set((s) => withQuiet(s, what, quiet));
      // One after the other, so that the last choice is the one that stays.
      const call = lane.then(() => server.setQuiet(what, quiet));
      lane = call;
      const answer = await call;
      if (mine !== life) return undefined;
      const isLast = choosing.get(what) === quiet;
      if (isLast) choosing.delete(what);
      if (answer.ok) return undefined;
      if (isLast) notify.set((s) => withQuiet(s, what, !quiet));
      return answer.problem;
    },
    reset() {
      life += 1;
      cancel();
      loading = undefined;
      again = false;
      looked = 0;
      choosing = new Map();
      lane = Promise.resolve();
      notify.set(() => emptyNotify);
    },
  };
}
