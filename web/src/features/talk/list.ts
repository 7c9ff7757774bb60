import type { Id, Person, Room } from "../../platform/wire.ts";
import type { RoomState } from "./state.ts";

export type RoomFilter = "all" | "unread" | "group" | "direct";
export const roomFilters: readonly RoomFilter[] = ["all", "unread", "group", "direct"];

/** Who can be looked up by id. */
export type People = ReadonlyMap<Id, Person>;

const lastWord = (room: Room): number => room.last?.posted_at ?? room.created_at;

/** My rooms, the newest word first. */
export function sortRooms(rooms: Iterable<RoomState>): RoomState[] {
  return [...rooms].sort(
    (a, b) => lastWord(b.room) - lastWord(a.room) || (a.room.id < b.room.id ? 1 : -1),
  );
}

/** The room that is open stays in the unread filter, or it would vanish under the reader's hand. */
export function passesFilter(room: Room, filter: RoomFilter, open: Id | undefined): boolean {
  switch (filter) {
    case "all":
      return true;
    case "unread":
      return room.unread > 0 || room.id === open;
    case "group":
      return room.kind === "group";
    case "direct":
      return room.kind === "direct";
  }
}

/** The other one in a direct room. */
export function partner(room: Room, me: Id): Id | undefined {
  return room.kind === "direct" ? room.members.find((id) => id !== me) : undefined;
}

/** The room that I have with somebody alone. */
export function directRoom(rooms: Iterable<RoomState>, me: Id, other: Id): Id | undefined {
  for (const { room } of rooms) if (partner(room, me) === other) return room.id;
  return undefined;
}

export function roomName(room: Room, me: Id, people: People, unknown: string): string {
  if (room.kind === "group") return room.name;
  const other = partner(room, me);
  return (other && people.get(other)?.name) || unknown;
}

export function unreadTotal(rooms: Iterable<RoomState>): number {
  let n = 0;
  for (const { room } of rooms) n += room.unread;
  return n;
}
