import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { KnownPlaces, Places, Problem } from "../../platform/wire.ts";
import { isSame, placesOf } from "./places.ts";

export interface EditingState {
  /** As the server has it; nothing before it has answered. */
  known: KnownPlaces | undefined;
  /** As it is on the screen. */
  draft: Places;
  saving: boolean;
  problem: Problem | undefined;
}

export interface PlaceEditing {
  state: Store<EditingState>;
  load(): Promise<void>;
  change(draft: Places): void;
  /** Back to what is saved. */
  undo(): void;
  /** A refusal leaves everything as it was typed. */
  save(): Promise<"saved" | "refused">;
}

export interface PlaceServer {
  get(): Promise<Answer<KnownPlaces>>;
  set(places: Places): Promise<Answer<unknown>>;
}

export const placeServer: PlaceServer = {
  get: () => ask(api.GET("/api/v1/access/places")),
  set: (body) => ask(api.PUT("/api/v1/access/places", { body })),
};

const nothing: Places = { networks: [], allowances: [] };

/** Is there anything that isn't saved? */
export const isChanged = ({ known, draft }: EditingState): boolean =>
  known !== undefined && !isSame(placesOf(known), draft);

/** What the server has against which part of a network: by "1.addresses", "2.name". */
export function refusedParts(problem: Problem | undefined): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { path, title } of problem?.fields ?? []) {
    const [, at, part] = /^networks\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    if (at !== undefined && part !== undefined) said.set(`${at}.${part}`, title);
  }
  return said;
}

/** Networks and allowances are saved as one. */
export function createPlaceEditing(server: PlaceServer): PlaceEditing {
  const state = createStore<EditingState>({
    known: undefined,
    draft: nothing,
    saving: false,
    problem: undefined,
  });
  const meet = (known: KnownPlaces) =>
    state.set(() => ({ known, draft: placesOf(known), saving: false, problem: undefined }));
  const refuse = (problem: Problem) => state.set((s) => ({ ...s, saving: false, problem }));

  async function load(): Promise<void> {
    const answer = await server.get();
    if (answer.ok) meet(answer.data);
    else refuse(answer.problem);
  }

  return {
    state,
    load,
    change: (draft) => state.set((s) => ({ ...s, draft, problem: undefined })),
    undo() {
      const { known } = state.get();
      if (known) meet(known);
    },
    async save() {
      const { draft, saving } = state.get();
      if (saving) return "refused";
      state.set((s) => ({ ...s, saving: true, problem: undefined }));
      const kept = await server.set(draft);
      const answer = kept.ok ? await server.get() : kept;
      if (!answer.ok) {
        refuse(answer.problem);
        return "refused";
      }
      meet(answer.data);
      return "saved";
    },
  };
}
