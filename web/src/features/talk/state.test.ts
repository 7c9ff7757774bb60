import { describe, expect, test } from "vitest";
import type { LiveEvent, Mark, Message, Room, StreamState } from "../../platform/wire.ts";
import {
  addPage,
  apply,
  applyStream,
  emptyTalk,
  firstSeq,
  isAtEnd,
  isAtStart,
  keepOnly,
  lastSeq,
  markRead,
  showPage,
  window_size,
  type TalkState,
} from "./state.ts";

const me = "1";
const sato = "2";

function message(seq: number, author = sato, version = seq): Message {
  return {
    room: "9",
    seq,
    version,
    author,
    body: `m${seq}`,
    client_key: `key-${seq}`,
    posted_at: seq * 1000,
  };
}
const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

function room(last: number, read: number, unread: number): Room {
  return {
    id: "9",
    kind: "group",
    name: "地域福祉課",
    members: [me, sato, "3"],
    master: sato,
    created_at: 0,
    last_seq: last,
    ...(last > 0 ? { last: message(last) } : {}),
    read_seq: read,
    unread,
  };
}
const snapshot = (r: Room, ms: Message[]): StreamState => ({
  stream: "room:9",
  version: r.last_seq,
  snapshot: true,
  room: r,
  messages: ms,
});
const allMarks = (...all: Mark[]): StreamState => ({
  stream: "marks:9",
  version: 1,
  snapshot: true,
  marks: all,
});
const posted = (m: Message): LiveEvent => ({
  type: "talk.message_posted",
  stream: "room:9",
  version: m.version,
  message: m,
});
const marks = (...all: [string, number][]): LiveEvent => ({
  type: "talk.marks",
  stream: "marks:9",
  version: 1,
  marks: all.map(([person, seq]) => ({ person, seq })),
});
const theRoom = (state: TalkState) => {
  const found = state.rooms.get("9");
  if (!found) throw new Error("no room");
  return found;
};
const start = (last: number, read = last, unread = 0) =>
  applyStream(emptyTalk(me), snapshot(room(last, read, unread), messages(1, last)));

describe("events", () => {
  const events: LiveEvent[] = [
    posted(message(4)),
    marks([sato, 4], [me, 3]),
    posted(message(5, me)),
    posted(message(6)),
    marks([me, 4], ["3", 6]),
  ];

  test("GivenEvents_WhenEachIsAppliedTwice_ThenTheStateIsTheSame", () => {
    for (let n = 1; n <= events.length; n++) {
      const once = events.slice(0, n).reduce(apply, start(3));
      const last = events[n - 1];
      if (last) expect(apply(once, last)).toEqual(once);
    }
  });

  test("GivenTheSnapshotBefore_WhenEventsAreApplied_ThenItEqualsTheSnapshotAfter", () => {
    const after: Room = { ...room(6, 4, 1), last: message(6) };
    const all = [...messages(1, 4), message(5, me), message(6)];
    const expected = [
      snapshot(after, all),
      allMarks({ person: sato, seq: 4 }, { person: me, seq: 4 }, { person: "3", seq: 6 }),
    ].reduce(applyStream, emptyTalk(me));
    const reached = events.reduce(apply, start(3));
    expect(theRoom(reached).room).toEqual(theRoom(expected).room);
    expect(theRoom(reached).messages).toEqual(theRoom(expected).messages);
    expect(new Map([...theRoom(reached).marks].sort())).toEqual(
      new Map([...theRoom(expected).marks].sort()),
    );
  });

  test("GivenAMarkThatWentFurther_WhenAnOlderOneComes_ThenItNeverGoesBack", () => {
    const state = [marks([sato, 3]), marks([sato, 2])].reduce(apply, start(3));
    expect(theRoom(state).marks.get(sato)?.seq).toBe(3);
  });

  test("GivenMyOwnMessage_WhenItArrives_ThenItIsNotUnread", () => {
    expect(theRoom(apply(start(3), posted(message(4, me)))).room.unread).toBe(0);
    expect(theRoom(apply(start(3), posted(message(4)))).room.unread).toBe(1);
  });

  test("GivenARoomIDoNotKnow_WhenAnEventComes_ThenNothingChanges", () => {
    const state = emptyTalk(me);
    expect(apply(state, posted(message(1)))).toBe(state);
  });
});

