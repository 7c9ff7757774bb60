import type { Id, LiveEvent, Mark, Message, Room, StreamState } from "../../platform/wire.ts";

/** A room as this client knows it. */
export interface RoomState {
  room: Room;
  /** A window of the history without holes, oldest first. Its end may lie before `room.last_seq`. */
  messages: readonly Message[];
  /** How far each member has read. */
  marks: ReadonlyMap<Id, Mark>;
}

export interface TalkState {
  me: Id;
  rooms: ReadonlyMap<Id, RoomState>;
}

export const emptyTalk = (me: Id): TalkState => ({ me, rooms: new Map() });

/** A window never holds more; the far end is dropped, and loaded again when somebody goes there. */
export const window_size = 400;

/** Each room has two streams: what is said in it, and how far it has been read. */
const room_prefix = "room:";
const marks_prefix = "marks:";

export const isTalkStream = (stream: string): boolean =>
  stream.startsWith(room_prefix) || stream.startsWith(marks_prefix);
const roomOf = (stream: string): Id => stream.slice(stream.indexOf(":") + 1);

export const firstSeq = (room: RoomState): number | undefined => room.messages[0]?.seq;
export const lastSeq = (room: RoomState): number | undefined => room.messages.at(-1)?.seq;
/** Does the window begin where the room begins? */
export function isAtStart(room: RoomState): boolean {
  const { from_seq = 1, last_seq } = room.room;
  return last_seq < from_seq || (firstSeq(room) ?? Infinity) <= from_seq;
}
/** Does the window reach the newest message? */
export const isAtEnd = (room: RoomState): boolean =>
  (lastSeq(room) ?? (room.room.from_seq ?? 1) - 1) >= room.room.last_seq;

function update(state: TalkState, id: Id, change: (room: RoomState) => RoomState): TalkState {
  const now = state.rooms.get(id);
  if (!now) return state;
  const next = change(now);
  return next === now ? state : { ...state, rooms: new Map(state.rooms).set(id, next) };
}

/**
 * Joins messages to the window where they touch or overlap it; what would leave a hole is left out.
 * Of a message that is there already, the higher version stays.
 */
export function join(have: readonly Message[], more: readonly Message[]): readonly Message[] {
  if (have.length === 0) return more;
  const bySeq = new Map(have.map((m) => [m.seq, m]));
  for (const message of more) {
    const now = bySeq.get(message.seq);
    if (!now || now.version < message.version) bySeq.set(message.seq, message);
  }
  let from = have[0]?.seq ?? 0;
  while (bySeq.has(from - 1)) from--;
  const joined: Message[] = [];
  for (let seq = from; ; seq++) {
    const message = bySeq.get(seq);
    if (!message) return joined;
    joined.push(message);
  }
}

/** The further of two marks of one person. Who comes back begins anew, further on than before. */
function furtherMark(have: Mark | undefined, mark: Mark): Mark {
  if (!have) return mark;
  const joined_seq = Math.max(have.joined_seq ?? 0, mark.joined_seq ?? 0);
  if (have.seq >= mark.seq && joined_seq === (have.joined_seq ?? 0)) return have;
  const { person } = mark;
  const seq = Math.max(have.seq, mark.seq);
  return joined_seq > 0 ? { person, seq, joined_seq } : { person, seq };
}

function mergeMarks(have: ReadonlyMap<Id, Mark>, marks: readonly Mark[]): ReadonlyMap<Id, Mark> {
  const merged = new Map(have);
  let moved = false;
  for (const mark of marks) {
    const now = merged.get(mark.person);
    const next = furtherMark(now, mark);
    moved ||= next !== now;
    merged.set(mark.person, next);
  }
  return moved ? merged : have;
}

/** Exact where the window covers the unread part, else as good a bound as can be had. */
function countUnread(me: Id, { room, messages }: RoomState, bound: number): number {
  if (room.read_seq >= room.last_seq) return 0;
  const covered = (messages[0]?.seq ?? Infinity) <= room.read_seq + 1;
  const reachesEnd = (messages.at(-1)?.seq ?? 0) >= room.last_seq;
  if (!covered || !reachesEnd) return Math.min(bound, room.last_seq - room.read_seq);
  return messages.filter((m) => m.seq > room.read_seq && m.author !== me).length;
}

function withMarks(me: Id, state: RoomState, marks: readonly Mark[]): RoomState {
  const merged = mergeMarks(state.marks, marks);
  if (merged === state.marks) return state;
  const read_seq = Math.max(state.room.read_seq, merged.get(me)?.seq ?? 0);
  const next = { ...state, marks: merged, room: { ...state.room, read_seq } };
  return { ...next, room: { ...next.room, unread: countUnread(me, next, state.room.unread) } };
}

