import { expect, test } from "vitest";
import { createStore } from "./store.ts";

test("GivenAWatcher_WhenTheValueChanges_ThenItIsToldOnce", () => {
  const store = createStore({ n: 1 });
  let told = 0;
  store.watch(() => told++);
  store.set((now) => ({ n: now.n + 1 }));
  expect(store.get()).toEqual({ n: 2 });
  expect(told).toBe(1);
});

test("GivenTheSameValue_WhenSet_ThenNobodyIsTold", () => {
  const store = createStore({ n: 1 });
  let told = 0;
  store.watch(() => told++);
  store.set((now) => now);
  expect(told).toBe(0);
});

test("GivenAWatcherThatStopped_WhenTheValueChanges_ThenItHearsNothing", () => {
  const store = createStore(1);
  let told = 0;
  const stop = store.watch(() => told++);
  stop();
  store.set(() => 2);
  expect(told).toBe(0);
});
