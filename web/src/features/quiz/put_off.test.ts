import { expect, test } from "vitest";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import { createPutOff } from "./put_off.ts";

const day_ms = 24 * 60 * 60 * 1000;

test("GivenAReminderThatWasPutOff_WhenOpenedAgain_ThenItWaitsSevenDaysForThatPersonOnly", () => {
  const shelf = createShelf();
  const keep = createKeep(() => shelf);
  const putOff = createPutOff();
  putOff.open(keep, "5");
  putOff.putOff(1_000);
  putOff.close();
  expect(putOff.until.get()).toBe(0);
  putOff.open(keep, "6");
  expect(putOff.until.get()).toBe(0);
  putOff.open(keep, "5");
  expect(putOff.until.get()).toBe(1_000 + 7 * day_ms);
});
