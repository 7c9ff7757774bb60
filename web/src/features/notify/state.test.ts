import { expect, test } from "vitest";
import { noticeOf, noticesOf } from "./fixtures.ts";
import {
  emptyNotify,
  isQuiet,
  newest,
  quietRooms,
  sumOf,
  unseen,
  withQuiet,
  withSeen,
} from "./state.ts";

const three = [3, 2, 1].map((id) => noticeOf(id));

test("GivenNoAnswerYet_WhenLookedAt_ThenNothingIsUnseenAndNothingQuiet", () => {
  expect(unseen(emptyNotify)).toBe(0);
  expect(newest(emptyNotify)).toBe(0);
  expect(isQuiet(emptyNotify, "talk")).toBe(false);
  expect(withQuiet(emptyNotify, "talk", true)).toBe(emptyNotify);
  expect(withSeen(emptyNotify, 3)).toEqual(emptyNotify);
});

test("GivenNotices_WhenSomeAreSeen_ThenTheRestIsCountedAndTheMarkNeverGoesBack", () => {
  const state = { notices: noticesOf({ notices: three, seen: 1 }) };
  expect(unseen(state)).toBe(2);
  expect(unseen(withSeen(state, 2))).toBe(1);
  expect(unseen(withSeen(withSeen(state, 3), 1))).toBe(0);
});

test("GivenAChoice_WhenMadeTwice_ThenItStandsOnceAndCanBeTakenBack", () => {
  const state = { notices: noticesOf({ quiet: ["talk"] }) };
  const quiet = withQuiet(state, "room:12", true);
  expect(withQuiet(quiet, "room:12", true)).toBe(quiet);
  expect(quiet.notices?.quiet).toEqual(["room:12", "talk"]);
  expect(quietRooms(quiet)).toEqual(["12"]);
  expect(withQuiet(quiet, "room:12", false)).toEqual(state);
});

test("GivenADigest_WhenSummedUp_ThenMessagesAndRoomsAreCounted", () => {
  const waiting = [
    { place: "room:1", messages: 2 },
    { place: "room:2", messages: 1 },
  ];
  expect(sumOf(noticeOf(1, waiting))).toEqual({ messages: 3, atLeast: false, places: 2 });
  const many = [{ place: "room:1", messages: 100 }];
  expect(sumOf(noticeOf(1, many)).atLeast).toBe(true);
});