describe("unread", () => {
  test("GivenAWindowThatCoversIt_WhenIReadOnAnotherDevice_ThenTheRestIsCounted", () => {
    const state = apply(start(10, 2, 8), marks([me, 7]));
    expect(theRoom(state).room.unread).toBe(3);
  });

  test("GivenMoreUnreadThanLoaded_WhenOneMoreArrives_ThenTheServersCountGoesOn", () => {
    const state = applyStream(emptyTalk(me), snapshot(room(90, 10, 80), messages(51, 90)));
    const next = apply(state, posted(message(91)));
    expect(theRoom(next).room.unread).toBe(81);
    expect(theRoom(apply(next, posted(message(91)))).room.unread).toBe(81);
    expect(theRoom(markRead(next, "9", 91)).room.unread).toBe(0);
  });
});

describe("sync", () => {
  test("GivenAMerge_WhenAppliedTwice_ThenItEqualsTheEvents", () => {
    const merge: StreamState = {
      stream: "room:9",
      version: 5,
      snapshot: false,
      messages: messages(4, 5),
    };
    const read = allMarks({ person: sato, seq: 5 });
    const once = [merge, read].reduce(applyStream, start(3));
    expect([merge, read].reduce(applyStream, once)).toEqual(once);
    const byEvents = [posted(message(4)), posted(message(5)), marks([sato, 5])];
    expect(once).toEqual(byEvents.reduce(apply, start(3)));
  });

  test("GivenASnapshot_WhenApplied_ThenWhatWasKnownIsReplaced", () => {
    const state = applyStream(start(3), snapshot(room(90, 0, 90), messages(51, 90)));
    expect(firstSeq(theRoom(state))).toBe(51);
    expect(isAtStart(theRoom(state))).toBe(false);
  });

  test("GivenOnlyMarksThatMoved_WhenTaken_ThenMyCountAndTheReadersFollow", () => {
    const read = allMarks({ person: me, seq: 7 }, { person: sato, seq: 10 });
    const state = theRoom(applyStream(start(10, 2, 8), read));
    expect([state.room.read_seq, state.room.unread]).toEqual([7, 3]);
    expect(state.marks.get(sato)?.seq).toBe(10);
  });

  test("GivenMarks_WhenASnapshotOfTheRoomComes_ThenTheyStay", () => {
    const read = allMarks({ person: sato, seq: 3 }, { person: me, seq: 60 });
    const later = snapshot(room(90, 55, 35), messages(51, 90));
    const state = theRoom([read, later].reduce(applyStream, start(3)));
    expect(state.marks.get(sato)?.seq).toBe(3);
    expect([state.room.read_seq, state.room.unread]).toEqual([60, 30]);
  });

  test("GivenMarksPastTheEnd_WhenASnapshotOfTheRoomComes_ThenTheyAreForgotten", () => {
    const ahead = applyStream(start(9), allMarks({ person: me, seq: 9 }));
    const state = theRoom(applyStream(ahead, snapshot(room(6, 4, 2), messages(1, 6))));
    expect([state.room.read_seq, state.room.unread, state.marks.size]).toEqual([4, 2, 0]);
  });

  test("GivenSomebodyWhoCameBack_WhenMarked_ThenItIsSinceThen", () => {
    const mark = { person: sato, seq: 5, joined_seq: 5 };
    const before = applyStream(start(5), allMarks({ person: sato, seq: 3 }));
    const event: LiveEvent = { type: "talk.marks", stream: "marks:9", version: 2, marks: [mark] };
    const after = apply(before, event);
    expect(theRoom(after).marks.get(sato)).toEqual(mark);
    expect(apply(after, event)).toBe(after);
  });

  test("GivenAnEventThatOvertookTheReply_WhenMerged_ThenNothingGoesBack", () => {
    const ahead = [posted(message(4)), marks([me, 4])].reduce(apply, start(3));
    const late: StreamState = {
      stream: "room:9",
      version: 3,
      snapshot: false,
      room: { ...room(3, 3, 0), name: "新しい名前" },
    };
    const merged = theRoom(applyStream(ahead, late)).room;
    expect(merged.name).toBe("新しい名前");
    expect([merged.last_seq, merged.read_seq, merged.unread]).toEqual([4, 4, 0]);
  });

  test("GivenTheListOfWhatIMaySee_WhenARoomIsMissing_ThenItIsDropped", () => {
    const state = start(3);
    expect(keepOnly(state, new Set(["room:9"]))).toBe(state);
    expect(keepOnly(state, new Set(["directory"])).rooms.size).toBe(0);
  });
});

