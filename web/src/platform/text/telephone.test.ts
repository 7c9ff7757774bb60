import { expect, test } from "vitest";
import { dialled } from "./telephone.ts";

test.each([
  ["203", "tel:203"],
  ["２０３", "tel:203"],
  ["内線203", "tel:203"],
  ["0596-00-0000", "tel:0596000000"],
  ["(0596)00-0000", "tel:0596000000"],
  ["（0596） 00-0000", "tel:0596000000"],
  ["0596ー00ー0000", "tel:0596000000"],
  ["090 0000 0000 080 0000 0000", "tel:09000000000"],
  ["0596-00-0000(内線203)", "tel:0596000000"],
  ["101・102", "tel:101"],
  ["101, 102", "tel:101"],
  ["+81-596-00-0000", "tel:+81596000000"],
])("GivenTheNumber%s_WhenPressed_Then%sIsDialled", (extension, address) => {
  expect(dialled(extension)).toBe(address);
});

test.each(["", "なし", "受付へ"])(
  "GivenTheNumber「%s」_WhenLookedAt_ThenNothingCanBeDialled",
  (none) => expect(dialled(none)).toBeUndefined(),
);
