import { isOfSession, passes } from "./api.ts";
import { backoff } from "./backoff.ts";
import type { Keep } from "./keep.ts";
import { createStore, type Store } from "./store.ts";
import type { Timer } from "./timer.ts";
import type { Problem } from "./wire.ts";

/**
 * What somebody wrote and the server hasn't confirmed. `waiting`: couldn't be delivered yet and will
 * be tried again by itself; `refused`: the server said no; `kept`: the server has it, its event is
 * on the way.
 */
export type ParcelState = "queued" | "sending" | "waiting" | "refused" | "kept";

export interface Parcel {
  key: string;
  /** Parcels of a lane are sent one at a time, in the order they were written. */
  lane: string;
  body: string;
  writtenAt: number;
  /** That its author said yes to what the server asks about this body. */
  acknowledgement?: string;
  /** Why it can't wait. */
  urgent?: string;
  state: ParcelState;
  problem?: Problem;
  /** Where the server put it, once it is kept. */
  place?: number;
}

/** What goes along with a text. */
export type Along = Pick<Parcel, "acknowledgement" | "urgent">;

export type Outcome = { kept: true; place: number } | { kept: false; problem: Problem };

interface Needs {
  send: (parcel: Parcel) => Promise<Outcome>;
  timer: Timer;
  random: () => number;
  now: () => number;
  newKey: () => string;
  /** A parcel got through after others of its lane didn't. */
  reachable: () => void;
}

export interface Outbox {
  parcels: Store<readonly Parcel[]>;
  /** From now on parcels are `person`'s, remembered in `keep`; those remembered are sent. */
  open(keep: Keep, person: string): void;
  /** Stops sending. What is remembered stays remembered. */
  close(): void;
  put(lane: string, body: string, along?: Along): void;
  /**
   * Try this lane again now, a refused parcel too, with an acknowledgement if the server asked for
   * one. The key stays, so nothing arrives twice.
   */
  again(key: string, acknowledgement?: string): void;
  /** The same, as one that can wait. */
  againQuietly(key: string): void;
  discard(key: string): void;
  /** Its event has come, so the server's copy is shown instead. */
  arrived(key: string): void;
  /** The line is back. */
  resume(): void;
}

type Remembered = Pick<Parcel, "lane" | "body" | "writtenAt" | keyof Along>;

export function createOutbox(needs: Needs): Outbox {
  const parcels = createStore<readonly Parcel[]>([]);
  const busy = new Set<string>();
  const retries = new Map<string, { failures: number; forget: () => void }>();
  let keep: Keep | undefined;
  let prefix = "";
  let life = 0;

  const change = (key: string, to: (parcel: Parcel) => Parcel) =>
    parcels.set((all) => all.map((p) => (p.key === key ? to(p) : p)));
  const inState = (key: string, state: ParcelState) =>
    change(key, ({ problem: _, ...rest }) => ({ ...rest, state }));

  function remember({ key, lane, body, writtenAt, acknowledgement, urgent }: Parcel): void {
    // What is undefined is left out.
    const what = { lane, body, writtenAt, acknowledgement, urgent };
    keep?.set(prefix + key, JSON.stringify(what));
  }

  function remove(key: string): void {
    keep?.remove(prefix + key);
    parcels.set((all) => all.filter((p) => p.key !== key));
  }

  function calm(lane: string): void {
    retries.get(lane)?.forget();
    retries.delete(lane);
  }

  function retryLater(lane: string): void {
    const failures = retries.get(lane)?.failures ?? 0;
    const forget = needs.timer.after(backoff(failures, needs.random), () => void pump(lane));
    retries.set(lane, { failures: failures + 1, forget });
  }

  async function deliver(parcel: Parcel): Promise<"next" | "stop"> {
    const mine = life;
    inState(parcel.key, "sending");
    const outcome = await needs.send(parcel);
    if (mine !== life) return "stop";
    if (outcome.kept) {
      const back = retries.has(parcel.lane);
      calm(parcel.lane);
      keep?.remove(prefix + parcel.key);
      change(parcel.key, ({ problem: _, ...p }) => ({ ...p, state: "kept", place: outcome.place }));
      if (back) needs.reachable();
      return "next";
    }
    const { problem } = outcome;
    // Signed out, or not where this may be used: the text waits, in the browser's memory too, until
    // the same person is back.
    const later = passes(problem) || isOfSession(problem);
    change(parcel.key, (p) => ({ ...p, state: later ? "waiting" : "refused", problem }));
    if (passes(problem)) retryLater(parcel.lane);
    return later ? "stop" : "next";
  }

  async function pump(lane: string): Promise<void> {
    if (busy.has(lane)) return;
    const mine = life;
    busy.add(lane);
    for (;;) {
      const next = parcels
        .get()
        .find((p) => p.lane === lane && (p.state === "queued" || p.state === "waiting"));
      if (!next || (await deliver(next)) === "stop") break;
    }
    if (mine === life) busy.delete(lane);
  }

  function remembered(from: Keep): Parcel[] {
    const found = from.keys(prefix).flatMap((key): Parcel[] => {
      const text = from.get(key);
      if (text === undefined) return [];
      return [
        { ...(JSON.parse(text) as Remembered), key: key.slice(prefix.length), state: "queued" },
      ];
    });
    return found.sort((a, b) => a.writtenAt - b.writtenAt);
  }

  function close(): void {
    life++;
    for (const lane of [...retries.keys()]) calm(lane);
    busy.clear();
    keep = undefined;
    parcels.set(() => []);
  }

  function retry(key: string, to: (parcel: Parcel) => Parcel): void {
    const parcel = parcels.get().find((p) => p.key === key);
    if (!parcel) return;
    const next = to(parcel);
    if (next !== parcel) {
      remember(next);
      change(key, () => next);
    }
    if (next.state === "refused") inState(key, "queued");
    calm(next.lane);
    void pump(next.lane);
  }

  return {
    parcels,
    open(where, person) {
      close();
      keep = where;
      prefix = `outbox.${person}.`;
      parcels.set(() => remembered(where));
      for (const lane of new Set(parcels.get().map((p) => p.lane))) void pump(lane);
    },
    close,
    put(lane, body, along) {
      const last = parcels.get().at(-1)?.writtenAt ?? 0;
      const writtenAt = Math.max(needs.now(), last + 1);
      const key = needs.newKey();
      const parcel: Parcel = { key, lane, body, writtenAt, state: "queued", ...along };
      remember(parcel);
      parcels.set((all) => [...all, parcel]);
      // While the line is down the lane waits for its turn, so that the order stays.
      if (!retries.has(lane)) void pump(lane);
    },
    again: (key, acknowledgement) =>
      retry(key, (parcel) => (acknowledgement ? { ...parcel, acknowledgement } : parcel)),
    againQuietly: (key) => retry(key, ({ urgent: _, ...parcel }) => parcel),
    discard: remove,
    arrived: remove,
    resume() {
      const lanes = new Set(parcels.get().flatMap((p) => (p.state === "waiting" ? [p.lane] : [])));
      for (const lane of lanes) {
        calm(lane);
        void pump(lane);
      }
    },
  };
}
