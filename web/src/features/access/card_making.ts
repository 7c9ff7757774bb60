import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Id, Person, Problem, Proof, SignInCard } from "../../platform/wire.ts";
import { wantsProof } from "./proof.ts";

export interface MakingState {
  phase: "idle" | "making" | "stopping";
  /** For how many the cards of this order are. */
  ordered: number;
  /** Those of them whose cards are still to be made. */
  rest: readonly Person[];
  /** Those who were not here any more. */
  gone: readonly Person[];
  /** Their codes are nowhere else, and are never shown again. */
  cards: readonly SignInCard[];
  /** Why it didn't go on. */
  problem: Problem | undefined;
  /** The server asks whether it is still the same person who sits here, until a card is made. */
  isAsked: boolean;
}

export interface CardMaking {
  state: Store<MakingState>;
  /** Cards for these; a card that somebody has here already gives way to the new one. */
  make(people: readonly Person[]): Promise<void>;
  /** After the card that is being made: it has ended the one before, so it is needed. */
  stop(): void;
  /** Makes the rest, with a proof if one is asked for. */
  goOn(proof?: Proof): Promise<void>;
  /** The rest isn't wanted any more. */
  dropRest(): void;
  /** The page is left: nothing of it stays, and what still comes isn't taken. */
  forget(): void;
}

export interface CardServer {
  issue(person: Id, proof: Proof): Promise<Answer<SignInCard>>;
}

export const cardServer: CardServer = {
  issue: (person, body) =>
    ask(api.POST("/api/v1/directory/people/{person}/card", { params: { path: { person } }, body })),
};

const nothing_made: MakingState = {
  phase: "idle",
  ordered: 0,
  rest: [],
  gone: [],
  cards: [],
  problem: undefined,
  isAsked: false,
};

/** One card after the other. Nothing of it is kept anywhere but in the state. */
export function createCardMaking(server: CardServer): CardMaking {
  const state = createStore<MakingState>(nothing_made);
  const change = (part: Partial<MakingState>) => state.set((now) => ({ ...now, ...part }));

  let life = 0;

  function take(person: Person, answer: Answer<SignInCard>): void {
    const { rest, gone, cards } = state.get();
    if (answer.ok) {
      const others = cards.filter((card) => card.person.id !== person.id);
      change({ rest: rest.slice(1), cards: [...others, answer.data], isAsked: false });
    } else if (answer.problem.status === 404) {
      change({ rest: rest.slice(1), gone: [...gone, person] });
    } else {
      // Without an answer nobody knows whether there is a card now: the next one takes its place.
      const { problem } = answer;
      change({ phase: "stopping", problem, isAsked: state.get().isAsked || wantsProof(problem) });
    }
  }

  async function goOn(proof: Proof = {}): Promise<void> {
    if (state.get().phase !== "idle") return;
    const mine = life;
    change({ phase: "making", problem: undefined });
    for (;;) {
      const { phase, rest } = state.get();
      const [next] = rest;
      if (phase !== "making" || next === undefined) break;
      // Once it is proven, the server doesn't ask again for a while; a code is good once.
      const answer = await server.issue(next.id, proof);
      proof = {};
      if (mine !== life) return;
      take(next, answer);
    }
    change({ phase: "idle" });
  }

  return {
    state,
    async make(people) {
      if (state.get().phase !== "idle") return;
      change({ ordered: people.length, rest: [...people], gone: [], isAsked: false });
      await goOn();
    },
    stop() {
      if (state.get().phase === "making") change({ phase: "stopping" });
    },
    goOn,
    dropRest() {
      if (state.get().phase === "idle") change({ rest: [], problem: undefined, isAsked: false });
    },
    forget() {
      life += 1;
      state.set(() => nothing_made);
    },
  };
}
