import { expect, test } from "vitest";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import type { Clause } from "../../platform/wire.ts";
import { clauseOf, guidelineOf } from "./fixtures.ts";
import { subjectRule } from "./subject.ts";
import { createUnwanted } from "./unwanted.ts";

const parameter = { name: "characters", value: 20, least: 5, most: 50, level: "preset" } as const;
const guideline = (part: Partial<Clause>) =>
  guidelineOf([clauseOf("2.2.a", { mode: "hint", parameter, ...part })]);

test("GivenTheClause_ThenItsNumberIsTheGuide", () => {
  expect(subjectRule(guideline({}), createUnwanted())?.characters).toBe(20);
});

test("GivenTheClauseIsOffOrUnknown_ThenNothingIsAsked", () => {
  const unwanted = createUnwanted();
  expect(subjectRule(guideline({ mode: "off" }), unwanted)).toBeUndefined();
  expect(subjectRule(guidelineOf([clauseOf("2.2.b")]), unwanted)).toBeUndefined();
  expect(subjectRule(undefined, unwanted)).toBeUndefined();
});

test("GivenItsHintIsNotWanted_ThenItStaysAwayForThatPersonAndCanBeWantedAgain", () => {
  const keep = createKeep(() => shelf);
  const shelf = createShelf();
  const unwanted = createUnwanted();
  unwanted.open(keep, "5");
  subjectRule(guideline({}), unwanted)?.silence();
  const later = createUnwanted();
  later.open(keep, "5");
  const rule = subjectRule(guideline({}), later);
  expect(rule?.silenced()).toBe(true);
  rule?.unsilence();
  expect(rule?.silenced()).toBe(false);
  later.open(keep, "6");
  expect(rule?.silenced()).toBe(false);
});
