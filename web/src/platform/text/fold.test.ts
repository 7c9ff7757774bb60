import { describe, expect, test } from "vitest";
import variants from "../../../../server/platform/text/variants.json";
import { finds, fold } from "./fold.ts";

describe("fold", () => {
  test.each([
    ["カタカナ", "かたかな"],
    ["ｶﾞｷﾞｸﾞ", "がぎぐ"],
    ["ＡＢＣ１２", "abc12"],
    ["髙橋", "高橋"],
    ["葛󠄀城", "葛城"],
    ["𠮷野", "吉野"],
    ["サトウ　ハナコ", "さとう はなこ"],
    ["㈱みなと", "(株)みなと"],
  ])("Given%sAnd%s_WhenFolded_ThenTheyAreTheSame", (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test.each(Object.entries(variants))(
    "GivenTheVariant%s_WhenFolded_ThenItIs%s",
    (variant, plain) => {
      expect(fold(variant)).toBe(plain);
      expect(fold(plain)).toBe(plain);
    },
  );

  test("GivenDifferentNames_WhenFolded_ThenTheyStayDifferent", () => {
    expect(fold("佐藤")).not.toBe(fold("加藤"));
    expect(fold("はば")).not.toBe(fold("はは"));
  });
});

describe("finds", () => {
  const sato = ["佐藤 花子", "サトウ ハナコ", "125"];
  test.each(["", "佐藤", "さとう", "ｻﾄｳ", "はなこ", "佐藤 125", "　花子", "１２５"])(
    "GivenSato_WhenLookingFor「%s」_ThenSheIsFound",
    (query) => expect(finds(query, sato)).toBe(true),
  );
  test.each(["加藤", "佐藤 太郎", "126"])("GivenSato_WhenLookingFor「%s」_ThenSheIsNot", (query) =>
    expect(finds(query, sato)).toBe(false),
  );
});
