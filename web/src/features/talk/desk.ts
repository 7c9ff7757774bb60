import type { Answer } from "../../platform/api.ts";
import type { Outbox } from "../../platform/outbox.ts";
import type { Store } from "../../platform/store.ts";
import type { DraftKind, Finding, Id, Instant, Problem, Settings } from "../../platform/wire.ts";
import type { TalkActions } from "./actions.ts";
import type { Drafts } from "./drafts.ts";
import type { GroupActions, GroupsState } from "./groups.ts";
import type { LaterState } from "./later.ts";
import type { LaterActions } from "./later_actions.ts";
import type { Openings } from "./later_times.ts";
import type { ReportActions, ReportsState } from "./reports.ts";
import type { ReviewActions, ReviewsState } from "./reviews.ts";
import type { TalkState } from "./state.ts";

/** What the organisation's guideline lets happen to a text that is sent. */
export type Verdict =
  | { kind: "send" }
  | { kind: "stop"; findings: Finding[] }
  | { kind: "confirm"; findings: Finding[]; acknowledgement: string };

/** It isn't about the words: who would get them can't be rung now (clause B3). */
export const isAboutHours = ({ clause, measure }: Finding): boolean =>
  clause === "B3" && measure === "note";

/** Other ways than sending what is being written now; for what stands above the field. */
export interface OtherWays {
  /** There is something to send. */
  ready: boolean;
  later: (at: Instant) => void;
  /** Absent where it isn't this person's to choose. */
  urgent: (() => void) | undefined;
}

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
  later: Store<LaterState>;
  laterActions: LaterActions;
  /** When a message to these people may be worth sending; nothing is known of it for long. */
  openings: (people: Id[]) => Promise<Openings>;
  /** May send so that it rings at once. */
  mayBeUrgent: () => boolean;
  check: (room: Id) => DraftCheck;
  reports: Store<ReportsState>;
  reportActions: ReportActions;
  reviews: Store<ReviewsState>;
  reviewActions: ReviewActions;
  /** Clause B8 is on. */
  mayReport: () => boolean;
  /** Asks the server what may happen to a text that it hasn't taken. */
  checkNow: (room: Id, text: string, kind: DraftKind) => Promise<Answer<Verdict>>;
  groups: Store<GroupsState>;
  groupActions: GroupActions;
  /** Looks at what a group is to be called (clause 6.2). */
  checkName: () => DraftCheck;
  /** A room that rings for nothing. */
  isQuiet: (room: Id) => boolean;
  setQuiet: (room: Id, quiet: boolean) => Promise<Problem | undefined>;
  /** Shows a room, or the list. */
  show: (room: Id | undefined) => void;
  /** What Enter does on this person's keyboard, and how that is changed. */
  enterKey: () => Settings["enter_key"];
  chooseEnterKey: (mode: "newline" | "send") => void;
}
