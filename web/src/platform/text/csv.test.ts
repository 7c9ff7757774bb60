import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test("GivenRows_WhenWritten_ThenTheMarkOfUtf8StandsFirstAndEachLineEndsWithCrLf", () => {
  const written = csv([
    ["所属", "人数"],
    ["総務課", 10],
  ]);
  expect(written).toBe("\uFEFF所属,人数\r\n総務課,10\r\n");
  expect([...new TextEncoder().encode(written).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ["総務課,北支所", '"総務課,北支所"'],
  ['「"本部"」', '"「""本部""」"'],
  ["北支所\n2階", '"北支所\n2階"'],
  ["", ""],
])("GivenACellWithWhatParts_WhenWritten「%s」_ThenItIsOneCell", (cell, written) => {
  expect(csv([[cell, "次"]])).toBe(`\uFEFF${written},次\r\n`);
});

test.each(["=1+1", "+81", "-課", "@総務", "\t=1", " =1", "＝1+1", "＋1", "－課", "＠総務"])(
  "GivenACellThatCouldBeAFormula_WhenWritten「%s」_ThenItIsText",
  (cell) => {
    expect(csv([[cell]])).toBe(`\uFEFF'${cell}\r\n`);
  },
);

test("GivenAFormulaInQuotes_WhenWritten_ThenItIsHarmlessToo", () => {
  expect(csv([['=HYPERLINK("http://x","y")']])).toBe(
    '\uFEFF"\'=HYPERLINK(""http://x"",""y"")"\r\n',
  );
});

test("GivenANumberBelowNothing_WhenWritten_ThenItStaysANumber", () => {
  expect(csv([[-3]])).toBe("\uFEFF-3\r\n");
});
