import { beforeEach, expect, test } from "vitest";
import { createFakeTimer } from "./fake_timer.ts";
import { away_ms, createPresence, say_ms, type Presence } from "./presence.ts";

let time: ReturnType<typeof createFakeTimer>;
let presence: Presence;
let said: string[];

beforeEach(() => {
  time = createFakeTimer();
  said = [];
  presence = createPresence({
    timer: time.timer,
    now: time.now,
    here: () => said.push("here"),
    away: () => said.push("away"),
  });
  presence.start();
});

test("GivenSomebodyWhoWrites_WhenAMinuteIsOver_ThenItIsSaidOnceAMinute", () => {
  for (let second = 0; second < 150; second++) {
    time.pass(1_000);
    presence.acted();
  }
  expect(said).toEqual(["here", "here"]);
});

test("GivenSomebodyWhoActsNowAndThen_WhenHoursPass_ThenNobodyIsAway", () => {
  for (let i = 0; i < 10; i++) {
    time.pass(away_ms - 1);
    presence.acted();
  }
  expect(said).not.toContain("away");
});

test("GivenAScreenLeftOpen_WhenItsTimeIsOver_ThenThatIsSaidUntilItIsStopped", () => {
  time.pass(away_ms - 1);
  expect(said).toEqual([]);
  time.pass(1);
  expect(said).toEqual(["away"]);
  time.pass(say_ms);
  expect(said).toEqual(["away", "away"]);
  presence.stop();
  time.pass(away_ms);
  presence.acted();
  expect(said).toEqual(["away", "away"]);
  expect(time.next()).toBeUndefined();
});
