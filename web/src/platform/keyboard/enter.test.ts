import { describe, expect, test } from "vitest";
import { createEnterGuard, type Key } from "./enter.ts";

const enter: Key = {
  key: "Enter",
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
};

function guardAt(start: number) {
  const clock = { now: start };
  return { clock, guard: createEnterGuard(() => clock.now) };
}

describe("enter", () => {
  test("GivenAComposition_WhenEnterConfirmsIt_ThenNothingIsSent", () => {
    const { guard } = guardAt(1000);
    expect(guard.judge({ ...enter, isComposing: true }, "send")).toBe("leave");
    expect(guard.judge({ ...enter, keyCode: 229 }, "send")).toBe("leave");
  });

  test("GivenACompositionThatJustEnded_WhenEnterComes_ThenOneIsSwallowedAndTheNextSends", () => {
    const { guard, clock } = guardAt(1000);
    guard.compositionEnded();
    clock.now += 49;
    expect(guard.judge(enter, "send")).toBe("swallow");
    expect(guard.judge(enter, "send")).toBe("send");
  });

  test("GivenACompositionThatEndedBefore_WhenEnterComes_ThenItSends", () => {
    const { guard, clock } = guardAt(1000);
    guard.compositionEnded();
    clock.now += 50;
    expect(guard.judge(enter, "send")).toBe("send");
  });

  test.each([
    ["shiftKey", "send", "leave"],
    ["altKey", "send", "leave"],
    ["ctrlKey", "newline", "send"],
    ["metaKey", "newline", "send"],
    ["ctrlKey", "ask", "send"],
  ] as const)("Given%sInMode%s_WhenEnterComes_ThenVerdictIs%s", (held, mode, verdict) => {
    expect(guardAt(0).guard.judge({ ...enter, [held]: true }, mode)).toBe(verdict);
  });

  test.each([
    ["send", "send"],
    ["newline", "leave"],
    ["ask", "ask"],
  ] as const)("GivenMode%s_WhenPlainEnterComes_ThenVerdictIs%s", (mode, verdict) => {
    expect(guardAt(0).guard.judge(enter, mode)).toBe(verdict);
  });

  test("GivenAnotherKey_WhenPressed_ThenItIsLeftAlone", () => {
    expect(guardAt(0).guard.judge({ ...enter, key: "a", keyCode: 65 }, "send")).toBe("leave");
  });
});
