import { expect, test } from "vitest";
import vectors from "../../../../tests/vectors/text_lengths.json";
import { fullWidth, halfWidthUnits } from "./width.ts";

test.each(vectors)(
  "Given $name_WhenMeasured_ThenItIsAsWideAsOnTheServer",
  ({ text, half_width_units: units }) => {
    expect(halfWidthUnits(text)).toBe(units);
  },
);

test.each([
  ["", 0],
  ["行事の打合せは十四時からで", 13],
  ["12/1(火) 10時 会議", 9],
  ["ｶﾞｷﾞ", 1],
  ["👨‍👩‍👧‍👦と葛󠄀城", 4],
])("Given「%s」_WhenMeasuredInFullWidthCharacters_ThenItIs%i", (text, characters) => {
  expect(fullWidth(text)).toBe(characters);
});
