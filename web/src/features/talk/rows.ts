import type { Parcel } from "../../platform/outbox.ts";
import { dayNumber } from "../../platform/time/jst.ts";
import type { Id, Message } from "../../platform/wire.ts";
import type { RoomState } from "./state.ts";

/** What stands in a room from top to bottom. */
export type Row =
  | { kind: "day"; key: string; at: number }
  | { kind: "unread"; key: string; count: number }
  | { kind: "message"; key: string; message: Message; mine: boolean; first: boolean }
  | { kind: "pending"; key: string; parcel: Parcel };

/** Where the unread part began when the room was opened; stays until it is left. */
export interface Divider {
  after: number;
  count: number;
}

/** A run of one author is broken after this long. */
const run_ms = 5 * 60 * 1000;

/** The same key while a message is on its way and after it has arrived, so that its row stays. */
const rowKey = (author: Id, clientKey: string): string => `${author}:${clientKey}`;

function continues(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.author === message.author &&
    message.posted_at - before.posted_at < run_ms &&
    dayNumber(before.posted_at) === dayNumber(message.posted_at)
  );
}

export function buildRows(
  room: RoomState,
  me: Id,
  parcels: readonly Parcel[],
  divider: Divider | undefined,
): Row[] {
  const rows: Row[] = [];
  let before: Message | undefined;
  let divided = false;
  for (const message of room.messages) {
    if (!before || dayNumber(before.posted_at) !== dayNumber(message.posted_at)) {
      rows.push({
        kind: "day",
        key: `day:${dayNumber(message.posted_at)}:${message.seq}`,
        at: message.posted_at,
      });
    }
    // What I wrote myself was never unread.
    const unread = divider !== undefined && message.seq > divider.after && message.author !== me;
    const divides = unread && !divided;
    if (divides) {
      rows.push({ kind: "unread", key: "unread", count: divider.count });
      divided = true;
    }
    rows.push({
      kind: "message",
      key: rowKey(message.author, message.client_key),
      message,
      mine: message.author === me,
      first: divides || !continues(before, message),
    });
    before = message;
  }
  for (const parcel of stillPending(room, parcels)) {
    rows.push({ kind: "pending", key: rowKey(me, parcel.key), parcel });
  }
  return rows;
}

/** A row that says what it said before is the one from before: nothing of it has to be drawn or watched anew. */
export function keepRows(before: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(before.map((row) => [row.key, row]));
  return now.map((row) => {
    const old = byKey.get(row.key);
    return old && saysTheSame(old, row) ? old : row;
  });
}

function saysTheSame(a: Row, b: Row): boolean {
  if (a.kind === "message") {
    return (
      b.kind === "message" && a.message === b.message && a.mine === b.mine && a.first === b.first
    );
  }
  if (a.kind === "pending") return b.kind === "pending" && a.parcel === b.parcel;
  if (a.kind === "unread") return b.kind === "unread" && a.count === b.count;
  return b.kind === "day" && a.at === b.at;
}

/** Parcels of this room whose message isn't here yet. */
export function stillPending(room: RoomState, parcels: readonly Parcel[]): Parcel[] {
  const mine = parcels.filter((p) => p.lane === room.room.id);
  if (mine.length === 0) return mine;
  const arrived = new Set(room.messages.map((m) => m.client_key));
  return mine.filter((p) => !arrived.has(p.key) && !((p.place ?? Infinity) <= room.room.last_seq));
}

/** How many of `sorted` are `bound` or more. */
function reaching(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}

/**
 * How many have read a message: members but its author whose mark has reached it, and who were there
 * when it was posted. The readers sheet lists the same people.
 */
export function readCounter(room: RoomState): (message: Message) => number {
  const members = new Set(room.room.members);
  const marks = [...room.marks.values()].filter((mark) => members.has(mark.person));
  const ascending = (places: number[]) => places.sort((a, b) => a - b);
  const read = ascending(marks.map((mark) => mark.seq));
  const joined = ascending(marks.map((mark) => mark.joined_seq ?? 0));
  return ({ seq, author }) => {
    const own = members.has(author) ? room.marks.get(author) : undefined;
    const own_counted = own && own.seq >= seq && (own.joined_seq ?? 0) < seq;
    return reaching(read, seq) - reaching(joined, seq) - (own_counted ? 1 : 0);
  };
}

/**
 * How many of those whom a message concerns haven't read it; a newcomer's mark begins past it, and
 * nobody waits for `away`.
 */
export function unreadCount(
  { room, marks }: RoomState,
  { seq, author }: Message,
  away: readonly Id[] = [],
): number {
  return room.members.filter(
    (id) => id !== author && !away.includes(id) && (marks.get(id)?.seq ?? 0) < seq,
  ).length;
}
