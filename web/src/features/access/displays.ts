import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type {
  Department,
  Display,
  DisplayCode,
  DisplayWish,
  Id,
  Problem,
} from "../../platform/wire.ts";

export interface DisplaysState {
  /** Nothing before the server has answered. */
  displays: readonly Display[] | undefined;
  departments: readonly string[];
  /** Why there is nothing to see. */
  problem: Problem | undefined;
}

export interface DisplaysServer {
  list(): Promise<Answer<{ displays: Display[] }>>;
  departments(): Promise<Answer<{ departments: Department[] }>>;
  make(wish: DisplayWish): Promise<Answer<DisplayCode>>;
  change(display: Id, wish: DisplayWish): Promise<Answer<unknown>>;
  renew(display: Id): Promise<Answer<DisplayCode>>;
  end(display: Id): Promise<Answer<unknown>>;
}

const one = (display: Id) => ({ params: { path: { display } } });

export const displaysServer: DisplaysServer = {
  list: () => ask(api.GET("/api/v1/displays")),
  departments: () => ask(api.GET("/api/v1/directory/departments")),
  make: (body) => ask(api.POST("/api/v1/displays", { body })),
  change: (display, body) => ask(api.PUT("/api/v1/displays/{display}", { ...one(display), body })),
  renew: (display) => ask(api.POST("/api/v1/displays/{display}/code", one(display))),
  end: (display) => ask(api.DELETE("/api/v1/displays/{display}", one(display))),
};

export interface Displays {
  state: Store<DisplaysState>;
  load(): Promise<void>;
  /** Waits for a change, and asks how it is now, whatever came of it. */
  act<T>(change: Promise<Answer<T>>): Promise<Answer<T>>;
}

/** The screens on walls as the server has them. */
export function createDisplays(server: DisplaysServer): Displays {
  const state = createStore<DisplaysState>({
    displays: undefined,
    departments: [],
    problem: undefined,
  });

  async function load(): Promise<void> {
    const [displays, departments] = await Promise.all([server.list(), server.departments()]);
    if (displays.ok && departments.ok) {
      const names = departments.data.departments.map(({ name }) => name);
      const known = { displays: displays.data.displays, departments: names };
      state.set(() => ({ ...known, problem: undefined }));
      return;
    }
    const problem = displays.ok
      ? departments.ok
        ? undefined
        : departments.problem
      : displays.problem;
    // What was known stays.
    state.set((s) => (s.displays ? s : { ...s, problem }));
  }

  return {
    state,
    load,
    async act(change) {
      const answer = await change;
      await load();
      return answer;
    },
  };
}

/** Where a screen opens it by hand: the address of the code without the code. */
export const doorOf = ({ url }: DisplayCode): string => url.replace(/#.*$/, "");
