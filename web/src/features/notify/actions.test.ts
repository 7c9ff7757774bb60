import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import { createStore } from "../../platform/store.ts";
import type { Notices, Problem } from "../../platform/wire.ts";
import { createNotifyActions } from "./actions.ts";
import { noticeOf, noticesOf } from "./fixtures.ts";
import { emptyNotify, isQuiet, type NotifyState } from "./state.ts";

const refused: Problem = { status: 422, code: "notify.bad_choice", title: "", request_id: "" };
const yes: Answer<unknown> = { ok: true, data: undefined };

/** A server whose answers come when the test lets them. */
function office(first: Notices) {
  const time = createFakeTimer();
  const notify = createStore<NotifyState>(emptyNotify);
  const asked: string[] = [];
  const open: ((answer: Answer<unknown>) => void)[] = [];
  let kept = first;
  const wait = (what: string) => {
    asked.push(what);
    return new Promise<Answer<unknown>>((answer) => open.push(answer));
  };
  const actions = createNotifyActions({
    notify,
    timer: time.timer,
    now: time.now,
    server: {
      notices: () => {
        asked.push("notices");
        return Promise.resolve({ ok: true, data: kept });
      },
      see: (upTo) => wait(`see ${upTo}`),
      setQuiet: (what, quiet) => wait(`${what} ${quiet}`),
    },
  });
  return {
    ...{ actions, notify, asked, pass: time.pass },
    becomes: (next: Notices) => (kept = next),
    async answer(answer: Answer<unknown>) {
      open.shift()?.(answer);
      await settle();
    },
  };
}
const loaded = async (first: Notices) => {
  const there = office(first);
  await there.actions.load();
  there.asked.length = 0;
  return there;
};

test("GivenSeveralReasons_WhenLoadedAtOnce_ThenTheServerIsAskedOnce", async () => {
  const { actions, asked } = office(noticesOf());
  await Promise.all([actions.load(), actions.load(), actions.load()]);
  expect(asked).toEqual(["notices"]);
});

test("GivenATimeOfChange_WhenItHasCome_ThenTheServerIsAskedAgain", async () => {
  const { asked, pass, becomes, notify } = await loaded(noticesOf({ changes_at: 60_000 }));
  becomes(noticesOf({ rings: false }));
  pass(60_000);
  expect(asked).toEqual([]);
  pass(1_000);
  await settle();
  expect(asked).toEqual(["notices"]);
  expect(notify.get().notices?.rings).toBe(false);
});

test("GivenAClockAheadOfTheServers_WhenTheChangeHasPassedHere_ThenItIsNotAskedWithoutRest", async () => {
  const { asked, pass } = await loaded(noticesOf({ changes_at: -1 }));
  pass(20_000);
  await settle();
  expect(asked).toEqual([]);
  pass(20_000);
  await settle();
  expect(asked).toEqual(["notices"]);
});

test("GivenAChoice_WhenTheServerTakesIt_ThenItWasThereAtOnceAndStays", async () => {
  const { actions, notify, answer } = await loaded(noticesOf());
  const done = actions.setQuiet("room:12", true);
  expect(isQuiet(notify.get(), "room:12")).toBe(true);
  await settle();
  await answer(yes);
  expect(await done).toBeUndefined();
  expect(isQuiet(notify.get(), "room:12")).toBe(true);
});

test("GivenAChoice_WhenTheServerRefuses_ThenItIsTakenBackAndToldWhy", async () => {
  const { actions, notify, answer } = await loaded(noticesOf());
  const done = actions.setQuiet("room:12", true);
  await settle();
  await answer({ ok: false, problem: refused });
  expect(await done).toBe(refused);
  expect(isQuiet(notify.get(), "room:12")).toBe(false);
});

test("GivenAChoiceUnderWay_WhenAnOlderAnswerComes_ThenTheChoiceStaysOnScreen", async () => {
  const { actions, notify, answer } = await loaded(noticesOf());
  void actions.setQuiet("talk", true);
  await actions.load();
  expect(isQuiet(notify.get(), "talk")).toBe(true);
  await answer(yes);
  await actions.load();
  expect(isQuiet(notify.get(), "talk")).toBe(false);
});

test("GivenTwoChoicesOfOneThing_WhenMadeQuickly_ThenTheyGoInTurnAndTheLastHolds", async () => {
  const { actions, notify, asked, answer } = await loaded(noticesOf());
  void actions.setQuiet("talk", true);
  void actions.setQuiet("talk", false);
  await settle();
  expect(asked).toEqual(["talk true"]);
  await answer(yes);
  expect(asked).toEqual(["talk true", "talk false"]);
  expect(isQuiet(notify.get(), "talk")).toBe(false);
  await answer(yes);
  expect(isQuiet(notify.get(), "talk")).toBe(false);
});

test("GivenNotices_WhenLookedAt_ThenTheServerIsToldOnce", async () => {
  const { actions, notify, asked, answer } = await loaded(noticesOf({ notices: [noticeOf(7)] }));
  void actions.see(7);
  void actions.see(7);
  expect(notify.get().notices?.seen).toBe(7);
  await actions.load();
  expect(notify.get().notices?.seen).toBe(7);
  await answer(yes);
  expect(asked.filter((what) => what !== "notices")).toEqual(["see 7"]);
});

test("GivenAnotherPerson_WhenAnAnswerForTheFirstComes_ThenNothingIsTaken", async () => {
  const { actions, notify } = office(noticesOf());
  const first = actions.load();
  actions.reset();
  await first;
  expect(notify.get().notices).toBeUndefined();
});
