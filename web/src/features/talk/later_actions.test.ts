import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { settle } from "../../platform/fake_timer.ts";
import { createStore } from "../../platform/store.ts";
import type { LaterMessage } from "../../platform/wire.ts";
import { emptyLater, type LaterState } from "./later.ts";
import { createLaterActions } from "./later_actions.ts";
import { laterOf } from "./fixtures.ts";

const failure = (status: number): Answer<never> => ({
  ok: false,
  problem: { status, code: "test", title: "", request_id: "" },
});
const done: Answer<unknown> = { ok: true, data: undefined };

/** A server that has these, whose answers to taking back come when the test lets them. */
async function office(...list: LaterMessage[]) {
  const later = createStore<LaterState>(emptyLater);
  const asked: string[] = [];
  const open: ((answer: Answer<unknown>) => void)[] = [];
  const at = { list, now: 0, slow: Promise.resolve() };
  const actions = createLaterActions({
    later,
    now: () => at.now,
    server: {
      list: () => {
        asked.push("list");
        const answer = { ok: true as const, data: { later: at.list } };
        return at.slow.then(() => answer);
      },
      keep: (room, { body, due_at }) => {
        asked.push(`keep ${body}`);
        const one = laterOf("9", due_at, { room, body });
        at.list = [...at.list, one];
        return Promise.resolve({ ok: true, data: one });
      },
      takeBack: (id) => {
        asked.push(`take back ${id}`);
        return new Promise((answer) => open.push(answer));
      },
    },
  });
  await actions.load();
  asked.length = 0;
  return {
    ...{ actions, later, asked, at },
    ids: () => later.get().later.map(({ id }) => id),
    async answer(answer: Answer<unknown>) {
      open.shift()?.(answer);
      await settle();
    },
  };
}

test("GivenSeveralReasons_WhenLoadedAtOnce_ThenTheServerIsAskedOnce", async () => {
  const { actions, asked } = await office();
  await Promise.all([actions.load(), actions.load(), actions.load()]);
  expect(asked).toEqual(["list"]);
});

test("GivenAText_WhenItIsKept_ThenItStandsThereAtOnceAndTheListIsAskedFor", async () => {
  const { actions, asked, ids } = await office(laterOf("1", 500));
  await actions.keep("7", { body: "a", due_at: 100, client_key: "k" });
  expect(ids()).toEqual(["9", "1"]);
  await settle();
  expect(asked).toEqual(["keep a", "list"]);
});

test("GivenOneThatWaits_WhenTakenBack_ThenItIsGoneThoughAnOlderListStillHasIt", async () => {
  const { actions, answer, asked, at, later, ids } = await office(laterOf("1", 500));
  const shown: string[][] = [];
  let arrive = () => {};
  at.slow = new Promise((come) => (arrive = come));
  const loading = actions.load();
  await settle();
  const taking = actions.takeBack(laterOf("1", 500));
  at.list = [];
  await answer(done);
  expect(await taking).toBeUndefined();
  later.watch(() => shown.push(ids()));
  arrive();
  await loading;
  expect(shown).toEqual([[]]);
  expect(asked).toEqual(["list", "take back 1", "list"]);
});

test("GivenALostAnswer_WhenTheListHasItNoMore_ThenItStaysOnTheScreenUntilTheNextTryBringsItsText", async () => {
  const one = laterOf("1", 500);
  const { actions, answer, at, ids } = await office(one);
  const first = actions.takeBack(one);
  await answer(failure(0));
  expect((await first)?.status).toBe(0);
  at.list = [];
  at.now = 600;
  await actions.load();
  expect(ids()).toEqual(["1"]);
  const second = actions.takeBack(one);
  await answer(failure(404));
  expect(await second).toBeUndefined();
  expect(ids()).toEqual([]);
});

test.each<[string, Partial<LaterMessage>, number, boolean]>([
  ["ItsTimeIsAhead", {}, 499, true],
  ["ItsTimeHasCome", {}, 500, false],
  ["ItCouldNotBeSent", { failed: "policy.refused" }, 501, true],
])("GivenOneThatIsNotThereAnyMore_When%s_ThenItsTextComesBackOrNot", async (_, part, now, back) => {
  const one = laterOf("1", 500, part);
  const { actions, answer, at, ids } = await office(one);
  at.list = [];
  at.now = now;
  const taking = actions.takeBack(one);
  await answer(failure(404));
  expect((await taking) === undefined).toBe(back);
  expect(ids()).toEqual([]);
});

test("GivenARefusal_WhenTakenBack_ThenItStays", async () => {
  const one = laterOf("1", 500);
  const { actions, answer, ids } = await office(one);
  const taking = actions.takeBack(one);
  await answer(failure(401));
  expect((await taking)?.status).toBe(401);
  expect(ids()).toEqual(["1"]);
});

test("GivenSomebodyWhoLeft_WhenAnAnswerComes_ThenTheNextPersonSeesNothingOfIt", async () => {
  const { actions, later, at } = await office();
  at.list = [laterOf("1", 500)];
  const loading = actions.load();
  actions.reset();
  await loading;
  expect(later.get()).toEqual(emptyLater);
});
