import type { Answer } from "./api.ts";
import { backoff } from "./backoff.ts";
import { createStore, type Store } from "./store.ts";
import type { Timer } from "./timer.ts";
import type { LiveEvent, StreamState, SyncReply, SyncRequest } from "./wire.ts";

/** Where what was received goes: the features, joined by `app`. */
export interface Targets {
  /** A snapshot replaces what is known of the stream; otherwise it is merged. */
  take(state: StreamState): void;
  /** Everything that isn't in `visible` is no longer mine to see. */
  keepOnly(visible: ReadonlySet<string>): void;
  /** An event that follows what is known without a hole. */
  hear(event: LiveEvent): void;
}

/** An event of a stream. */
type Versioned = Exclude<LiveEvent, { type: "live.hello" }>;

interface Needs {
  post: (request: SyncRequest) => Promise<Answer<SyncReply>>;
  targets: Targets;
  timer: Timer;
  random: () => number;
  /** The server can't be reached, so the socket can't be alive either. */
  unreachable: () => void;
  /** It can be reached again. */
  reachable: () => void;
}

export interface Sync {
  /** True when the first catching up is done. */
  ready: Store<boolean>;
  request(): void;
  hear(event: LiveEvent): void;
  /** Forgets everything: somebody else signs in. */
  reset(): void;
}

/**
 * Does it bring all that changed after `had`? Marks come all at once, whatever lies between; other
 * events say only that something has changed.
 */
function follows(event: Versioned, had: number): boolean {
  if (event.type === "talk.marks") return true;
  return event.type === "talk.message_posted" && event.version === had + 1;
}

/** Keeps every stream without a hole: by events as long as they follow, else by asking /sync. */
export function createSync(needs: Needs): Sync {
  const ready = createStore(false);
  let versions = new Map<string, number>();
  let access: number | undefined;
  let running = false;
  let again = false;
  let failures = 0;
  let life = 0;
  let forgetRetry = () => {};

  function whatIHave(): SyncRequest {
    const streams = [...versions].map(([stream, version]) => ({ stream, version }));
    return access === undefined ? { streams } : { access_version: access, streams };
  }

  /** `named`: the version I had when I asked. */
  function takeStream(state: StreamState, named: number): void {
    const had = versions.get(state.stream) ?? 0;
    // The server knows less than I named: it was set back to a backup, and I with it.
    const setBack = named > state.version;
    // Events overtook this reply: what they brought is newer than the snapshot.
    if (state.snapshot && had > state.version && !setBack) return;
    needs.targets.take(state);
    versions.set(state.stream, setBack ? state.version : Math.max(had, state.version));
  }

  function takeReply(reply: SyncReply, named: ReadonlyMap<string, number>): void {
    if (reply.visible) {
      const visible = new Set(reply.visible);
      for (const stream of [...versions.keys()]) {
        if (!visible.has(stream)) versions.delete(stream);
      }
      needs.targets.keepOnly(visible);
    }
    for (const state of reply.streams) takeStream(state, named.get(state.stream) ?? 0);
    access = reply.access_version;
  }

  async function run(): Promise<void> {
    const mine = life;
    running = true;
    do {
      again = false;
      const named = new Map(versions);
      const answer = await needs.post(whatIHave());
      if (mine !== life) return;
      if (!answer.ok) {
        running = false;
        failed(answer.problem.status);
        return;
      }
      takeReply(answer.data, named);
      if (failures > 0) needs.reachable();
      failures = 0;
      again ||= answer.data.more === true;
    } while (again);
    running = false;
    ready.set(() => true);
  }

  function failed(status: number): void {
    if (status === 401) return;
    if (status === 0) needs.unreachable();
    forgetRetry();
    forgetRetry = needs.timer.after(backoff(failures++, needs.random), request);
  }

  function request(): void {
    forgetRetry();
    if (running) again = true;
    else void run();
  }

  return {
    ready,
    request,
    hear(event) {
      if (event.type === "live.hello") return;
      const had = versions.get(event.stream);
      if (had !== undefined && event.version <= had) return;
      if (had !== undefined && follows(event, had)) {
        versions.set(event.stream, event.version);
        needs.targets.hear(event);
        return;
      }
      // A hole, a stream we don't know yet, or a change that is told without its content.
      if (had === undefined) versions.set(event.stream, 0);
      request();
    },
    reset() {
      life++;
      forgetRetry();
      versions = new Map();
      access = undefined;
      running = again = false;
      failures = 0;
      ready.set(() => false);
    },
  };
}
