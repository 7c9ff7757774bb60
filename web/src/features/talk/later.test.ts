import { expect, test } from "vitest";
import { laterOf } from "./fixtures.ts";
import {
  doubted,
  emptyLater,
  failures,
  fetched,
  joined,
  kept,
  ofRoom,
  without,
  withStopped,
  type LaterState,
} from "./later.ts";

const ids = ({ later }: LaterState) => later.map(({ id }) => id);

test("GivenWhatWaits_WhenShown_ThenWhatFailedStandsFirstAndThenTheNext", () => {
  const list = [laterOf("1", 300), laterOf("2", 100), laterOf("3", 200, { failed: "test" })];
  const state = fetched(emptyLater, list);
  expect(ids(state)).toEqual(["3", "2", "1"]);
  expect(failures(state.later)).toBe(1);
  expect(state.known).toBe(true);
});

test("GivenTwoRooms_WhenOneIsLookedAt_ThenOnlyItsOwnStandThere", () => {
  const state = fetched(emptyLater, [laterOf("1", 1), laterOf("2", 2, { room: "8" })]);
  expect(ofRoom(state, "7").map(({ id }) => id)).toEqual(["1"]);
});

test("GivenAChange_WhenAppliedTwice_ThenTheStateIsTheSame", () => {
  const once = kept(fetched(emptyLater, [laterOf("1", 100)]), laterOf("2", 50));
  expect(ids(once)).toEqual(["2", "1"]);
  expect(kept(once, laterOf("2", 50))).toEqual(once);
  const gone = without(once, "2");
  expect(without(gone, "2")).toEqual(gone);
  expect(ids(gone)).toEqual(["1"]);
});

test("GivenOneInDoubt_WhenTheListComesWithoutIt_ThenItStaysOnceUntilItIsSettled", () => {
  const one = laterOf("1", 100);
  const state = doubted(fetched(emptyLater, [one]), one);
  expect(ids(fetched(state, []))).toEqual(["1"]);
  expect(ids(fetched(state, [one]))).toEqual(["1"]);
  expect(ids(fetched(without(state, "1"), []))).toEqual([]);
});

test("GivenADraft_WhenATextComesBack_ThenItStandsBefore", () => {
  expect(joined("a", "")).toBe("a");
  expect(joined("a", " \n")).toBe("a");
  expect(joined("a", "b")).toBe("a\nb");
});

test("GivenOneThatIsNotSentAnyMore_WhenShown_ThenItStaysWhereItWasAndStandsThereOnce", () => {
  const [first, second, third] = [laterOf("1", 1), laterOf("2", 2), laterOf("3", 3)];
  const shape = (rows: ReturnType<typeof withStopped>) =>
    rows.map(({ one, gone }) => `${one.id}${gone ? " gone" : ""}`);
  expect(shape(withStopped([first, third], [second]))).toEqual(["1", "2 gone", "3"]);
  expect(shape(withStopped([first, second, third], [second]))).toEqual(["1", "2 gone", "3"]);
});
