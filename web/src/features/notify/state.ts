import type { Id, Notice, Notices } from "../../platform/wire.ts";

/** What waited for me, and whether I may be rung; nothing before the first answer. */
export interface NotifyState {
  notices: Notices | undefined;
}

export const emptyNotify: NotifyState = { notices: undefined };

export const noticesStream = (person: Id): string => `notices:${person}`;

/** What somebody may not want to be rung for; or a place. */
export const talk = "talk";
export const digest = "digest";

const room_prefix = "room:";
export const placeOf = (room: Id): string => room_prefix + room;
export const isRoom = (place: string): boolean => place.startsWith(room_prefix);
export const roomOf = (place: string): Id => place.slice(room_prefix.length);

export const isQuiet = ({ notices }: NotifyState, what: string): boolean =>
  notices?.quiet.includes(what) ?? false;

/** The rooms that ring for nothing, in the order of their ids. */
export const quietRooms = ({ notices }: NotifyState): Id[] =>
  (notices?.quiet ?? []).filter(isRoom).map(roomOf);

export function withQuiet(state: NotifyState, what: string, quiet: boolean): NotifyState {
  const { notices } = state;
  if (!notices || isQuiet(state, what) === quiet) return state;
  const rest = notices.quiet.filter((other) => other !== what);
  return { notices: { ...notices, quiet: quiet ? [...rest, what].sort() : rest } };
}

/** I have looked at the notices up to this one; it never goes back. */
export function withSeen({ notices }: NotifyState, up_to: number): NotifyState {
  if (!notices) return { notices };
  return { notices: { ...notices, seen: Math.max(notices.seen, up_to) } };
}

export const newest = ({ notices }: NotifyState): number => notices?.notices[0]?.id ?? 0;

export const unseen = ({ notices }: NotifyState): number =>
  notices?.notices.filter((notice) => notice.id > notices.seen).length ?? 0;

/** The server counts no further, in each place. */
const most_counted = 100;

export interface Sum {
  messages: number;
  /** There may be more of them. */
  atLeast: boolean;
  places: number;
}

export function sumOf({ waiting }: Notice): Sum {
  return {
    messages: waiting.reduce((sum, { messages }) => sum + messages, 0),
    atLeast: waiting.some(({ messages }) => messages >= most_counted),
    places: waiting.length,
  };
}
