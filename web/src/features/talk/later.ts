import type { Id, Instant, LaterMessage } from "../../platform/wire.ts";

/** My messages that are to be sent later. */
export interface LaterState {
  /** The server has answered. */
  known: boolean;
  later: readonly LaterMessage[];
  /** Whether these were taken back isn't known: the answer was lost. They stay on the screen. */
  doubtful: ReadonlyMap<Id, LaterMessage>;
}

export const emptyLater: LaterState = { known: false, later: [], doubtful: new Map() };

export const laterStream = (person: Id): string => `later:${person}`;

/** What couldn't be sent first, then the next. */
function inOrder(later: readonly LaterMessage[]): LaterMessage[] {
  const failedFirst = (one: LaterMessage) => (one.failed === undefined ? 1 : 0);
  return [...later].sort((a, b) => failedFirst(a) - failedFirst(b) || a.due_at - b.due_at);
}

/** The server's list replaces what is known. */
export function fetched({ doubtful }: LaterState, list: readonly LaterMessage[]): LaterState {
  const there = new Set(list.map(({ id }) => id));
  const lost = [...doubtful.values()].filter(({ id }) => !there.has(id));
  return { known: true, later: inOrder([...list, ...lost]), doubtful };
}

export function kept(state: LaterState, one: LaterMessage): LaterState {
  const others = state.later.filter(({ id }) => id !== one.id);
  return { ...state, later: inOrder([...others, one]) };
}

export function without(state: LaterState, gone: Id): LaterState {
  const doubtful = new Map(state.doubtful);
  doubtful.delete(gone);
  return { ...state, later: state.later.filter(({ id }) => id !== gone), doubtful };
}

export function doubted(state: LaterState, one: LaterMessage): LaterState {
  return { ...state, doubtful: new Map(state.doubtful).set(one.id, one) };
}

export const ofRoom = ({ later }: LaterState, room: Id): LaterMessage[] =>
  later.filter((one) => one.room === room);

export const failures = (later: readonly LaterMessage[]): number =>
  later.filter(({ failed }) => failed !== undefined).length;

/** It can't have been sent, so if it isn't there any more, it was taken back. */
export const isUnsent = ({ failed, due_at }: LaterMessage, now: Instant): boolean =>
  failed !== undefined || now < due_at;

/** A text that comes back stands before what has been begun meanwhile. */
export const joined = (body: string, begun: string): string =>
  begun.trim() === "" ? body : `${body}\n${begun}`;

/** Those that are sent and those that aren't any more, where each of them stood. */
export function withStopped(
  later: readonly LaterMessage[],
  stopped: readonly LaterMessage[],
): { one: LaterMessage; gone: boolean }[] {
  const ids = new Set(stopped.map(({ id }) => id));
  const all = [...later.filter(({ id }) => !ids.has(id)), ...stopped];
  return inOrder(all).map((one) => ({ one, gone: ids.has(one.id) }));
}
