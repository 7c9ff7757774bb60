import { beforeEach, describe, expect, test } from "vitest";
import { createFakeTimer, settle } from "./fake_timer.ts";
import { createShelf } from "./fake_shelf.ts";
import { createKeep, type Keep } from "./keep.ts";
import { createOutbox, type Outbox, type Outcome, type Parcel } from "./outbox.ts";

let time: ReturnType<typeof createFakeTimer>;
let sent: { parcel: Parcel; answer: (outcome: Outcome) => void }[];
let keep: Keep;
let outbox: Outbox;
let keys: number;
let reached: number;

function createTestOutbox(): Outbox {
  return createOutbox({
    send: (parcel) => new Promise((answer) => sent.push({ parcel, answer })),
    timer: time.timer,
    random: () => 1,
    now: time.now,
    newKey: () => `k${++keys}`,
    reachable: () => reached++,
  });
}

beforeEach(() => {
  time = createFakeTimer();
  sent = [];
  keys = reached = 0;
  const shelf = createShelf();
  keep = createKeep(() => shelf);
  outbox = createTestOutbox();
  outbox.open(keep, "1");
});

const refusal = (status: number, code = "test"): Outcome => ({
  kept: false,
  problem: { status, title: "", code, request_id: "" },
});
async function answer(outcome: Outcome): Promise<void> {
  sent.at(-1)?.answer(outcome);
  await settle();
}
const states = () => outbox.parcels.get().map((p) => `${p.body} ${p.state}`);
const bodies = () => sent.map((s) => s.parcel.body);

