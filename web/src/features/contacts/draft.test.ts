import { expect, test } from "vitest";
import { begun, differences, isTouched, merged } from "./draft.ts";
import { contact } from "./fixtures.ts";

const hospital = contact("1", {
  organisation: "病院",
  telephone: "1",
  note: "前",
  responsible: "7",
});

test("GivenADraft_WhenNothingIsTyped_ThenItIsUntouched", () => {
  expect(isTouched(begun(undefined, true, "k"))).toBe(false);
  expect(isTouched(begun(hospital, true, "k"))).toBe(false);
  expect(begun(hospital, true, "k").own).toBe(false);
  const typed = begun(hospital, false, "k");
  delete typed.entry.responsible;
  expect(isTouched(typed)).toBe(true);
  expect(hospital.entry.responsible).toBe("7");
});

test("GivenSomebodyElsesChange_WhenMerged_ThenMineStaysTheirsComesAndTheirsIsTold", () => {
  const typed = begun(hospital, false, "k");
  typed.entry.telephone = "2";
  const now = contact(
    "1",
    { organisation: "市民病院", telephone: "3", note: "前" },
    { version: 9 },
  );
  const { draft, others } = merged(typed, now);
  expect(draft.base).toBe(now);
  expect(draft.entry).toEqual({ ...now.entry, telephone: "2" });
  expect(others).toEqual([
    { field: "organisation", before: "病院", after: "市民病院" },
    { field: "telephone", before: "1", after: "3" },
    { field: "responsible", before: "7", after: "" },
  ]);
});

test("GivenWhoSeesToItWasTakenOutByMe_WhenMerged_ThenNobodyDoes", () => {
  const typed = begun(hospital, false, "k");
  delete typed.entry.responsible;
  const { draft } = merged(typed, { ...hospital, version: 9 });
  expect(draft.entry.responsible).toBeUndefined();
  expect(differences(hospital.entry, draft.entry).map(({ field }) => field)).toEqual([
    "responsible",
  ]);
});
