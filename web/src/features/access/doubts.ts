import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Doubt, Id, Problem } from "../../platform/wire.ts";

export interface DoubtsState {
  /** Nothing before the server has answered. */
  doubts: readonly Doubt[] | undefined;
  problem: Problem | undefined;
}

type List = () => Promise<Answer<{ doubts: Doubt[] }>>;

export const myDoubts: List = () => ask(api.GET("/api/v1/me/doubts"));
export const deniedDoubts: List = () => ask(api.GET("/api/v1/access/doubts"));

export const answerDoubt = (doubt: Id, mine: boolean) =>
  ask(
    api.POST("/api/v1/me/doubts/{doubt}/answer", { params: { path: { doubt } }, body: { mine } }),
  );

export interface Doubts {
  state: Store<DoubtsState>;
  load(): Promise<void>;
}

/** Use that can't be one person's: one's own that is open, or all that was denied. */
export function createDoubts(list: List): Doubts {
  const state = createStore<DoubtsState>({ doubts: undefined, problem: undefined });
  let asked = 0;
  return {
    state,
    async load() {
      const mine = (asked += 1);
      const answer = await list();
      if (mine !== asked) return;
      // What was known stays.
      if (answer.ok) state.set(() => ({ doubts: answer.data.doubts, problem: undefined }));
      else state.set((s) => (s.doubts ? s : { ...s, problem: answer.problem }));
    },
  };
}

/** The one that comes by itself now; what was put off waits until the app is opened again. */
export const toAsk = (
  doubts: readonly Doubt[] | undefined,
  putOff: ReadonlySet<Id>,
): Doubt | undefined => doubts?.find(({ id, asks }) => asks && !putOff.has(id));
