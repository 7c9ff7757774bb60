import { expect, test } from "vitest";
import type { Parcel } from "../../platform/outbox.ts";
import type { Mark, Message } from "../../platform/wire.ts";
import { buildRows, keepRows, readCounter, unreadCount, type Row } from "./rows.ts";
import type { RoomState } from "./state.ts";

const noon = Date.UTC(2026, 10, 22, 3, 0);
const minute = 60_000;

const message = (seq: number, author: string, at: number): Message => ({
  room: "9",
  seq,
  version: seq,
  author,
  body: `m${seq}`,
  client_key: `k${seq}`,
  posted_at: at,
});
function room(messages: Message[], marks: Mark[] = []): RoomState {
  return {
    room: {
      id: "9",
      kind: "group",
      name: "課",
      members: ["1", "2", "3"],
      master: "1",
      created_at: 0,
      last_seq: messages.at(-1)?.seq ?? 0,
      read_seq: 0,
      unread: 0,
    },
    messages,
    marks: new Map(marks.map((mark) => [mark.person, mark])),
  };
}
const parcel = (key: string, extra: Partial<Parcel> = {}): Parcel => ({
  key,
  lane: "9",
  body: "p",
  writtenAt: noon,
  state: "sending",
  ...extra,
});
const shape = (rows: Row[]) =>
  rows.map((row) =>
    row.kind === "message" ? `${row.message.body}${row.first ? "*" : ""}` : row.kind,
  );

test("GivenARunOfOneAuthor_WhenShown_ThenOnlyTheFirstHasTheName", () => {
  const rows = buildRows(
    room([
      message(1, "2", noon),
      message(2, "2", noon + minute),
      message(3, "3", noon + minute),
      message(4, "3", noon + 7 * minute),
    ]),
    "1",
    [],
    undefined,
  );
  expect(shape(rows)).toEqual(["day", "m1*", "m2", "m3*", "m4*"]);
});

test("GivenMidnightInJapan_WhenShown_ThenANewDayBegins", () => {
  const midnight = Date.UTC(2026, 10, 22, 15, 0);
  const rows = buildRows(
    room([message(1, "2", midnight - 1000), message(2, "2", midnight)]),
    "1",
    [],
    undefined,
  );
  expect(shape(rows)).toEqual(["day", "m1*", "day", "m2*"]);
});

test("GivenUnreadMessages_WhenShown_ThenTheDividerStandsBeforeTheFirst", () => {
  const all = [1, 2, 3].map((n) => message(n, "2", noon + n));
  const rows = buildRows(room(all), "1", [], { after: 1, count: 2 });
  expect(shape(rows)).toEqual(["day", "m1*", "unread", "m2*", "m3"]);
});

test("GivenMyOwnWordFirst_WhenUnreadFollow_ThenTheDividerStandsAfterIt", () => {
  const all = [message(1, "1", noon), message(2, "2", noon + 1)];
  const rows = buildRows(room(all), "1", [], { after: 0, count: 1 });
  expect(shape(rows)).toEqual(["day", "m1*", "unread", "m2*"]);
});

test("GivenParcels_WhenTheirMessageHasCome_ThenEachIsShownOnce", () => {
  const rows = buildRows(
    room([message(1, "1", noon)]),
    "1",
    [parcel("k1"), parcel("k2"), parcel("k3", { lane: "8" }), parcel("k4", { place: 1 })],
    undefined,
  );
  expect(shape(rows)).toEqual(["day", "m1*", "pending"]);
});

test("GivenAParcel_WhenItsMessageArrives_ThenTheRowKeepsItsKey", () => {
  const before = buildRows(room([]), "1", [parcel("k1")], undefined);
  const after = buildRows(room([message(1, "1", noon)]), "1", [parcel("k1")], undefined);
  expect(after.map((r) => r.key)).toContain(before[0]?.key);
});

test("GivenRowsThatAreShown_WhenAMessageComesAndAnotherChanges_ThenAllOthersAreTheSameObjects", () => {
  const [one, two] = [message(1, "2", noon), message(2, "2", noon + 1)];
  const waiting = parcel("k9");
  const before = buildRows(room([one, two]), "1", [waiting], { after: 0, count: 2 });
  const changed = { ...two, version: 9, body: "anders" };
  const built = buildRows(room([one, changed, message(3, "3", noon + 2)]), "1", [waiting], {
    after: 0,
    count: 2,
  });
  const rows = keepRows(before, built);
  expect(rows).toEqual(built);
  expect(rows.map((row) => before.includes(row))).toEqual([true, true, true, false, false, true]);
});

test("GivenARowWhoseRunIsBroken_WhenABeginningIsLoaded_ThenItIsDrawnAnew", () => {
  const [one, two] = [message(1, "2", noon), message(2, "2", noon + 1)];
  const before = buildRows(room([two]), "1", [], undefined);
  const rows = keepRows(before, buildRows(room([one, two]), "1", [], undefined));
  expect(shape(rows)).toEqual(["day", "m1*", "m2"]);
});

test("GivenMarks_WhenReadersAreCounted_ThenTheAuthorAndFormerMembersAreNot", () => {
  const marks = [
    { person: "1", seq: 3 },
    { person: "2", seq: 2 },
    { person: "7", seq: 9 },
  ];
  const all = [1, 2, 3].map((n) => message(n, "1", noon + n));
  const count = readCounter(room(all, marks));
  expect(all.map(count)).toEqual([1, 1, 0]);
  expect(count(message(2, "2", noon))).toBe(1);
  expect(count(message(2, "3", noon))).toBe(2);
});

test("GivenANewcomer_WhenReadersAreCounted_ThenOnlyForWhatCameAfterwards", () => {
  const marks = [
    { person: "1", seq: 4 },
    { person: "2", seq: 3, joined_seq: 2 },
    { person: "3", seq: 2, joined_seq: 2 },
  ];
  const all = [1, 2, 3, 4].map((n) => message(n, "1", noon + n));
  const count = readCounter(room(all, marks));
  expect(all.map(count)).toEqual([0, 0, 1, 0]);
  expect(count(message(3, "2", noon))).toBe(1);
  expect(count(message(2, "2", noon))).toBe(1);
});

test("GivenAMessage_WhenThoseWhoHaveNotReadAreCounted_ThenWithoutTheAuthorNewcomersAndFormerMembers", () => {
  const marks = [
    { person: "1", seq: 0 },
    { person: "2", seq: 2 },
    { person: "7", seq: 0 },
  ];
  const all = [1, 2, 3].map((n) => message(n, "1", noon + n));
  expect(all.map((one) => unreadCount(room(all, marks), one))).toEqual([1, 1, 2]);
  const newcomer = [...marks, { person: "3", seq: 2, joined_seq: 2 }];
  expect(all.map((one) => unreadCount(room(all, newcomer), one))).toEqual([0, 0, 2]);
});
