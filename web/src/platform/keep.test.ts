import { expect, test } from "vitest";
import { createShelf } from "./fake_shelf.ts";
import { createKeep, deviceIs, forgetPerson, movePerson, personKeep } from "./keep.ts";

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

test("GivenTextOfSeveralPeople_WhenOneIsForgotten_ThenAllOfThatOneGoesAndNothingElse", () => {
  const [local, session] = [createShelf(), createShelf()];
  Object.assign(globalThis, { localStorage: local, sessionStorage: session });
  const keep = personKeep("shared");
  for (const key of ["draft.5.12", "outbox.5.a", "notify.5.told", "put_off.5.quiz", "draft.6.5"])
    keep.set(key, "text");
  personKeep("own").set("draft.5.12", "text");
  personKeep("own").set("device", "shared");
  forgetPerson("5");
  expect([keep.keys(""), personKeep("own").keys("")]).toEqual([["draft.6.5"], ["device"]]);
});

test("GivenTextOnADevice_WhenItBecomesASharedOne_ThenThePersonsTextMovesAlongAndNothingElse", () => {
  Object.assign(globalThis, { localStorage: createShelf(), sessionStorage: createShelf() });
  for (const key of ["draft.5.12", "outbox.5.a", "draft.6.5", "device"]) {
    personKeep("own").set(key, key);
  }
  movePerson("5", "shared");
  expect(personKeep("shared").keys("")).toEqual(["outbox.5.a", "draft.5.12"]);
  expect(personKeep("shared").get("draft.5.12")).toBe("draft.5.12");
  expect(personKeep("own").keys("")).toEqual(["draft.6.5", "device"]);
});
