import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import type { DisplayBoard, Problem } from "../../platform/wire.ts";
import { createWatching, period_ms } from "./watching.ts";

const board: DisplayBoard = {
  name: "窓口",
  department: "地域福祉課",
  now: 5_000,
  today: "2026-11-28",
  day_name: "",
  people: [{ name: "佐藤 花子", department: "地域福祉課", state: "working" }],
  more: 0,
};
const refusal = (status: number, code: string): Answer<never> => ({
  ok: false,
  problem: { status, code, title: "", request_id: "" } satisfies Problem,
});
const none = refusal(401, "access.no_display");
const elsewhere = refusal(403, "access.display_elsewhere");
const away = refusal(0, "client.unreachable");

function screen(...answers: Answer<DisplayBoard>[]) {
  const time = createFakeTimer();
  const codes: string[] = [];
  let last: Answer<DisplayBoard> = none;
  const watching = createWatching({
    server: {
      board: () => Promise.resolve((last = answers.shift() ?? last)),
      open(code) {
        codes.push(code);
        return Promise.resolve(
          code === "good" ? { ok: true, data: {} } : refusal(401, "access.bad_display_code"),
        );
      },
    },
    timer: time.timer,
    now: () => 1_000,
  });
  async function nextLook() {
    time.pass(period_ms);
    await settle();
  }
  return { watching, time, codes, nextLook, now: () => watching.state.get() };
}
const good: Answer<DisplayBoard> = { ok: true, data: board };

test("GivenADisplay_WhenItAsks_ThenItShowsByTheServersClockAndAsksAgain", async () => {
  const { watching, time, now } = screen(good);
  await watching.start();
  expect(now()).toEqual({ phase: "showing", board, ahead: 4_000, stale: false });
  expect(time.next()).toBe(period_ms);
});

test("GivenAPicture_WhenTheLineBreaks_ThenItStaysAndSaysSo_AndGoesOnByItself", async () => {
  const { watching, nextLook, now } = screen(good, away, good);
  await watching.start();
  await nextLook();
  expect(now()).toMatchObject({ phase: "showing", board, stale: true });
  await nextLook();
  expect(now()).toMatchObject({ phase: "showing", stale: false });
});

test("GivenAPicture_WhenItIsEnded_ThenNothingOfItStays", async () => {
  const { watching, nextLook, now } = screen(good, none);
  await watching.start();
  await nextLook();
  expect(now()).toMatchObject({ phase: "closed", problem: { code: "access.no_display" } });
});

test("GivenAScreenElsewhere_WhenItIsBackInTheOffice_ThenItShowsByItself", async () => {
  const { watching, nextLook, now } = screen(elsewhere, good);
  await watching.start();
  expect(now()).toMatchObject({ phase: "closed", problem: { code: "access.display_elsewhere" } });
  await nextLook();
  expect(now().phase).toBe("showing");
});

test("GivenAScreenThatIsNoDisplay_WhenACodeIsTyped_ThenAWrongOneIsExplainedAndAGoodOneShows", async () => {
  const { watching, codes, now } = screen(none, good);
  await watching.start();
  expect(now()).toEqual({ phase: "closed", problem: undefined });
  expect(await watching.open("bad")).toMatchObject({ code: "access.bad_display_code" });
  expect(now()).toMatchObject({ phase: "closed", problem: { code: "access.bad_display_code" } });
  expect(await watching.open("good")).toBeUndefined();
  expect(now().phase).toBe("showing");
  expect(codes).toEqual(["bad", "good"]);
});

test("GivenNoServer_WhenStarting_ThenItSaysSoAndGoesOn", async () => {
  const { watching, nextLook, now } = screen(away, good);
  await watching.start();
  expect(now()).toEqual({ phase: "starting", unreached: true });
  await nextLook();
  expect(now().phase).toBe("showing");
});

test("GivenItWasStopped_WhenTimePasses_ThenItAsksNoMore", async () => {
  const { watching, time } = screen(good);
  await watching.start();
  watching.stop();
  expect(time.next()).toBeUndefined();
});
