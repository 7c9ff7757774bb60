import type { Id, MessagePosted, Notice, Notices } from "../../platform/wire.ts";
import { digest, placeOf, talk } from "./state.ts";

/** How somebody is called: not at all, by a line within the app, by the browser. */
export type Ring = "nothing" | "line" | "browser";

/** What decides it. */
export interface Around {
  me: Id;
  /** Before the first answer nobody knows whether it may ring, so nothing does. */
  notices: Notices | undefined;
  now: number;
  /** What is on the screen: "room:12", "notices". */
  shown: string | undefined;
  /** Somebody looks at this window. */
  focused: boolean;
  /** The browser may show notifications, and the person wants them on this device. */
  browser: boolean;
}

/** What was known of the operating time holds only until it changes. */
export function mayRing(notices: Notices | undefined, now: number): notices is Notices {
  if (!notices?.rings) return false;
  return notices.changes_at === undefined || now < notices.changes_at;
}

function by({ focused, browser }: Around): Ring {
  if (focused) return "line";
  return browser ? "browser" : "nothing";
}

/** Clause B3: a message that has just come. It is there whatever this says. */
export function ringFor({ message }: MessagePosted, around: Around): Ring {
  const { me, notices, now, shown, focused } = around;
  const place = placeOf(message.room);
  if (message.author === me) return "nothing";
  if (message.urgent !== undefined) return ringForUrgent(place, around);
  if (!mayRing(notices, now)) return "nothing";
  if (notices.quiet.includes(talk) || notices.quiet.includes(place)) return "nothing";
  return focused && shown === place ? "nothing" : by(around);
}

/** Outside the operating time too, and in spite of what is quiet. The line stays until it is seen. */
function ringForUrgent(place: string, around: Around): Ring {
  const { shown, focused, browser } = around;
  if (focused && shown === place) return "nothing";
  return browser && !focused ? "browser" : "line";
}

/** The newest notice, if it is still to be told here. */
export function toTell(notices: Notices | undefined, told: number): Notice | undefined {
  const notice = notices?.notices[0];
  return notices && notice && notice.id > Math.max(notices.seen, told) ? notice : undefined;
}

/** What came outside the operating time is told once. */
export function ringForDigest(around: Around): Ring {
  const { notices, now, shown, focused } = around;
  if (!mayRing(notices, now) || notices.quiet.includes(digest)) return "nothing";
  return focused && shown === "notices" ? "nothing" : by(around);
}
