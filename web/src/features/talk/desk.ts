import type { Answer } from "../../platform/api.ts";
import type { Outbox } from "../../platform/outbox.ts";
import type { Store } from "../../platform/store.ts";
import type { Finding, Id, Problem, Settings } from "../../platform/wire.ts";
import type { TalkActions } from "./actions.ts";
import type { Drafts } from "./drafts.ts";
import type { TalkState } from "./state.ts";

/** What the organisation's guideline lets happen to a text that is sent. */
export type Verdict =
  | { kind: "send" }
  | { kind: "stop"; findings: Finding[] }
  | { kind: "confirm"; findings: Finding[]; acknowledgement: string };

/** Looks at the draft of a room while it is written. */
export interface DraftCheck {
  /** What is to be shown beside the text. */
  hint: Store<Finding | undefined>;
  typed: (text: string) => void;
  /** A conversion is open, until `typed`. */
  converting: () => void;
  /** Nobody writes any more. */
  rest: () => void;
  /** As far as is known at this moment; the server decides. */
  verdict: (text: string) => Verdict;
  /** For this draft. */
  putAway: (clause: string) => void;
  takeOut: (clause: string) => void;
  /** For good. */
  silence: (clause: string) => void;
  unsilence: (clause: string) => void;
}

/** Everything the talk screens work with. `app` builds it once per sign-in. */
export interface Desk {
  me: Id;
  talk: Store<TalkState>;
  actions: TalkActions;
  outbox: Outbox;
  drafts: Drafts;
  check: (room: Id) => DraftCheck;
  /** Asks the server what may happen to a text that it hasn't taken. */
  checkNow: (room: Id, text: string) => Promise<Answer<Verdict>>;
  /** A room that rings for nothing. */
  isQuiet: (room: Id) => boolean;
  setQuiet: (room: Id, quiet: boolean) => Promise<Problem | undefined>;
  /** Shows a room, or the list. */
  show: (room: Id | undefined) => void;
  /** What Enter does on this person's keyboard, and how that is changed. */
  enterKey: () => Settings["enter_key"];
  chooseEnterKey: (mode: "newline" | "send") => void;
}
