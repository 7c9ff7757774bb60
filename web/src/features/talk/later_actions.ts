import { api, ask, passes, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { Id, Instant, LaterMessage, Problem } from "../../platform/wire.ts";
import { doubted, emptyLater, fetched, isUnsent, kept, without, type LaterState } from "./later.ts";

/** What is kept. The same key is kept once. */
export interface NewLater {
  body: string;
  due_at: Instant;
  client_key: string;
  acknowledgement?: string;
}

export interface LaterActions {
  /** Asks again. Calls while one is under way come to one more. */
  load(): Promise<void>;
  /** The line is back: what was never answered is asked. */
  resume(): void;
  keep(room: Id, draft: NewLater): Promise<Answer<LaterMessage>>;
  /** It isn't sent. Only without a Problem is the text anybody else's business. */
  takeBack(one: LaterMessage): Promise<Problem | undefined>;
  /** Somebody else signs in. */
  reset(): void;
}

export interface LaterServer {
  list(): Promise<Answer<{ later: LaterMessage[] }>>;
  keep(room: Id, draft: NewLater): Promise<Answer<LaterMessage>>;
  takeBack(id: Id): Promise<Answer<unknown>>;
}

export const laterServer: LaterServer = {
  list: () => ask(api.GET("/api/v1/talk/later")),
  keep: (room, body) =>
    ask(api.POST("/api/v1/talk/rooms/{room}/later", { params: { path: { room } }, body })),
  takeBack: (later) =>
    ask(api.DELETE("/api/v1/talk/later/{later}", { params: { path: { later } } })),
};

interface Needs {
  later: Store<LaterState>;
  server: LaterServer;
  now: () => number;
}

export function createLaterActions({ later, server, now }: Needs): LaterActions {
  let loading: Promise<void> | undefined;
  let again = false;
  let life = 0;
  /** Counts my own changes: a list that was asked for before one doesn't know of it. */
  let changes = 0;

  async function fetchList(): Promise<void> {
    const mine = life;
    // What is told together is asked for once.
    await Promise.resolve();
    do {
      again = false;
      const before = changes;
      const answer = await server.list();
      if (mine !== life) return;
      if (before !== changes) again = true;
      else if (answer.ok) later.set((s) => fetched(s, answer.data.later));
    } while (again);
    loading = undefined;
  }

  function load(): Promise<void> {
    if (loading) again = true;
    loading ??= fetchList();
    return loading;
  }

  function change(to: (state: LaterState) => LaterState): void {
    changes += 1;
    later.set(to);
    void load();
  }

  return {
    load,
    resume() {
      if (!later.get().known) void load();
    },
    async keep(room, draft) {
      const mine = life;
      const answer = await server.keep(room, draft);
      if (mine === life && answer.ok) change((s) => kept(s, answer.data));
      return answer;
    },
    async takeBack(one) {
      const mine = life;
      const answer = await server.takeBack(one.id);
      if (mine !== life) return answer.ok ? undefined : answer.problem;
      const problem = answer.ok ? undefined : answer.problem;
      if (problem && passes(problem)) later.set((s) => doubted(s, one));
      if (problem && problem.status !== 404) return problem;
      const doubtful = later.get().doubtful.has(one.id);
      change((s) => without(s, one.id));
      // It was taken back before: by an earlier try, whose answer was lost, or elsewhere.
      return doubtful || isUnsent(one, now()) ? undefined : problem;
    },
    reset() {
      life += 1;
      loading = undefined;
      again = false;
      later.set(() => emptyLater);
    },
  };
}
