import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { settle } from "../../platform/fake_timer.ts";
import type { PlannedChange } from "../../platform/wire.ts";
import { createPlanning } from "./planning.ts";

const transfer = (id: string): PlannedChange => ({
  id,
  person: "3",
  kind: "transfer",
  day: "2027-04-01",
  fields: [{ field: "position", before: "主事", after: "主任" }],
});
const refusal = (status: number) => ({ status, code: "test", title: "", request_id: "" });
const refused = (status: number): Answer<never> => ({ ok: false, problem: refusal(status) });
const done: Answer<unknown> = { ok: true, data: undefined };

/** A server whose lists come when the test lets them; everything else is answered at once. */
function office(answer: Answer<unknown> = done) {
  const asked: unknown[][] = [];
  const lists: ((answer: Answer<PlannedChange[]>) => void)[] = [];
  const told = (...what: unknown[]) => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const planning = createPlanning({
    planned: () => new Promise((list) => lists.push(list)),
    retired: () => Promise.resolve(refused(0)),
    carried: () => Promise.resolve(refused(0)),
    departments: () => Promise.resolve({ ok: true, data: [] }),
    transfer: (...what) => told("transfer", ...what),
    retire: (...what) => told("retire", ...what),
    callOff: (id) => told("call off", id),
  });
  return {
    planning,
    asked,
    lists,
    known: () => planning.planned.get().all?.map(({ id }) => id),
    async list(which: number, answer: Answer<PlannedChange[]>) {
      lists[which]?.(answer);
      await settle();
    },
  };
}

test("GivenTwoQuestions_WhenTheOlderIsAnsweredLast_ThenTheNewerAnswerStays", async () => {
  const { planning, known, list } = office();
  void planning.load();
  void planning.load();
  await list(1, { ok: true, data: [transfer("2")] });
  await list(0, { ok: true, data: [transfer("1")] });
  expect(known()).toEqual(["2"]);
});

test("GivenAKnownList_WhenItCantBeFetchedAgain_ThenItStaysWithTheProblemUntilItCan", async () => {
  const { planning, known, list } = office();
  void planning.load();
  await list(0, { ok: true, data: [transfer("1")] });
  void planning.load();
  await list(1, refused(0));
  expect(known()).toEqual(["1"]);
  expect(planning.planned.get().problem?.status).toBe(0);
  void planning.load();
  await list(2, { ok: true, data: [] });
  expect(planning.planned.get()).toEqual({ all: [], problem: undefined });
});

test("GivenAPlan_WhenItIsMadeOrCalledOff_ThenTheServerIsToldAndTheListFetchedFirst", async () => {
  const { planning, asked, known, list } = office();
  const work = { position: "主任" };
  const made = planning.transfer("3", "2027-04-01", work);
  await settle();
  await list(0, { ok: true, data: [transfer("1")] });
  expect(await made).toBeUndefined();
  expect(known()).toEqual(["1"]);
  const retired = planning.retire("3", "2027-03-31");
  await settle();
  await list(1, { ok: true, data: [] });
  expect(await retired).toBeUndefined();
  const off = planning.callOff("1");
  await settle();
  await list(2, { ok: true, data: [] });
  expect(await off).toBeUndefined();
  expect(asked).toEqual([
    ["transfer", "3", "2027-04-01", work],
    ["retire", "3", "2027-03-31"],
    ["call off", "1"],
  ]);
});

test.each([
  [409, 1],
  [404, 1],
  [422, 0],
  [0, 0],
])("GivenARefusalWith%i_WhenSomethingIsCalledOff_Then%iListsAreAskedFor", async (status, times) => {
  const { planning, lists, list } = office(refused(status));
  const off = planning.callOff("1");
  await settle();
  expect(lists).toHaveLength(times);
  await list(0, { ok: true, data: [] });
  expect(await off).toEqual(refusal(status));
});

test("GivenTheRetired_WhenTheyCantBeFetched_ThenTheProblemIsKnown", async () => {
  const { planning } = office();
  await planning.loadRetired();
  expect(planning.retired.get()).toEqual({ all: undefined, problem: refusal(0) });
});
