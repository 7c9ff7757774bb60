import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Departments, NamedDepartment, Problem } from "../../platform/wire.ts";
import { isSameTree, renamed, rowsOf, sentOf, type Rows } from "./tree.ts";
import { changesBetween, type Change } from "./tree_changes.ts";

export interface TreeState {
  /** As the server had it when it was last asked; nothing before it has answered. */
  known: Departments | undefined;
  rows: Rows;
  /** What was before each step, the last at the end. */
  past: readonly Rows[];
  /** Whose name is being typed: one step, however many letters. */
  typing: string | undefined;
  /** What somebody else made of it meanwhile. */
  theirs: Departments | undefined;
  /** What was not saved when theirs was taken, to be done again. */
  dropped: readonly Change[];
  saving: boolean;
  problem: Problem | undefined;
}

export interface TreeEditing {
  state: Store<TreeState>;
  /** Asks the server how it is. What was edited stays. */
  load(): Promise<void>;
  step(rows: Rows): void;
  type(key: string, name: string): void;
  /** The name is typed to its end. */
  settle(): void;
  undo(): void;
  save(): Promise<"saved" | "refused" | "changed">;
  /** Goes on with what somebody else made of it. */
  takeTheirs(): void;
  forgetDropped(): void;
}

export interface TreeServer {
  list(): Promise<Answer<Departments>>;
  set(version: number, departments: NamedDepartment[]): Promise<Answer<unknown>>;
}

export const treeServer: TreeServer = {
  list: () => ask(api.GET("/api/v1/directory/departments")),
  set: (version, departments) =>
    ask(api.PUT("/api/v1/directory/departments", { body: { version, departments } })),
};

const unknown: TreeState = {
  known: undefined,
  rows: [],
  past: [],
  typing: undefined,
  theirs: undefined,
  dropped: [],
  saving: false,
  problem: undefined,
};

const taken = (known: Departments, dropped: readonly Change[]): TreeState => ({
  ...unknown,
  known,
  rows: rowsOf(known.departments),
  dropped,
});

/** What is edited and not saved. */
export const editsOf = ({ known, rows }: TreeState): Change[] =>
  changesBetween(rowsOf(known?.departments ?? []), rows);

/** What somebody else did meanwhile. */
export const theirEditsOf = ({ known, theirs }: TreeState): Change[] =>
  theirs ? changesBetween(rowsOf(known?.departments ?? []), rowsOf(theirs.departments)) : [];

/** Edits stay as long as the tree that they were made on is still there. */
function met(state: TreeState, now: Departments): TreeState {
  const theirs = rowsOf(now.departments);
  const isMine = editsOf(state).length === 0 || isSameTree(theirs, state.rows);
  if (!state.known || isMine) return taken(now, state.dropped);
  // People and heads change without a change of the tree.
  if (isSameTree(theirs, rowsOf(state.known.departments))) {
    return { ...state, known: now, theirs: undefined };
  }
  return { ...state, theirs: now };
}

export function createTreeEditing(server: TreeServer): TreeEditing {
  const state = createStore(unknown);
  let asked = 0;

  async function fetchAnew(): Promise<void> {
    const mine = (asked += 1);
    const answer = await server.list();
    if (mine !== asked) return;
    state.set((s) => {
      if (answer.ok) return met(s, answer.data);
      return s.known ? s : { ...s, problem: answer.problem };
    });
  }

  const send = () => {
    const { known, rows } = state.get();
    return server.set(known?.version ?? 0, sentOf(rows));
  };

  /** Whatever changes the directory makes another version, and most of that isn't the tree. */
  async function sendOnceMore(refused: Answer<unknown>): Promise<Answer<unknown>> {
    if (refused.ok || refused.problem.code !== "directory.departments_changed") return refused;
    await fetchAnew();
    const now = state.get();
    // A save whose answer was lost has come to the server.
    if (editsOf(now).length === 0) return { ok: true, data: undefined };
    return now.theirs ? refused : send();
  }

  /** If the line breaks here, the next save finds that there is nothing left to do. */
  async function takeSaved(): Promise<Answer<unknown>> {
    const answer = await server.list();
    if (answer.ok) state.set(() => taken(answer.data, []));
    return answer;
  }

  const editing: TreeEditing = {
    state,
    async load() {
      if (!state.get().saving) await fetchAnew();
    },
    step(rows) {
      state.set((s) => ({
        ...s,
        rows,
        past: [...s.past, s.rows],
        typing: undefined,
        problem: undefined,
      }));
    },
    type(key, name) {
      const goesOn = state.get().typing === key;
      const rows = renamed(state.get().rows, key, name);
      if (goesOn) state.set((s) => ({ ...s, rows }));
      else editing.step(rows);
      state.set((s) => ({ ...s, typing: key }));
    },
    settle() {
      state.set((s) => (s.typing === undefined ? s : { ...s, typing: undefined }));
    },
    undo() {
      state.set((s) => {
        const rows = s.past.at(-1);
        if (!rows) return s;
        return { ...s, rows, past: s.past.slice(0, -1), typing: undefined, problem: undefined };
      });
    },
    async save() {
      asked += 1; // an answer that is still on its way is older
      state.set((s) => ({ ...s, saving: true, typing: undefined, problem: undefined }));
      const sent = await sendOnceMore(await send());
      const answer = sent.ok ? await takeSaved() : sent;
      const changed = state.get().theirs !== undefined;
      const problem = answer.ok || changed ? undefined : answer.problem;
      state.set((s) => ({ ...s, saving: false, problem }));
      if (answer.ok) return "saved";
      return changed ? "changed" : "refused";
    },
    takeTheirs() {
      state.set((s) => (s.theirs ? taken(s.theirs, editsOf(s)) : s));
    },
    forgetDropped() {
      state.set((s) => ({ ...s, dropped: [] }));
    },
  };
  return editing;
}
