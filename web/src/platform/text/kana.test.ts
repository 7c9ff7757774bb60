import { expect, test } from "vitest";
import { kanaRowOf } from "./kana.ts";

test.each([
  ["アベ ケン", "あ"],
  ["ヴィヴィ", "あ"],
  ["ゴトウ", "か"],
  ["ｶﾞﾓｳ", "か"],
  ["ザイゼン", "さ"],
  ["ッタ", "た"],
  ["づか", "た"],
  ["ニシムラ", "な"],
  ["パク", "は"],
  ["モリ", "ま"],
  ["ャマ", "や"],
  ["ロペス", "ら"],
  ["ワタナベ", "わ"],
  ["ンゴマ", "わ"],
  ["　サトウ", "さ"],
])("Given%s_WhenItsRowIsAskedFor_ThenItIs%s", (reading, row) => {
  expect(kanaRowOf(reading)).toBe(row);
});

test.each(["", "佐藤", "Mai", "７", "ー"])(
  "Given「%s」_WhenItsRowIsAskedFor_ThenThereIsNone",
  (text) => expect(kanaRowOf(text)).toBeUndefined(),
);
