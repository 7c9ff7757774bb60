import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { settle } from "../../platform/fake_timer.ts";
import type { KnownDevice, Loss, Problem } from "../../platform/wire.ts";
import { deviceOf, lossOf } from "./fixtures.ts";
import { createListing } from "./listing.ts";

const no: Problem = { status: 404, code: "test", title: "", request_id: "" };

/** A server that has some devices and losses, and answers at once unless it is told to wait. */
function office() {
  let devices: KnownDevice[] = [deviceOf("1")];
  let losses: Loss[] = [lossOf("1")];
  let refusal: Problem | undefined;
  let held: (() => void)[] | undefined;
  const answer = <T>(data: T): Promise<Answer<T>> => {
    const said: Answer<T> = refusal ? { ok: false, problem: refusal } : { ok: true, data };
    return new Promise((go) => (held ? held.push(() => go(said)) : go(said)));
  };
  const listing = createListing<KnownDevice>({
    devices: () => answer({ devices }),
    losses: () => answer({ losses }),
    report(person, device) {
      losses = [...losses, lossOf("9", { person, device: device ?? "all" })];
      return answer({ devices: 1, sessions: 2 });
    },
  });
  return {
    listing,
    shown: () => listing.state.get().devices?.map(({ id }) => id),
    has: (...ids: string[]) => (devices = ids.map((id) => deviceOf(id))),
    refuse: (problem: Problem | undefined) => (refusal = problem),
    hold: () => (held = []),
    letGo() {
      const waiting = held ?? [];
      held = undefined;
      return waiting;
    },
  };
}

test("GivenNothingKnown_WhenTheServerRefuses_ThenItIsSaidAndTheNextTryShowsThem", async () => {
  const { listing, shown, refuse } = office();
  refuse(no);
  await listing.load();
  expect(listing.state.get()).toMatchObject({ devices: undefined, problem: no });
  refuse(undefined);
  await listing.load();
  expect(shown()).toEqual(["1"]);
  expect(listing.state.get().problem).toBeUndefined();
});

test("GivenDevicesOnTheScreen_WhenTheServerCantBeAsked_ThenTheyStay", async () => {
  const { listing, shown, refuse } = office();
  await listing.load();
  refuse(no);
  await listing.load();
  expect(shown()).toEqual(["1"]);
  expect(listing.state.get().problem).toBeUndefined();
});

test("GivenTwoQuestions_WhenTheOlderAnswerComesLast_ThenItIsNotTaken", async () => {
  const { listing, shown, has, hold, letGo } = office();
  hold();
  const old = listing.load();
  const late = letGo();
  has("2");
  await listing.load();
  late.forEach((go) => go());
  await old;
  expect(shown()).toEqual(["2"]);
});

test("GivenAChange_WhenItIsMadeOrRefused_ThenTheListIsAskedAnew", async () => {
  const { listing, shown, has } = office();
  await listing.load();
  has("1", "2");
  const done = { ok: true as const, data: undefined };
  expect(await listing.act(Promise.resolve(done))).toBeUndefined();
  expect(shown()).toEqual(["1", "2"]);
  has("2");
  expect(await listing.act(Promise.resolve({ ok: false, problem: no }))).toBe(no);
  expect(shown()).toEqual(["2"]);
});

test("GivenAnEarlierLoss_WhenAnotherIsReported_ThenOnlyItsReportIsShown", async () => {
  const { listing } = office();
  await listing.load();
  const answer = await listing.report("5", "7");
  await settle();
  expect(answer).toEqual({
    ok: true,
    data: { devices: 1, sessions: 2, losses: [lossOf("9", { device: "7" })] },
  });
});

test("GivenAListThatIsToldOfTheLossMeanwhile_WhenItIsAskedAnew_ThenTheReportIsShownAllTheSame", async () => {
  let losses: Loss[] = [];
  let asked = 0;
  const listing = createListing<KnownDevice>({
    devices() {
      asked += 1;
      // Beside what follows from the report, the line tells of it; that answer is still on its way.
      if (asked === 2) queueMicrotask(() => void listing.load());
      if (asked === 3) return new Promise(() => {});
      return Promise.resolve({ ok: true, data: { devices: [] } });
    },
    losses: () => Promise.resolve({ ok: true, data: { losses } }),
    report() {
      losses = [lossOf("9")];
      return Promise.resolve({ ok: true, data: { devices: 1, sessions: 1 } });
    },
  });
  await listing.load();
  const answer = await listing.report("5", "7");
  expect(asked).toBe(3);
  expect(answer).toMatchObject({ ok: true, data: { losses: [lossOf("9")] } });
});

test("GivenAReport_WhenItIsRefused_ThenThatIsAnswered", async () => {
  const { listing, refuse } = office();
  await listing.load();
  refuse(no);
  expect(await listing.report("5")).toEqual({ ok: false, problem: no });
});
