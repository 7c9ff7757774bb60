import { expect, test } from "vitest";
import { createStore } from "../../platform/store.ts";
import type { Clause } from "../../platform/wire.ts";
import { clauseOf, guidelineOf } from "./fixtures.ts";
import { emptyPolicy } from "./state.ts";
import { subjectRule } from "./subject.ts";
import { createUnwanted } from "./unwanted.ts";

const parameter = { name: "characters", value: 20, least: 5, most: 50, level: "preset" } as const;
const noneUnwanted = () => createUnwanted(createStore(emptyPolicy), async () => {});
const guideline = (part: Partial<Clause>) =>
  guidelineOf([clauseOf("2.2.a", { mode: "hint", parameter, ...part })]);

test("GivenTheClause_ThenItsNumberIsTheGuide", () => {
  expect(subjectRule(guideline({}), noneUnwanted())?.characters).toBe(20);
});

test("GivenTheClauseIsOffOrUnknown_ThenNothingIsAsked", () => {
  const unwanted = noneUnwanted();
  expect(subjectRule(guideline({ mode: "off" }), unwanted)).toBeUndefined();
  expect(subjectRule(guidelineOf([clauseOf("2.2.b")]), unwanted)).toBeUndefined();
  expect(subjectRule(undefined, unwanted)).toBeUndefined();
});

test("GivenItsHintIsNotWanted_ThenItStaysAwayAndCanBeWantedAgain", () => {
  const rule = subjectRule(guideline({}), noneUnwanted());
  rule?.silence();
  expect(rule?.silenced()).toBe(true);
  rule?.unsilence();
  expect(rule?.silenced()).toBe(false);
});
