import type { Outbox } from "../../platform/outbox.ts";
import type { Store } from "../../platform/store.ts";
import type { Id, Settings } from "../../platform/wire.ts";
import type { TalkActions } from "./actions.ts";
import type { Drafts } from "./drafts.ts";
import type { TalkState } from "./state.ts";

/** Everything the talk screens work with. `app` builds it once per sign-in. */
export interface Desk {
  me: Id;
  talk: Store<TalkState>;
  actions: TalkActions;
  outbox: Outbox;
  drafts: Drafts;
  /** Shows a room, or the list. */
  show: (room: Id | undefined) => void;
  /** What Enter does on this person's keyboard, and how that is changed. */
  enterKey: () => Settings["enter_key"];
  chooseEnterKey: (mode: "newline" | "send") => void;
}