describe("history", () => {
  const newest = applyStream(emptyTalk(me), snapshot(room(1000, 1000, 0), messages(961, 1000)));

  test("GivenAnOlderPage_WhenAdded_ThenTheWindowGrowsWithoutAHole", () => {
    const state = addPage(newest, "9", messages(921, 960), "before");
    expect(theRoom(state).messages.map((m) => m.seq)).toEqual(
      messages(921, 1000).map((m) => m.seq),
    );
    expect(addPage(state, "9", messages(921, 960), "before")).toBe(state);
  });

  test("GivenAPageThatDoesNotTouch_WhenAdded_ThenItIsLeftOut", () => {
    expect(addPage(newest, "9", messages(1, 40), "before")).toBe(newest);
  });

  test("GivenAFullWindow_WhenGoingBack_ThenTheFarEndIsDroppedAndComesBack", () => {
    let state = newest;
    for (let first = 921; first > 400; first -= 40) {
      state = addPage(state, "9", messages(first, first + 39), "before");
    }
    expect(theRoom(state).messages).toHaveLength(window_size);
    expect(isAtEnd(theRoom(state))).toBe(false);

    const end = lastSeq(theRoom(state)) ?? 0;
    const down = addPage(state, "9", messages(end + 1, end + 40), "after");
    expect(lastSeq(theRoom(down))).toBe(end + 40);
    expect(theRoom(down).messages).toHaveLength(window_size);
  });

  test("GivenAWindowInThePast_WhenAMessageArrives_ThenItIsCountedButNotJoined", () => {
    let state = newest;
    for (let first = 921; first > 500; first -= 40) {
      state = addPage(state, "9", messages(first, first + 39), "before");
    }
    const end = lastSeq(theRoom(state));
    const next = apply(state, posted(message(1001)));
    expect(theRoom(next).room.last_seq).toBe(1001);
    expect(lastSeq(theRoom(next))).toBe(end);
    const back = showPage(next, "9", messages(962, 1001));
    expect(isAtEnd(theRoom(back))).toBe(true);
    expect(theRoom(back).messages).toHaveLength(40);
  });
});

describe("a room whose past isn't mine", () => {
  const late = { ...room(5, 5, 0), from_seq: 6 };

  test("GivenNothingWasSaidSince_ThenTheWindowIsAtBothEndsAndTheNextMessageIsJoined", () => {
    const state = applyStream(emptyTalk(me), snapshot(late, []));
    const before = state.rooms.get("9");
    expect(before && isAtStart(before) && isAtEnd(before)).toBe(true);
    const posted: LiveEvent = {
      type: "talk.message_posted",
      stream: "room:9",
      version: 6,
      message: message(6),
    };
    const after = apply(state, posted).rooms.get("9");
    expect(after?.messages.map(({ seq }) => seq)).toEqual([6]);
    expect(after && isAtStart(after)).toBe(true);
    expect(after?.room.unread).toBe(1);
  });

  test("GivenISawMoreBefore_WhenIComeBack_ThenTheWindowBeginsWhereMyPartDoes", () => {
    const state = applyStream(emptyTalk(me), snapshot(room(5, 5, 0), messages(1, 5)));
    const change: StreamState = {
      ...snapshot({ ...room(7, 6, 1), from_seq: 6 }, messages(6, 7)),
      snapshot: false,
    };
    const seen = applyStream(state, change).rooms.get("9");
    expect(seen?.messages.map(({ seq }) => seq)).toEqual([6, 7]);
  });
});
