import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import type { Display, DisplayCode, Problem } from "../../platform/wire.ts";
import { createDisplays, doorOf, type DisplaysServer } from "./displays.ts";

const code: DisplayCode = {
  id: "7",
  code: "ABCD-EFGH-JKMN-PQRS-TUVW",
  url: "https://office.example/display#c=ABCD-EFGH-JKMN-PQRS-TUVW",
  expires_at: 1,
};
const refused: Answer<never> = {
  ok: false,
  problem: { status: 409, code: "access.too_many_displays", title: "", request_id: "" } as Problem,
};

function server(displays: Display[]) {
  const all: DisplaysServer = {
    list: () => Promise.resolve({ ok: true, data: { displays } }),
    departments: () =>
      Promise.resolve({
        ok: true,
        data: { version: 1, departments: [{ name: "総務課", parent: "", people: 1 }] },
      }),
    make(wish) {
      displays.push({ id: "7", name: wish.name, department: wish.department ?? "" });
      return Promise.resolve({ ok: true, data: code });
    },
    change: () => Promise.resolve(refused),
    renew: () => Promise.resolve({ ok: true, data: code }),
    end: () => Promise.resolve({ ok: true, data: undefined }),
  };
  return all;
}

test("GivenAnOffice_WhenLoaded_ThenScreensAndDepartmentsAreKnown", async () => {
  const displays = createDisplays(server([]));
  expect(displays.state.get().displays).toBeUndefined();
  await displays.load();
  expect(displays.state.get()).toMatchObject({ displays: [], departments: ["総務課"] });
});

test("GivenAChange_WhenItIsDoneOrRefused_ThenTheListIsAskedAnew", async () => {
  const office = server([]);
  const displays = createDisplays(office);
  expect(await displays.act(office.make({ name: "窓口" }))).toEqual({ ok: true, data: code });
  expect(displays.state.get().displays).toHaveLength(1);
  expect(await displays.act(office.change("7", { name: "玄関" }))).toEqual(refused);
});

test("GivenACode_WhenTypedByHand_ThenTheAddressDoesNotHoldIt", () =>
  expect(doorOf(code)).toBe("https://office.example/display"));
