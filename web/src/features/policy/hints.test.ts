import { describe, expect, test } from "vitest";
import type { Finding } from "../../platform/wire.ts";
import { hintFor, verdictOn, worthAsking } from "./hints.ts";

const finding = (clause: string, mode: Finding["mode"], more: Partial<Finding> = {}): Finding => ({
  ...{ clause, measure: "main", code: `policy.${clause}`, mode, title: clause, instead: "" },
  ...{ ranges: [], drop: [], ...more },
});
const nothing_hidden = () => false;
const shown = (findings: Finding[], hidden: (f: Finding) => boolean = nothing_hidden) =>
  hintFor({ text: "連絡です。", checked: { findings } }, "連絡です。", hidden)?.clause;

describe("the hint that is shown", () => {
  test("GivenSeveralFindings_ThenTheGravestIsShown", () => {
    const findings = [finding("5.1", "hint"), finding("B6", "confirm"), finding("2.5.a", "block")];
    expect(shown(findings)).toBe("2.5.a");
    expect(shown(findings.slice(0, 2))).toBe("B6");
  });

  test("GivenEquallyGraveFindings_ThenTheFirstClauseIsShown", () => {
    expect(shown([finding("5.1", "hint"), finding("5.3", "hint")])).toBe("5.1");
  });

  test("GivenTheFirstIsPutAway_ThenTheNextIsShown", () => {
    const findings = [finding("5.1", "hint"), finding("5.3", "hint")];
    expect(shown(findings, (f) => f.clause === "5.1")).toBe("5.3");
    expect(shown(findings, () => true)).toBeUndefined();
  });

  test("GivenAModeThatSaysNothingOfText_ThenNothingIsShown", () => {
    expect(shown([finding("1", "on"), finding("0", "off")])).toBeUndefined();
  });

  const greeting = "お疲れ様です。";
  const greets = finding("5.1", "hint", {
    ranges: [{ begin: 0, end: greeting.length }],
    drop: [{ begin: 0, end: greeting.length }],
  });
  const looked = { text: `${greeting}会議`, checked: { findings: [greets] } };
  test.each([
    ["WrittenOnBehindIt", `${greeting}会議は14時`, true],
    ["TakenBackBehindIt", `${greeting}`, true],
    ["ChangedWithinIt", "お疲れさまです。会議", false],
    ["WrittenBeforeIt", `至急 ${greeting}会議`, false],
    ["AlmostEmpty", "お疲", false],
  ])("GivenAGreeting_WhenTheTextIs%s_ThenItIsShown:%s", (_, now, there) => {
    expect(hintFor(looked, now, nothing_hidden) === greets).toBe(there);
  });

  test("GivenAShortName_WhenFewerCharactersAreEnough_ThenItIsShown", () => {
    const short = { text: "祭り", checked: { findings: [finding("6.2", "hint")] } };
    expect(hintFor(short, "祭り", nothing_hidden)).toBeUndefined();
    expect(hintFor(short, "祭り", nothing_hidden, 1)?.clause).toBe("6.2");
    expect(worthAsking("祭", 1)).toBe(true);
    expect(worthAsking("", 1)).toBe(false);
  });

  test("GivenNoAnswer_ThenNothingIsShown", () => {
    expect(hintFor(undefined, "会議は14時です。", nothing_hidden)).toBeUndefined();
  });
});

test.each([
  ["", false],
  ["はい。", false],
  ["   はい。   ", false],
  ["👍👍👍", false],
  ["了解です", true],
  ["   了解です", true],
])("GivenTheText「%s」_ThenItIsWorthAsking:%s", (text, worth) => {
  expect(worthAsking(text)).toBe(worth);
});

test("GivenATextTooLongToBeSent_ThenItIsNotWorthAsking", () => {
  expect(worthAsking("あ".repeat(5_000))).toBe(true);
  expect(worthAsking("あ".repeat(50_000))).toBe(false);
});

describe("what happens to a text that is sent", () => {
  const [hint, asks, stops] = [
    finding("5.1", "hint"),
    finding("B6", "confirm"),
    finding("2.5.a", "block"),
  ];

  test("GivenNoAnswerOrOnlyHints_ThenItIsSent", () => {
    expect(verdictOn(undefined)).toEqual({ kind: "send" });
    expect(verdictOn({ findings: [hint] })).toEqual({ kind: "send" });
  });

  test("GivenAQuestion_ThenItIsConfirmedWithTheAcknowledgement", () => {
    expect(verdictOn({ findings: [asks, hint], acknowledgement: "yes" })).toEqual({
      kind: "confirm",
      findings: [asks],
      acknowledgement: "yes",
    });
  });

  test("GivenSomethingBlocked_ThenItIsStoppedWhateverElseIsFound", () => {
    expect(verdictOn({ findings: [asks, stops] })).toEqual({ kind: "stop", findings: [stops] });
  });
});
