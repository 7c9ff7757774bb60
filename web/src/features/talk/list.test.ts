import { expect, test } from "vitest";
import type { Mark, Person, Room } from "../../platform/wire.ts";
import { directRoom, passesFilter, roomName, sortRooms } from "./list.ts";

const room = (id: string, extra: Partial<Room> = {}): Room => ({
  id,
  kind: "group",
  name: `room ${id}`,
  members: ["1", "2"],
  master: "1",
  created_at: 0,
  last_seq: 0,
  read_seq: 0,
  unread: 0,
  ...extra,
});
const state = (r: Room) => ({ room: r, messages: [], marks: new Map<string, Mark>() });
const word = (at: number) => ({
  last: {
    room: "1",
    seq: 1,
    version: 1,
    author: "2",
    body: "",
    client_key: "",
    posted_at: at,
  },
});

test("GivenRooms_WhenSorted_ThenTheNewestWordOrRoomComesFirst", () => {
  const rooms = [
    state(room("1", word(10))),
    state(room("2", { created_at: 30 })),
    state(room("3", word(20))),
  ];
  expect(sortRooms(rooms).map((r) => r.room.id)).toEqual(["2", "3", "1"]);
});

test("GivenTheUnreadFilter_WhenTheOpenRoomIsRead_ThenItStays", () => {
  expect(passesFilter(room("1"), "unread", "1")).toBe(true);
  expect(passesFilter(room("1"), "unread", "2")).toBe(false);
  expect(passesFilter(room("1", { unread: 1 }), "unread", undefined)).toBe(true);
});

test("GivenADirectRoom_WhenNamed_ThenItBearsTheOtherName", () => {
  const direct = room("1", { kind: "direct", name: "" });
  const people = new Map([["2", { name: "佐藤 花子" } as Person]]);
  expect(roomName(direct, "1", people, "?")).toBe("佐藤 花子");
  expect(roomName(direct, "1", new Map(), "?")).toBe("?");
  expect(roomName(room("5"), "1", people, "?")).toBe("room 5");
});

test("GivenRooms_WhenTheOneWithSomebodyIsLookedFor_ThenItIsTheDirectOne", () => {
  const rooms = [
    state(room("7")),
    state(room("8", { kind: "direct", members: ["1", "3"] })),
    state(room("9", { kind: "direct", members: ["2", "1"] })),
  ];
  expect(directRoom(rooms, "1", "2")).toBe("9");
  expect(directRoom(rooms, "1", "4")).toBeUndefined();
});
