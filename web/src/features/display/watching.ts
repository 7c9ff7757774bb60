import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Timer } from "../../platform/timer.ts";
import type { DisplayBoard, Problem } from "../../platform/wire.ts";

/** How often a screen asks what there is to show. */
export const period_ms = 30_000;

export type Showing =
  /** Nobody knows yet whether this is a display. */
  | { phase: "starting"; unreached: boolean }
  /** It is none, or none any more: it wants a code. */
  | { phase: "closed"; problem: Problem | undefined }
  /** `ahead`: by how much the server's clock is before the screen's. `stale`: the line is broken. */
  | { phase: "showing"; board: DisplayBoard; ahead: number; stale: boolean };

export interface DisplayServer {
  board(): Promise<Answer<DisplayBoard>>;
  open(code: string): Promise<Answer<unknown>>;
}

export const displayServer: DisplayServer = {
  board: () => ask(api.GET("/api/v1/display")),
  open: (code) => ask(api.POST("/api/v1/display", { body: { code } })),
};

export interface Watching {
  state: Store<Showing>;
  /** Asks now, and again and again. */
  start(): Promise<void>;
  /** This screen is the display of that code from now on. A Problem says why it isn't. */
  open(code: string): Promise<Problem | undefined>;
  stop(): void;
}

interface Needs {
  server: DisplayServer;
  timer: Timer;
  now: () => number;
}

/** What a screen on a wall knows of its picture. */
export function createWatching({ server, timer, now }: Needs): Watching {
  const state = createStore<Showing>({ phase: "starting", unreached: false });
  let callOff: (() => void) | undefined;
  let asked = 0;

  /** Refused for what it is, and not for a line or a server that is away. */
  const isRefusal = ({ status }: Problem) => status === 401 || status === 403;
  /** Nobody has to be told that a screen which never was a display isn't one. */
  const whyClosed = (s: Showing, problem: Problem) =>
    s.phase === "starting" && problem.status === 401 ? undefined : problem;

  function meet(answer: Answer<DisplayBoard>): void {
    if (answer.ok) {
      const { data } = answer;
      state.set(() => ({ phase: "showing", board: data, ahead: data.now - now(), stale: false }));
      return;
    }
    const { problem } = answer;
    state.set((s): Showing => {
      if (isRefusal(problem)) {
        return s.phase === "closed" ? s : { phase: "closed", problem: whyClosed(s, problem) };
      }
      if (s.phase === "showing") return { ...s, stale: true };
      return s.phase === "starting" ? { phase: "starting", unreached: true } : s;
    });
  }

  async function look(): Promise<void> {
    const mine = (asked += 1);
    callOff?.();
    const answer = await server.board();
    if (mine !== asked) return;
    meet(answer);
    callOff = timer.after(period_ms, () => void look());
  }

  return {
    state,
    start: look,
    async open(code) {
      const answer = await server.open(code);
      if (answer.ok) {
        await look();
        return undefined;
      }
      const { problem } = answer;
      state.set((s) => (s.phase === "showing" ? s : { phase: "closed", problem }));
      return problem;
    },
    stop() {
      asked += 1;
      callOff?.();
    },
  };
}