function withMessages(me: Id, state: RoomState, messages: readonly Message[]): RoomState {
  const newest = messages.at(-1);
  if (!newest) return state;
  const { room } = state;
  const arrived = messages.filter((m) => m.seq > room.last_seq && m.author !== me).length;
  const further = newest.seq > room.last_seq;
  const next: RoomState = {
    ...state,
    room: further ? { ...room, last_seq: newest.seq, last: newest } : room,
    // A window that ends before the newest message isn't joined to it: there would be a hole.
    messages: isAtEnd(state) ? join(state.messages, messages) : refresh(state.messages, messages),
  };
  return { ...next, room: { ...next.room, unread: countUnread(me, next, room.unread + arrived) } };
}

/** Newer versions of messages that are in the window; no others. */
function refresh(have: readonly Message[], more: readonly Message[]): readonly Message[] {
  const bySeq = new Map(more.map((m) => [m.seq, m]));
  return have.map((m) => {
    const other = bySeq.get(m.seq);
    return other && other.version > m.version ? other : m;
  });
}

const no_marks: ReadonlyMap<Id, Mark> = new Map();

/** What /sync says of a stream: a snapshot replaces, the rest is merged. Pure, safe to apply twice. */
export function applyStream(state: TalkState, change: StreamState): TalkState {
  const { me } = state;
  const { stream, room, messages = [], marks = [] } = change;
  const id = roomOf(stream);
  if (stream.startsWith(marks_prefix)) {
    return update(state, id, (now) => withMarks(me, { ...now, marks: no_marks }, marks));
  }
  const have = state.rooms.get(id);
  if (change.snapshot || !have) {
    if (!room) return state;
    // Marks past its end are of a server that was set back to a backup.
    const known = [...(have?.marks.values() ?? [])].filter((mark) => mark.seq <= room.last_seq);
    const next = withMarks(me, { room, messages, marks: no_marks }, known);
    return { ...state, rooms: new Map(state.rooms).set(id, next) };
  }
  const merged = withMessages(me, have, messages);
  const next = room ? seenFrom({ ...merged, room: mergeRoom(merged.room, room) }) : merged;
  return { ...state, rooms: new Map(state.rooms).set(id, next) };
}

/** Who left and came back may see less than before. */
function seenFrom(state: RoomState): RoomState {
  const { from_seq = 1 } = state.room;
  if ((firstSeq(state) ?? from_seq) >= from_seq) return state;
  return { ...state, messages: state.messages.filter(({ seq }) => seq >= from_seq) };
}

/** Events may have overtaken the reply: places and marks never go back. */
function mergeRoom(have: Room, room: Room): Room {
  if (have.last_seq > room.last_seq) {
    const { last_seq, unread } = have;
    const last = have.last ? { last: have.last } : {};
    return { ...room, ...last, last_seq, unread, read_seq: Math.max(have.read_seq, room.read_seq) };
  }
  return have.read_seq > room.read_seq
    ? { ...room, read_seq: have.read_seq, unread: have.unread }
    : room;
}

/** Pure, and safe to apply twice: events may come again after a reconnect. */
export function apply(state: TalkState, event: LiveEvent): TalkState {
  switch (event.type) {
    case "talk.message_posted":
      return update(state, event.message.room, (r) => withMessages(state.me, r, [event.message]));
    case "talk.marks":
      return update(state, roomOf(event.stream), (r) => withMarks(state.me, r, event.marks));
    default:
      return state;
  }
}

/** Rooms whose stream isn't visible any more are dropped. */
export function keepOnly(state: TalkState, visible: ReadonlySet<string>): TalkState {
  const rooms = [...state.rooms].filter(([id]) => visible.has(room_prefix + id));
  return rooms.length === state.rooms.size ? state : { ...state, rooms: new Map(rooms) };
}

/** A page of history that was loaded; the window stays within its size at the other end. */
export function addPage(
  state: TalkState,
  id: Id,
  page: readonly Message[],
  side: "before" | "after",
): TalkState {
  return update(state, id, (room) => {
    const messages = join(room.messages, page);
    if (messages.length === room.messages.length) return room;
    const cut = side === "before" ? messages.slice(0, window_size) : messages.slice(-window_size);
    return { ...room, messages: cut };
  });
}

/** The window is moved to this page, wherever it is. */
export function showPage(state: TalkState, id: Id, page: readonly Message[]): TalkState {
  return update(state, id, (room) => withMessages(state.me, { ...room, messages: page }, page));
}

/** I have read up to `seq`, and the server has kept it. */
export function markRead(state: TalkState, id: Id, seq: number): TalkState {
  return update(state, id, (room) => withMarks(state.me, room, [{ person: state.me, seq }]));
}

/** A room I have just opened, before its stream arrives. */
export function addRoom(state: TalkState, room: Room): TalkState {
  if (state.rooms.has(room.id)) return state;
  return {
    ...state,
    rooms: new Map(state.rooms).set(room.id, { room, messages: [], marks: no_marks }),
  };
}
