import { expect, test } from "vitest";
import { createFakeTimer, settle } from "./fake_timer.ts";
import { answer_ms, createWindows, type Channel } from "./windows.ts";

/** As many windows as there are answers to "does somebody look at you?". */
function windows(...looked: boolean[]) {
  const { timer, pass } = createFakeTimer();
  const channels: Channel[] = [];
  const made = looked.map((focused) => {
    const channel: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of channels) {
          if (other !== channel) other.onmessage?.({ data } as MessageEvent);
        }
      },
    };
    channels.push(channel);
    return createWindows({ channel, timer, focused: () => focused });
  });
  return { first: made[0], pass };
}

test("GivenAnotherWindowSomebodyLooksAt_WhenAsked_ThenItSaysSoAtOnce", async () => {
  const { first } = windows(false, false, true);
  expect(await first?.attended()).toBe(true);
});

test("GivenNoWindowSomebodyLooksAt_WhenNoneAnswers_ThenThereIsNone", async () => {
  const { first, pass } = windows(false, false);
  const answer = first?.attended();
  await settle();
  pass(answer_ms);
  expect(await answer).toBe(false);
});

test("GivenAWindowAlone_WhenItIsLookedAtItself_ThenThatIsNoOtherWindow", async () => {
  const { first, pass } = windows(true);
  const answer = first?.attended();
  pass(answer_ms);
  expect(await answer).toBe(false);
});

test("GivenNoChannel_WhenAsked_ThenThereIsNoOtherWindow", async () => {
  const { timer } = createFakeTimer();
  const alone = createWindows({ channel: undefined, timer, focused: () => true });
  expect(await alone.attended()).toBe(false);
});
