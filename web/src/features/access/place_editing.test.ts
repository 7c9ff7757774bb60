import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import type { KnownPlaces, Places, Problem } from "../../platform/wire.ts";
import { createPlaceEditing, isChanged, refusedParts } from "./place_editing.ts";
import { withNetwork } from "./places.ts";

const locks_out: Problem = { status: 409, code: "test", title: "", request_id: "" };
const office = {
  name: "本所",
  addresses: "192.0.2.0/24",
  kind: "office" as const,
  site: "",
};

/** A server that keeps what it is given unless it refuses. */
function office_server() {
  let kept: Places = { networks: [], allowances: [] };
  let refusal: Problem | undefined;
  const sent: Places[] = [];
  const known = (): KnownPlaces => ({
    ...kept,
    address: "192.0.2.7",
    here: "office",
    holds: false,
  });
  const editing = createPlaceEditing({
    get: () => Promise.resolve({ ok: true, data: known() }),
    set(places): Promise<Answer<unknown>> {
      sent.push(places);
      if (refusal) return Promise.resolve({ ok: false, problem: refusal });
      kept = places;
      return Promise.resolve({ ok: true, data: undefined });
    },
  });
  return {
    editing,
    sent,
    refuse: (problem: Problem | undefined) => (refusal = problem),
    now: () => editing.state.get(),
    add: () => editing.change(withNetwork(editing.state.get().draft, office)),
  };
}

test("GivenNothingChanged_WhenLoaded_ThenTheTableIsWholeAndThereIsNothingToSave", async () => {
  const { editing, now } = office_server();
  expect(isChanged(now())).toBe(false);
  await editing.load();
  expect(now().draft.allowances).toHaveLength(6);
  expect(isChanged(now())).toBe(false);
});

test("GivenAChange_WhenSaved_ThenNetworksAndTableGoAsOneAndNothingIsLeft", async () => {
  const { editing, sent, now, add } = office_server();
  await editing.load();
  add();
  expect(isChanged(now())).toBe(true);
  expect(await editing.save()).toBe("saved");
  expect(sent).toEqual([{ networks: [office], allowances: now().draft.allowances }]);
  expect(isChanged(now())).toBe(false);
  expect(now().known?.networks).toEqual([office]);
});

test("GivenAChangeThatLocksItsAuthorOut_WhenRefused_ThenEverythingTypedStaysUntilUndone", async () => {
  const { editing, now, add, refuse } = office_server();
  await editing.load();
  add();
  refuse(locks_out);
  expect(await editing.save()).toBe("refused");
  expect(now()).toMatchObject({ saving: false, problem: locks_out });
  expect(now().draft.networks).toEqual([office]);
  add();
  expect(now().problem).toBeUndefined();
  editing.undo();
  expect(now().draft.networks).toEqual([]);
  expect(isChanged(now())).toBe(false);
});

test("GivenASaveOnItsWay_WhenPressedAgain_ThenItIsSentOnce", async () => {
  const { editing, sent, add } = office_server();
  await editing.load();
  add();
  const first = editing.save();
  expect(await editing.save()).toBe("refused");
  expect(await first).toBe("saved");
  expect(sent).toHaveLength(1);
});

test("GivenARefusalOfFields_WhenShown_ThenEachStandsAtItsPartOfANetwork", () => {
  const field = (path: string) => ({ path, code: "test", title: `no to ${path}` });
  const fields = [field("networks[1].addresses"), field("allowances"), field("networks[3].name")];
  expect([...refusedParts({ ...locks_out, fields })]).toEqual([
    ["1.addresses", "no to networks[1].addresses"],
    ["3.name", "no to networks[3].name"],
  ]);
  expect(refusedParts(undefined).size).toBe(0);
});
