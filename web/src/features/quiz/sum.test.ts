import { expect, test } from "vitest";
import { words } from "../../platform/i18n/index.ts";
import { peopleOf } from "./sum.ts";

test.each([
  ["32", 32],
  [" ３２ ", 32],
  ["1,200", 1_200],
  ["0", undefined],
  ["-3", undefined],
  ["12345", undefined],
  ["3.5", undefined],
  ["", undefined],
])("Given「%s」_WhenReadAsPeople_ThenItIs%s", (text, people) =>
  expect(peopleOf(text)).toBe(people),
);

test.each([
  [32, 20_000, "32人分なら64万円"],
  [1, 20_000, "1人分なら2万円"],
  [3, 7_500, "3人分なら22,500円"],
  [9_999, 20_000, "9,999人分なら19,998万円"],
])("Given%sPeopleAnd%sYen_WhenReckoned_ThenTheSumIs%s", (people, yen, said) =>
  expect(words().quiz.sum.result(people, yen)).toBe(said),
);
