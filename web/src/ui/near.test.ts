import { expect, test } from "vitest";
import { forgetHeights, heightsOf, keepHeight, nearOf, nothingKept } from "./near.ts";

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

const blocks = [{ rows: 10 }, { rows: 10 }, { rows: 3 }];

test("GivenNothingMeasured_WhenHeightsAreAsked_ThenEveryRowHasTheUsualOne", () => {
  expect(heightsOf(blocks, "", nothingKept())).toEqual([760, 760, 228]);
});

test("GivenABlockMeasured_WhenHeightsAreAsked_ThenOthersAreLikeItAndItIsItself", () => {
  const kept = nothingKept();
  keepHeight(kept, "", 1, { rows: 10, height: 900 });
  keepHeight(kept, "", 2, { rows: 3, height: 300 });
  expect(heightsOf(blocks, "", kept)).toEqual([900, 900, 300]);
});

test("GivenAnotherList_WhenHeightsAreAsked_ThenOnlyTheRowsHeightIsKnown", () => {
  const kept = nothingKept();
  keepHeight(kept, "a", 0, { rows: 10, height: 1_000 });
  expect(heightsOf(blocks, "b", kept)).toEqual([1_000, 1_000, 300]);
  keepHeight(kept, "b", 2, { rows: 3, height: 400 });
  expect(heightsOf(blocks, "b", kept)).toEqual([1_000, 1_000, 400]);
  expect(heightsOf(blocks, "a", kept)).toEqual([1_000, 1_000, 300]);
});

test("GivenABlockWithOtherRowsThanWereMeasured_WhenHeightsAreAsked_ThenThatHeightDoesNotHold", () => {
  const kept = nothingKept();
  keepHeight(kept, "", 0, { rows: 10, height: 1_000 });
  keepHeight(kept, "", 1, { rows: 4, height: 777 });
  expect(heightsOf(blocks, "", kept)).toEqual([1_000, 1_000, 300]);
});

test("GivenAnotherWidth_WhenHeightsAreAsked_ThenNothingMeasuredHolds", () => {
  const kept = nothingKept();
  keepHeight(kept, "", 0, { rows: 10, height: 1_000 });
  forgetHeights(kept, "other");
  expect(heightsOf(blocks, "", kept)).toEqual([760, 760, 228]);
});
