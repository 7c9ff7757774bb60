import { expect, test } from "vitest";
import { createStore } from "../../platform/store.ts";
import { guidelineOf } from "./fixtures.ts";
import { emptyPolicy, fetched, type PolicyState } from "./state.ts";
import { createUnwanted } from "./unwanted.ts";

function open(dismissals: string[]) {
  const policy = createStore<PolicyState>(emptyPolicy);
  const told: [string, boolean][] = [];
  const unwanted = createUnwanted(policy, async (...said) => void told.push(said));
  const fetch = (...now: string[]) =>
    policy.set(() => fetched(guidelineOf([], { dismissals: now })));
  fetch(...dismissals);
  return { unwanted, told, fetch };
}

test("GivenAClauseDismissedOnAnotherDevice_ThenItIsKnown", () => {
  const { unwanted } = open(["5.1"]);
  expect([unwanted.has("5.1"), unwanted.has("5.2")]).toEqual([true, false]);
});

test("WhenDismissed_ThenItHoldsAtOnceAndTheServerIsTold", () => {
  const { unwanted, told } = open([]);
  unwanted.add("5.1");
  expect([unwanted.has("5.1"), told]).toEqual([true, [["5.1", false]]]);
  unwanted.remove("5.1");
  expect([unwanted.has("5.1"), told.at(-1)]).toEqual([false, ["5.1", true]]);
});

test("WhenWhatWasFetchedBeforeComesLater_ThenWhatWasSaidHolds", () => {
  const { unwanted, fetch } = open(["5.1"]);
  unwanted.remove("5.1");
  fetch("5.1");
  expect(unwanted.has("5.1")).toBe(false);
});

test("WhenSomebodyElseSignsIn_ThenNothingOfItIsLeft", () => {
  const { unwanted } = open([]);
  unwanted.add("5.1");
  unwanted.reset();
  expect(unwanted.has("5.1")).toBe(false);
});
