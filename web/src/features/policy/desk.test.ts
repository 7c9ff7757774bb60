import { expect, test } from "vitest";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import { createStore } from "../../platform/store.ts";
import { createPolicyActions } from "./actions.ts";
import { createPolicyDesk } from "./desk.ts";
import { emptyPolicy } from "./state.ts";

const shelf = createShelf();
const policy = createStore(emptyPolicy);
const deskOf = (me: string) =>
  createPolicyDesk({
    me,
    policy,
    actions: createPolicyActions(policy),
    keep: createKeep(() => shelf),
  });

test("GivenAnEditionThatWasPutOff_WhenTheDeskIsBuiltAnew_ThenOnlyThatOneIsPutOffAndOnlyForMe", () => {
  deskOf("5").putOff(2);
  expect(deskOf("5").isPutOff(2)).toBe(true);
  expect(deskOf("5").isPutOff(3)).toBe(false);
  expect(deskOf("6").isPutOff(2)).toBe(false);
});

test("GivenAPageOfTheWelcome_WhenTheDeskIsBuiltAnew_ThenItGoesOnThereForMeOnly", () => {
  deskOf("5").turnWelcome(3);
  expect(deskOf("5").welcomePage()).toBe(3);
  expect(deskOf("6").welcomePage()).toBe(0);
});
