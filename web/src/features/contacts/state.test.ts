import { expect, test } from "vitest";
import type { StreamState } from "../../platform/wire.ts";
import { contact } from "./fixtures.ts";
import { applyStream, emptyContacts, find, isContactsStream } from "./state.ts";

const hospital = contact("1", { organisation: "みなと病院" });
const police = contact("2", { organisation: "警察署" });
const salon = contact("3", { organisation: "美容院" }, { own: true });
const said = (stream: string, snapshot: boolean, more: Partial<StreamState>): StreamState => ({
  stream,
  version: 1,
  snapshot,
  ...more,
});
const both = [
  said("contacts", true, { contacts: [hospital, police] }),
  said("contacts:9", true, { contacts: [salon] }),
].reduce(applyStream, emptyContacts);

test("GivenBothBooks_WhenTaken_ThenEachContactIsFound", () => {
  expect(find(both, "1")).toBe(hospital);
  expect(find(both, "3")).toBe(salon);
  expect(find(both, "4")).toBeUndefined();
  expect(isContactsStream("contacts")).toBe(true);
  expect(isContactsStream("contacts:9")).toBe(true);
  expect(isContactsStream("contact")).toBe(false);
});

test("GivenChanges_WhenTakenTwice_ThenTheyAreThereOnceAndWhatIsRemovedIsGone", () => {
  const moved = contact("1", { organisation: "みなと市民病院" });
  const change = said("contacts", false, { contacts: [moved], removed_contacts: ["2"] });
  const once = applyStream(both, change);
  expect([...once.shared.values()]).toEqual([moved]);
  expect(once.own).toBe(both.own);
  expect(applyStream(once, change)).toEqual(once);
});

test("GivenASnapshot_WhenTaken_ThenItReplacesItsOwnBookOnly", () => {
  const now = applyStream(both, said("contacts:9", true, { contacts: [] }));
  expect([...now.own.keys()]).toEqual([]);
  expect([...now.shared.keys()]).toEqual(["1", "2"]);
});
