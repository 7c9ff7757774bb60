import { describe, expect, test } from "vitest";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import { createMarker, createReadingWatch } from "./reading.ts";

function watchAt() {
  const time = createFakeTimer();
  const read: number[] = [];
  const watch = createReadingWatch({ timer: time.timer, read: (seq) => read.push(seq) });
  return { time, read, watch };
}

describe("reading", () => {
  test("GivenAMessageOnScreen_WhenASecondHasPassed_ThenItIsRead", () => {
    const { time, read, watch } = watchAt();
    watch.attend(true);
    watch.see(5, true);
    time.pass(999);
    expect(read).toEqual([]);
    time.pass(1);
    expect(read).toEqual([5]);
  });

  test("GivenAMessageThatLeftBefore_WhenTimePasses_ThenItIsNotRead", () => {
    const { time, read, watch } = watchAt();
    watch.attend(true);
    watch.see(5, true);
    time.pass(600);
    watch.see(5, false);
    watch.see(5, true);
    time.pass(600);
    expect(read).toEqual([]);
  });

  test("GivenAWindowInTheBackground_WhenItComesToTheFront_ThenTheSecondBeginsThere", () => {
    const { time, read, watch } = watchAt();
    watch.see(5, true);
    time.pass(10_000);
    expect(read).toEqual([]);
    watch.attend(true);
    time.pass(500);
    watch.attend(false);
    time.pass(10_000);
    expect(read).toEqual([]);
    watch.attend(true);
    time.pass(1000);
    expect(read).toEqual([5]);
  });

  test("GivenSeveralOnScreen_WhenRead_ThenPlacesOnlyGoUp", () => {
    const { time, read, watch } = watchAt();
    watch.attend(true);
    watch.see(7, true);
    watch.see(6, true);
    time.pass(1000);
    expect(read).toEqual([7]);
    watch.see(3, true);
    time.pass(1000);
    expect(read).toEqual([7]);
  });

  test("GivenTheRoomIsLeft_WhenTimePasses_ThenNothingIsRead", () => {
    const { time, read, watch } = watchAt();
    watch.attend(true);
    watch.see(5, true);
    watch.stop();
    time.pass(1000);
    expect(read).toEqual([]);
  });
});

describe("marker", () => {
  function marker() {
    const sent: number[] = [];
    const answers: ((ok: boolean) => void)[] = [];
    const made = createMarker((seq) => {
      sent.push(seq);
      return new Promise((resolve) => answers.push(resolve));
    });
    const answer = async (ok: boolean) => {
      answers.shift()?.(ok);
      await settle();
    };
    return { sent, answer, ...made };
  }

  test("GivenManyMarks_WhenOneIsUnderWay_ThenOnlyTheHighestFollows", async () => {
    const { sent, answer, mark } = marker();
    [3, 4, 6, 5].forEach(mark);
    await answer(true);
    expect(sent).toEqual([3, 6]);
    await answer(true);
    expect(sent).toEqual([3, 6]);
  });

  test("GivenALostLine_WhenItIsBack_ThenTheMarkIsSentAgain", async () => {
    const { sent, answer, mark, again } = marker();
    mark(3);
    await answer(false);
    expect(sent).toEqual([3]);
    again();
    expect(sent).toEqual([3, 3]);
  });
});