describe("outbox", () => {
  test("GivenTwoInOneRoom_WhenWritten_ThenTheSecondWaitsForTheFirst", async () => {
    outbox.put("r1", "a");
    outbox.put("r1", "b");
    expect(bodies()).toEqual(["a"]);
    expect(states()).toEqual(["a sending", "b queued"]);
    await answer({ kept: true, place: 1 });
    expect(bodies()).toEqual(["a", "b"]);
  });

  test("GivenTwoRooms_WhenWritten_ThenTheyDoNotWaitForEachOther", () => {
    outbox.put("r1", "a");
    outbox.put("r2", "b");
    expect(bodies()).toEqual(["a", "b"]);
  });

  test("GivenALostLine_WhenItFails_ThenItIsRepeatedWithTheSameKeyAndInOrder", async () => {
    outbox.put("r1", "a");
    await answer(refusal(0));
    outbox.put("r1", "b");
    expect(states()).toEqual(["a waiting", "b queued"]);
    expect(time.next()).toBe(500);
    time.pass(500);
    expect(sent.map((s) => s.parcel.key)).toEqual(["k1", "k1"]);
    await answer(refusal(503));
    expect(time.next()).toBe(1000);
    outbox.resume();
    await answer({ kept: true, place: 1 });
    expect(bodies()).toEqual(["a", "a", "a", "b"]);
    expect(reached).toBe(0);
  });

  test("GivenALostLine_WhenARepeatGetsThrough_ThenTheOthersAreTold", async () => {
    outbox.put("r1", "a");
    await answer(refusal(0));
    time.pass(500);
    await answer({ kept: true, place: 1 });
    expect(reached).toBe(1);
  });

  test("GivenARefusal_WhenTheServerSaysNo_ThenTheTextStaysAndTheNextGoesOn", async () => {
    outbox.put("r1", "a");
    outbox.put("r1", "b");
    await answer(refusal(422));
    expect(states()).toEqual(["a refused", "b sending"]);
    await answer({ kept: true, place: 1 });
    outbox.again("k1");
    expect(sent.at(-1)?.parcel.key).toBe("k1");
  });

  test("GivenARefusedText_WhenDiscarded_ThenItIsGoneHereAndInMemory", async () => {
    outbox.put("r1", "a");
    await answer(refusal(404));
    outbox.discard("k1");
    expect(states()).toEqual([]);
    expect(keep.keys("outbox.")).toEqual([]);
  });

  test("GivenAnAcknowledgement_WhenReloaded_ThenItIsSentWithTheText", () => {
    outbox.put("r1", "a", { acknowledgement: "yes" });
    expect(sent.at(-1)?.parcel.acknowledgement).toBe("yes");
    const after = createTestOutbox();
    after.open(keep, "1");
    expect(sent.at(-1)?.parcel).toMatchObject({ key: "k1", body: "a", acknowledgement: "yes" });
  });

  test("GivenARefusedText_WhenItsAuthorSaysYes_ThenTheSameParcelGoesWithThatAndAReloadKnowsIt", async () => {
    outbox.put("r1", "a");
    await answer(refusal(422));
    outbox.again("k1", "yes");
    expect(sent.at(-1)?.parcel).toMatchObject({ key: "k1", acknowledgement: "yes" });
    const after = createTestOutbox();
    after.open(keep, "1");
    expect(after.parcels.get()[0]?.acknowledgement).toBe("yes");
    await answer({ kept: true, place: 1 });
    expect(keep.keys("outbox.")).toEqual([]);
  });

  test("GivenAnUrgentText_WhenTheLineBreaksAndThePageIsReloaded_ThenItIsSentAsUrgent", async () => {
    outbox.put("r1", "a", { urgent: "災害" });
    await answer(refusal(0));
    expect(states()).toEqual(["a waiting"]);
    const after = createTestOutbox();
    after.open(keep, "1");
    expect(sent.at(-1)?.parcel).toMatchObject({ key: "k1", body: "a", urgent: "災害" });
  });

  test("GivenAnUrgentTextThatWasRefused_WhenItMayWait_ThenTheSameParcelGoesWithoutAndAReloadKnowsIt", async () => {
    outbox.put("r1", "a", { urgent: "災害", acknowledgement: "yes" });
    await answer(refusal(403));
    outbox.againQuietly("k1");
    expect(sent.at(-1)?.parcel).toMatchObject({ key: "k1", acknowledgement: "yes" });
    expect(sent.at(-1)?.parcel).not.toHaveProperty("urgent");
    const after = createTestOutbox();
    after.open(keep, "1");
    expect(after.parcels.get()[0]).not.toHaveProperty("urgent");
    await answer({ kept: true, place: 1 });
    expect(keep.keys("outbox.")).toEqual([]);
  });

  test("GivenItsEventCameFirst_WhenArrived_ThenNothingIsSentAgain", async () => {
    outbox.put("r1", "a");
    outbox.arrived("k1");
    await answer({ kept: true, place: 1 });
    expect(states()).toEqual([]);
    expect(bodies()).toEqual(["a"]);
  });

  test("GivenAReload_WhenOpenedAgain_ThenUnsentTextIsSentInOrderWithItsKeys", async () => {
    outbox.put("r1", "a");
    outbox.put("r1", "b");
    const after = createTestOutbox();
    sent = [];
    after.open(keep, "1");
    await answer({ kept: true, place: 1 });
    expect(sent.map((s) => s.parcel.key)).toEqual(["k1", "k2"]);
  });

  test("GivenKeptByTheServer_WhenReloaded_ThenItIsNotSentAgain", async () => {
    outbox.put("r1", "a");
    await answer({ kept: true, place: 1 });
    expect(states()).toEqual(["a kept"]);
    const after = createTestOutbox();
    after.open(keep, "1");
    expect(after.parcels.get()).toEqual([]);
  });

  test("GivenAnotherPerson_WhenOpened_ThenTheySeeNothingOfIt", () => {
    outbox.put("r1", "a");
    outbox.open(keep, "2");
    expect(states()).toEqual([]);
    outbox.open(keep, "1");
    expect(outbox.parcels.get()).toHaveLength(1);
  });

  test("GivenSignedOut_WhenSending_ThenTheTextWaitsWithoutTrying", async () => {
    outbox.put("r1", "a");
    await answer(refusal(401));
    expect(states()).toEqual(["a waiting"]);
    expect(time.next()).toBeUndefined();
  });

  test("GivenAPlaceWhereNothingIsAllowed_WhenSending_ThenTheTextWaitsUntilItIs", async () => {
    outbox.put("r1", "a");
    await answer(refusal(403, "access.not_from_here"));
    expect(states()).toEqual(["a waiting"]);
    expect(keep.keys("outbox.1.")).toHaveLength(1);
    outbox.resume();
    await answer(refusal(403, "talk.no_posting"));
    expect(states()).toEqual(["a refused"]);
  });

  test("GivenAClosedOutbox_WhenALateAnswerComes_ThenItChangesNothing", async () => {
    outbox.put("r1", "a");
    outbox.close();
    await answer({ kept: true, place: 1 });
    expect(keep.keys("outbox.1.")).toEqual(["outbox.1.k1"]);
  });

  test("GivenAStorageThatRefuses_WhenWriting_ThenTheTextIsSentAllTheSame", () => {
    const broken = createKeep(() => {
      throw new DOMException("no", "SecurityError");
    });
    outbox.open(broken, "1");
    outbox.put("r1", "a");
    expect(bodies()).toEqual(["a"]);
  });
});
