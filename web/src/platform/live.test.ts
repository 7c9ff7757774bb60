import { beforeEach, describe, expect, test } from "vitest";
import { createFakeTimer } from "./fake_timer.ts";
import { createLive, type Live, type Socket } from "./live.ts";
import type { LiveEvent } from "./wire.ts";

let time: ReturnType<typeof createFakeTimer>;
let sockets: Socket[];
let told: string[];
let heard: LiveEvent[];
let live: Live;

beforeEach(() => {
  time = createFakeTimer();
  sockets = [];
  told = [];
  heard = [];
  live = createLive({
    open: () => {
      const socket: Socket = { onmessage: null, onclose: null, close: () => told.push("close") };
      sockets.push(socket);
      return socket;
    },
    timer: time.timer,
    random: () => 1,
    heard: (event) => heard.push(event),
    catchUp: () => told.push("catch up"),
    signedOut: () => told.push("signed out"),
  });
});

const newest = () => sockets.at(-1) as WebSocket;
const say = (event: object) =>
  newest().onmessage?.({ data: JSON.stringify(event) } as MessageEvent);
const hangUp = (code: number) => newest().onclose?.({ code } as CloseEvent);
const hello = (version = "1") => say({ type: "live.hello", version });

describe("live", () => {
  test("GivenHello_WhenHeard_ThenTheLineIsOpenAndTheClientCatchesUp", () => {
    live.start();
    expect(live.state.get().link).toBe("connecting");
    hello();
    expect(live.state.get().link).toBe("open");
    expect(told).toEqual(["catch up"]);
  });

  test("GivenAnEvent_WhenHeard_ThenItIsPassedOn", () => {
    live.start();
    hello();
    const event = { type: "talk.marks", stream: "marks:1", version: 2, marks: [] };
    say(event as LiveEvent);
    expect(heard).toEqual([event]);
  });

  test("GivenALostLine_WhenItFailsAgainAndAgain_ThenTheWaitDoublesUpToAMinute", () => {
    live.start();
    hello();
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 9; i++) {
      hangUp(1006);
      expect(live.state.get().link).toBe("waiting");
      waits.push(time.next());
      time.pass(time.next() ?? 0);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]);
    expect(sockets).toHaveLength(10);
  });

  test("GivenARecoveredLine_WhenItIsLostAgain_ThenTheWaitIsShortAgain", () => {
    live.start();
    hangUp(1006);
    time.pass(500);
    hangUp(1006);
    time.pass(1000);
    hello();
    hangUp(1001);
    expect(time.next()).toBe(500);
  });

  test("GivenTooSlowAReader_WhenClosedWith4001_ThenItReturnsAtOnceAndCatchesUp", () => {
    live.start();
    hello();
    told = [];
    hangUp(4001);
    expect(told).toEqual(["catch up"]);
    expect(sockets).toHaveLength(2);
    expect(live.state.get().link).toBe("connecting");
  });

  test("GivenClosesWith4001BeforeHello_WhenRepeated_ThenTheyWait", () => {
    live.start();
    hangUp(4001);
    expect(live.state.get().link).toBe("waiting");
  });

  test("GivenSignedOut_WhenClosedWith4003_ThenNothingIsTriedAgain", () => {
    live.start();
    hello();
    hangUp(4003);
    expect(told).toContain("signed out");
    expect(live.state.get().link).toBe("stopped");
    time.pass(120_000);
    expect(sockets).toHaveLength(1);
  });

  test("GivenARefusedHandshake_WhenClosed_ThenSyncIsAskedWhy", () => {
    live.start();
    hangUp(1006);
    expect(told).toEqual(["catch up"]);
  });

  test("GivenWaiting_WhenTheDeviceWakes_ThenItConnectsAtOnce", () => {
    live.start();
    hello();
    hangUp(1006);
    live.nudge();
    expect(sockets).toHaveLength(2);
    time.pass(120_000);
    expect(sockets).toHaveLength(2);
  });

  test("GivenSilence_WhenItLasts_ThenTheClientAsksWhatItMissed", () => {
    live.start();
    hello();
    time.pass(90_000);
    expect(told).toEqual(["catch up", "catch up"]);
  });

  test("GivenADeadLine_WhenDropped_ThenItsLateWordsAreIgnored", () => {
    live.start();
    hello();
    const dead = newest();
    live.drop();
    expect(told).toContain("close");
    dead.onmessage?.({ data: JSON.stringify({ type: "talk.marks" }) } as MessageEvent);
    dead.onclose?.({ code: 4003 } as CloseEvent);
    expect(heard).toEqual([]);
    expect(live.state.get().link).toBe("waiting");
  });

  test("GivenAnotherServerVersion_WhenItGreets_ThenThePageIsOutdated", () => {
    live.start();
    hello("1");
    expect(live.state.get().outdated).toBe(false);
    hangUp(1001);
    live.nudge();
    hello("2");
    expect(live.state.get().outdated).toBe(true);
  });

  test("GivenStopped_WhenTheSocketCloses_ThenNothingIsTriedAgain", () => {
    live.start();
    hello();
    live.stop();
    hangUp(1000);
    time.pass(120_000);
    expect(sockets).toHaveLength(1);
  });
});
