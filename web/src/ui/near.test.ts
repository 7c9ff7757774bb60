import { expect, test } from "vitest";
import { nearOf } from "./near.ts";

const heights = [100, 50, 200, 100];

test.each([
  { from: -80, until: 90, first: 0, end: 1, before: 0, after: 350 },
  { from: 120, until: 300, first: 1, end: 3, before: 100, after: 100 },
  { from: 160, until: 900, first: 2, end: 4, before: 150, after: 0 },
  { from: 0, until: 450, first: 0, end: 4, before: 0, after: 0 },
])("GivenAWindowFrom$from_WhenLookedAt_ThenWhatTouchesItIsDrawn", ({ from, until, ...near }) => {
  expect(nearOf(heights, from, until)).toEqual(near);
});

test.each([
  { from: 600, until: 900, first: 4, end: 4, before: 450, after: 0 },
  { from: -900, until: -600, first: 0, end: 0, before: 0, after: 450 },
])("GivenAWindowBesideTheList_WhenLookedAt_ThenNothingIsDrawn", ({ from, until, ...near }) => {
  expect(nearOf(heights, from, until)).toEqual(near);
});

test("GivenNoBlocks_WhenLookedAt_ThenThereIsNothing", () => {
  expect(nearOf([], 0, 500)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
});
