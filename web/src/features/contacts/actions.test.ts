import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createContactsActions, type ContactsServer } from "./actions.ts";
import { begun } from "./draft.ts";
import { contact } from "./fixtures.ts";

const hospital = contact("1", { organisation: "病院" }, { version: 3 });
const refusal = (status: number) => ({ status, code: "test", title: "", request_id: "" });

/** A server that says what it is told to, and remembers what it was asked. */
function office(says: Partial<Record<keyof ContactsServer, Answer<unknown>>>) {
  const asked: unknown[][] = [];
  const answer =
    (name: keyof ContactsServer) =>
    (...with_: unknown[]) => {
      asked.push([name, ...with_]);
      return Promise.resolve(says[name] ?? { ok: true, data: {} });
    };
  const names = ["desk", "all", "add", "change", "remove", "setMail"] as const;
  const server = Object.fromEntries(names.map((name) => [name, answer(name)]));
  return { asked, actions: createContactsActions(server as unknown as ContactsServer) };
}

test("GivenANewOne_WhenSavedTwice_ThenItGoesUnderOneKey", async () => {
  const { asked, actions } = office({ add: { ok: false, problem: refusal(0) } });
  const draft = begun(undefined, true, "key");
  expect(await actions.save(draft)).toEqual({ problem: refusal(0) });
  await actions.save(draft);
  expect(asked).toEqual([
    ["add", draft],
    ["add", draft],
  ]);
});

test("GivenOneThatChangedMeanwhile_WhenSaved_ThenWhatItIsNowIsFetched", async () => {
  const now = contact("1", { organisation: "市民病院" }, { version: 4 });
  const refused: Answer<never> = { ok: false, problem: refusal(409) };
  const { asked, actions } = office({
    change: refused,
    all: { ok: true, data: { contacts: [contact("2", {}), now] } },
  });
  const draft = begun(hospital, false, "key");
  expect(await actions.save(draft)).toEqual({ problem: refusal(409), now });
  expect(asked[0]).toEqual(["change", "1", 3, draft]);
});

test("GivenAnotherRefusal_WhenSaved_ThenNothingIsFetched", async () => {
  const { asked, actions } = office({ change: { ok: false, problem: refusal(422) } });
  expect(await actions.save(begun(hospital, false, "key"))).toEqual({ problem: refusal(422) });
  expect(asked.map(([name]) => name)).toEqual(["change"]);
});

test("GivenOneThatIsRemoved_WhenBroughtBack_ThenAllItSaidIsAddedToItsBook", async () => {
  const { asked, actions } = office({});
  const mine = { ...hospital, own: true };
  expect(await actions.remove(mine)).toBeUndefined();
  expect(await actions.bringBack(mine, "key")).toBeUndefined();
  expect(asked).toEqual([
    ["remove", "1", 3],
    ["add", { base: undefined, own: true, entry: mine.entry, key: "key" }],
  ]);
});

test("GivenMailThatIsSet_ThenTheDeskIsAskedAgainAndStaysIfItCantBe", async () => {
  const desk = { may_keep: true, may_set_mail: true, all: [] };
  const says: Partial<Record<keyof ContactsServer, Answer<unknown>>> = {
    desk: { ok: true, data: desk },
  };
  const { actions } = office(says);
  await actions.setMail({ department: "", address: "", webmail: "" });
  expect(actions.desk.get()).toEqual(desk);
  says.desk = { ok: false, problem: refusal(0) };
  await actions.load();
  expect(actions.desk.get()).toEqual(desk);
});
