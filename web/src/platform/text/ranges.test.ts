import { describe, expect, test } from "vitest";
import { excerpt, leavingOut, placeWithout, type Piece, type Range } from "./ranges.ts";

const rangeOf = (text: string, part: string): Range => {
  const begin = text.indexOf(part);
  return { begin, end: begin + part.length };
};
const without = (text: string, ranges: Range[]) => {
  const cut = leavingOut(text, ranges);
  if (!cut) return text;
  return text.slice(0, cut.begin) + cut.becomes + text.slice(cut.begin + cut.was.length);
};
const shown = (pieces: Piece[]) =>
  pieces.map((p) => (p.kind === "gap" ? "…" : p.kind === "marked" ? `[${p.text}]` : p.text));

describe("what is left out", () => {
  test("GivenAGreeting_WhenLeftOut_ThenOnlyThatIsGone", () => {
    const text = "お疲れ様です。\n会議は14時です。";
    expect(without(text, [rangeOf(text, "お疲れ様です。\n")])).toBe("会議は14時です。");
  });

  test("GivenSeveralParts_WhenLeftOut_ThenItIsOneReplacementAndWhatIsBetweenStays", () => {
    const text = "𠮷田様 お疲れ様です。会議です。以上です。";
    const ranges = ["以上です。", "お疲れ様です。"].map((part) => rangeOf(text, part));
    expect(leavingOut(text, ranges)).toEqual({
      begin: 5,
      was: "お疲れ様です。会議です。以上です。",
      becomes: "会議です。",
    });
    expect(without(text, ranges)).toBe("𠮷田様 会議です。");
  });

  test("GivenOverlappingParts_WhenLeftOut_ThenNothingGoesTwice", () => {
    const ranges = [
      { begin: 1, end: 4 },
      { begin: 2, end: 3 },
      { begin: 3, end: 5 },
    ];
    expect(without("0123456789", ranges)).toBe("056789");
    expect(placeWithout(7, ranges)).toBe(3);
  });

  test("GivenNothingToLeaveOut_ThenThereIsNoReplacement", () => {
    expect(leavingOut("会議です。", [])).toBeUndefined();
    expect(placeWithout(3, [])).toBe(3);
  });

  test.each([
    [0, 0],
    [2, 2],
    [3, 2],
    [5, 2],
    [9, 6],
  ])("GivenTheCaretAt%i_When2To5IsLeftOut_ThenItIsAt%i", (before, after) => {
    expect(placeWithout(before, [{ begin: 2, end: 5 }])).toBe(after);
  });
});

describe("what is shown of a text", () => {
  test("GivenAShortText_ThenAllOfItIsShownWithTheMark", () => {
    const text = "連絡です。年休を申請します。以上。";
    const mark = rangeOf(text, "年休を申請します。");
    expect(shown(excerpt(text, [mark], 20))).toEqual([
      "連絡です。",
      "[年休を申請します。]",
      "以上。",
    ]);
  });

  test("GivenALongText_ThenWhatIsFarFromTheMarksIsLeftOut", () => {
    const text = `${"あ".repeat(50)}い${"う".repeat(50)}え${"お".repeat(50)}`;
    const marks = [rangeOf(text, "い"), rangeOf(text, "え")];
    expect(shown(excerpt(text, marks, 2))).toEqual([
      "…",
      "ああ",
      "[い]",
      "うう",
      "…",
      "うう",
      "[え]",
      "おお",
      "…",
    ]);
    expect(shown(excerpt(text, marks, 25)).filter((p) => p === "…")).toHaveLength(2);
  });

  test("GivenNoMark_ThenTheBeginningIsShown", () => {
    expect(shown(excerpt("会議は14時です。", [], 4))).toEqual(["会議は1", "…"]);
    expect(shown(excerpt("会議です。", [], 40))).toEqual(["会議です。"]);
  });

  test("GivenACharacterOfTwoUnits_WhenTheEdgeFallsIntoIt_ThenItIsNotTornApart", () => {
    const text = "𠮷𠮷い𠮷𠮷";
    expect(shown(excerpt(text, [rangeOf(text, "い")], 1))).toEqual(["…", "𠮷", "[い]", "…"]);
    expect(shown(excerpt(text, [rangeOf(text, "い")], 3)).join("")).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });
});
