import { expect, test } from "vitest";
import { createShelf } from "./fake_shelf.ts";
import { createKeep, deviceIs, personKeep } from "./keep.ts";

test.each([
  ["own", false, "own"],
  ["office", true, "office"],
  ["shared", true, "shared"],
  ["", true, "own"],
  ["stolen", false, "shared"],
])("GivenTheBrowserWasTold%s_WhenItIsAsked_ThenAFingerDecidesTheRest", (said, touch, is) => {
  const shelf = createShelf();
  const keep = createKeep(() => shelf);
  keep.set("device", said);
  expect(deviceIs(keep, touch)).toBe(is);
});

test("GivenDevicesOfEachKind_WhenTextIsKept_ThenOnlyOnASharedOneItEndsWithTheTab", () => {
  const [local, session] = [createShelf(), createShelf()];
  Object.assign(globalThis, { localStorage: local, sessionStorage: session });
  for (const device of ["own", "office", "shared"] as const) personKeep(device).set(device, "text");
  expect([local.length, session.length]).toEqual([2, 1]);
});
