import {
  applyStream as applyAccess,
  personStream,
  type AccessState,
} from "../features/access/state.ts";
import {
  applyStream as applyContacts,
  isContactsStream,
  type ContactsState,
} from "../features/contacts/state.ts";
import {
  applyStream as applyDirectory,
  directory_stream,
  type DirectoryState,
} from "../features/directory/state.ts";
import type { HoursActions } from "../features/hours/actions.ts";
import type { PlaceActions } from "../features/hours/place_actions.ts";
import { hours_stream } from "../features/hours/state.ts";
import type { NotifyActions } from "../features/notify/actions.ts";
import { noticesStream } from "../features/notify/state.ts";
import type { PolicyActions } from "../features/policy/actions.ts";
import { policy_stream } from "../features/policy/state.ts";
import type { TalkActions } from "../features/talk/actions.ts";
import { groups_stream, type GroupActions } from "../features/talk/groups.ts";
import { laterStream } from "../features/talk/later.ts";
import type { LaterActions } from "../features/talk/later_actions.ts";
import { reviewsStream, type ReviewActions } from "../features/talk/reviews.ts";
import {
  apply,
  applyStream as applyTalk,
  isTalkStream,
  keepOnly,
  type TalkState,
} from "../features/talk/state.ts";
import type { Store } from "../platform/store.ts";
import type { Targets } from "../platform/sync.ts";
import type { StreamState } from "../platform/wire.ts";

/** What asks anew for what a stream only tells of. */
export interface Asking {
  groups: GroupActions;
  hours: HoursActions;
  later: LaterActions;
  notices: NotifyActions;
  places: PlaceActions;
  policy: PolicyActions;
  reviews: ReviewActions;
  talk: TalkActions;
}

interface Needs {
  access: Store<AccessState>;
  directory: Store<DirectoryState>;
  contacts: Store<ContactsState>;
  talk: Store<TalkState>;
  devicesTold: Store<number>;
  /** They are made from the line, and so after this. */
  actions: () => Asking;
}

/** Where each stream goes. */
export function createTargets(needs: Needs): Targets {
  const { access, directory, contacts, talk, devicesTold } = needs;

  function take(state: StreamState): void {
    const actions = needs.actions();
    if (isTalkStream(state.stream)) talk.set((s) => applyTalk(s, state));
    else if (state.stream === directory_stream) directory.set((s) => applyDirectory(s, state));
    else if (isContactsStream(state.stream)) contacts.set((s) => applyContacts(s, state));
    else if (state.stream === hours_stream) {
      void actions.hours.load();
      void actions.places.refresh();
    } else if (state.stream === personStream(talk.get().me)) {
      access.set((s) => applyAccess(s, state));
      devicesTold.set((times) => times + 1);
    }
    if (state.stream === laterStream(talk.get().me)) void actions.later.load();
    if (state.stream === reviewsStream(talk.get().me)) void actions.reviews.load();
    // Whether I may be rung follows from my times, and from clause B3.
    const whatRings = [noticesStream(talk.get().me), hours_stream, policy_stream];
    if (whatRings.includes(state.stream)) void actions.notices.load();
    // What came of my asking is told to me alone.
    if ([groups_stream, noticesStream(talk.get().me)].includes(state.stream)) {
      actions.groups.refresh();
    }
    // Who heads a department is told with the people.
    if (state.stream === policy_stream || state.stream === directory_stream) {
      void actions.policy.load();
    }
    actions.talk.tidy();
  }

  return {
    take,
    keepOnly: (visible) => talk.set((s) => keepOnly(s, visible)),
    hear(event) {
      talk.set((s) => apply(s, event));
      if (event.type === "talk.message_posted") needs.actions().talk.tidy();
    },
  };
}
