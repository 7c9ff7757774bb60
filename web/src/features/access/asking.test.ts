import { expect, test } from "vitest";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import { asking_ms, askOften } from "./asking.ts";

function screen() {
  const time = createFakeTimer();
  let isSeen = true;
  let asked = 0;
  let answer = () => {};
  const stop = askOften({
    timer: time.timer,
    isSeen: () => isSeen,
    ask: () => {
      asked += 1;
      return new Promise((go) => (answer = go));
    },
  });
  return {
    stop,
    asked: () => asked,
    hide: (hidden: boolean) => (isSeen = !hidden),
    async pass() {
      time.pass(asking_ms);
      await settle();
    },
    async reply() {
      answer();
      await settle();
    },
  };
}

test("GivenADeviceThatWaits_WhenSomebodyLooks_ThenItAsksEveryTenSecondsOneAtATime", async () => {
  const { asked, pass, reply } = screen();
  expect(asked()).toBe(0);
  await pass();
  expect(asked()).toBe(1);
  await pass();
  expect(asked()).toBe(1);
  await reply();
  await pass();
  expect(asked()).toBe(2);
});

test("GivenADeviceThatWaits_WhenNobodyLooks_ThenItAsksOnlyAfterSomebodyIsBack", async () => {
  const { asked, hide, pass } = screen();
  hide(true);
  await pass();
  await pass();
  expect(asked()).toBe(0);
  hide(false);
  await pass();
  expect(asked()).toBe(1);
});

test("GivenADeviceThatWaits_WhenItIsLetInDuringAQuestion_ThenItAsksNoMore", async () => {
  const { stop, asked, pass, reply } = screen();
  await pass();
  stop();
  await reply();
  await pass();
  expect(asked()).toBe(1);
});
