import { beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "./api.ts";
import { createFakeTimer, settle } from "./fake_timer.ts";
import { createSync, type Sync } from "./sync.ts";
import type { LiveEvent, StreamState, SyncReply, SyncRequest } from "./wire.ts";

let time: ReturnType<typeof createFakeTimer>;
let asked: SyncRequest[];
let answers: ((answer: Answer<SyncReply>) => void)[];
let done: string[];
let sync: Sync;

beforeEach(() => {
  time = createFakeTimer();
  asked = [];
  answers = [];
  done = [];
  sync = createSync({
    post: (request) => {
      asked.push(request);
      return new Promise((resolve) => answers.push(resolve));
    },
    targets: {
      take: (s) => done.push(`${s.snapshot ? "replace" : "merge"} ${s.stream}@${s.version}`),
      keepOnly: (visible) => done.push(`keep ${[...visible].join(" ")}`),
      hear: (e) => done.push(e.type === "talk.message_posted" ? `hear ${e.version}` : e.type),
    },
    timer: time.timer,
    random: () => 1,
    unreachable: () => done.push("unreachable"),
    reachable: () => done.push("reachable"),
  });
});

const state = (stream: string, version: number, snapshot = false): StreamState => ({
  stream,
  version,
  snapshot,
});
async function reply(data: Partial<SyncReply>): Promise<void> {
  answers.shift()?.({ ok: true, data: { access_version: 1, streams: [], ...data } });
  await settle();
}
async function refuse(status: number): Promise<void> {
  const problem = { status, title: "", code: "test", request_id: "" };
  answers.shift()?.({ ok: false, problem });
  await settle();
}
const posted = (version: number, stream = "room:1") =>
  ({ type: "talk.message_posted", stream, version }) as LiveEvent;

async function start(version: number): Promise<void> {
  sync.request();
  await reply({ visible: ["room:1"], streams: [state("room:1", version, true)] });
  done = [];
  asked = [];
}

describe("sync", () => {
  test("GivenNothing_WhenFirstAsked_ThenItNamesNoStreamAndBecomesReady", async () => {
    sync.request();
    expect(asked).toEqual([{ streams: [] }]);
    expect(sync.ready.get()).toBe(false);
    await reply({ visible: ["room:1"], streams: [state("room:1", 4, true)] });
    expect(done).toEqual(["keep room:1", "replace room:1@4"]);
    expect(sync.ready.get()).toBe(true);
  });

  test("GivenMore_WhenReplied_ThenItAsksOnWithWhatItHas", async () => {
    sync.request();
    await reply({ access_version: 3, streams: [state("room:1", 4)], more: true });
    expect(asked[1]).toEqual({ access_version: 3, streams: [{ stream: "room:1", version: 4 }] });
    expect(sync.ready.get()).toBe(false);
    await reply({});
    expect(sync.ready.get()).toBe(true);
    expect(asked).toHaveLength(2);
  });

  test("GivenTheNextVersion_WhenHeard_ThenItIsAppliedWithoutAsking", async () => {
    await start(4);
    sync.hear(posted(5));
    sync.hear(posted(6));
    expect(done).toEqual(["hear 5", "hear 6"]);
    expect(asked).toEqual([]);
  });

  test("GivenAnOldVersion_WhenHeardAgain_ThenNothingHappens", async () => {
    await start(4);
    sync.hear(posted(4));
    expect(done).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("GivenAHole_WhenHeard_ThenItAsksFromBeforeTheHole", async () => {
    await start(4);
    sync.hear(posted(6));
    expect(done).toEqual([]);
    expect(asked[0]?.streams).toEqual([{ stream: "room:1", version: 4 }]);
  });

  test("GivenAnUnknownStream_WhenHeard_ThenItAsksForItFromTheBeginning", async () => {
    await start(4);
    sync.hear(posted(9, "room:2"));
    expect(asked[0]?.streams).toContainEqual({ stream: "room:2", version: 0 });
  });

  test("GivenAChangeToldWithoutContent_WhenHeard_ThenItAsks", async () => {
    await start(4);
    sync.hear({ type: "talk.room_changed", stream: "room:1", version: 5 });
    expect(asked).toHaveLength(1);
  });

  test("GivenAnEventWhileAsking_WhenItLeavesAHole_ThenItAsksOnceMore", async () => {
    await start(4);
    sync.request();
    sync.hear(posted(8));
    expect(asked).toHaveLength(1);
    await reply({ streams: [state("room:1", 7)] });
    expect(asked).toHaveLength(2);
    await reply({ streams: [state("room:1", 8)] });
    expect(asked).toHaveLength(2);
  });

  test("GivenEventsThatOvertookASnapshot_WhenItArrives_ThenItIsIgnored", async () => {
    await start(4);
    sync.request();
    sync.hear(posted(5));
    await reply({ streams: [state("room:1", 4, true)] });
    expect(done).toEqual(["hear 5"]);
  });

  test("GivenAServerSetBackToABackup_WhenItArrives_ThenWeStartFromThere", async () => {
    await start(9);
    sync.request();
    await reply({ streams: [state("room:1", 6, true)] });
    sync.hear(posted(7));
    expect(done).toEqual(["replace room:1@6", "hear 7"]);
  });

  test("GivenARoomIMayNoLongerSee_WhenReplied_ThenItsVersionIsForgotten", async () => {
    await start(4);
    sync.request();
    await reply({ access_version: 2, visible: [] });
    expect(done).toEqual(["keep "]);
    sync.request();
    expect(asked.at(-1)).toEqual({ access_version: 2, streams: [] });
  });

  test("GivenALostServer_WhenAsked_ThenItSaysSoAndTriesAgainLater", async () => {
    sync.request();
    await refuse(0);
    expect(done).toEqual(["unreachable"]);
    expect(time.next()).toBe(500);
    time.pass(500);
    expect(asked).toHaveLength(2);
    await refuse(503);
    expect(time.next()).toBe(1000);
    time.pass(1000);
    await reply({});
    expect(done.at(-1)).toBe("reachable");
    sync.request();
    await reply({});
    expect(done.filter((d) => d === "reachable")).toHaveLength(1);
  });

  test("GivenSignedOut_WhenAsked_ThenItStops", async () => {
    sync.request();
    await refuse(401);
    expect(time.next()).toBeUndefined();
  });

  test("GivenAReset_WhenTheOldReplyArrives_ThenItIsNotTaken", async () => {
    sync.request();
    sync.reset();
    await reply({ streams: [state("room:1", 4, true)] });
    expect(done).toEqual([]);
    expect(sync.ready.get()).toBe(false);
  });

  const marks = (version: number, stream = "marks:1"): LiveEvent => ({
    type: "talk.marks",
    stream,
    version,
    marks: [],
  });

  test("GivenMarks_WhenTheirVersionJumps_ThenItIsNoHoleAndOlderOnesAreIgnored", async () => {
    sync.request();
    await reply({ streams: [state("marks:1", 4, true)] });
    done = [];
    asked = [];
    sync.hear(marks(7));
    sync.hear(marks(6));
    expect(done).toEqual(["talk.marks"]);
    expect(asked).toEqual([]);
    sync.request();
    expect(asked[0]?.streams).toEqual([{ stream: "marks:1", version: 7 }]);
  });

  test("GivenMarksOfAnUnknownRoom_WhenHeard_ThenItAsks", async () => {
    await start(4);
    sync.hear(marks(3, "marks:2"));
    expect(done).toEqual([]);
    expect(asked[0]?.streams).toContainEqual({ stream: "marks:2", version: 0 });
  });
});
