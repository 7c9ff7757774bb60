import decode from "qr/decode.js";
import { expect, test } from "vitest";
import { drawQr, type QrDrawing } from "./qr.ts";

const pixels = 4;

/** The path as a camera would see it. */
function picture({ size, path }: QrDrawing) {
  const side = size * pixels;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const left = Number(x) * pixels;
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row++) {
      for (let column = left; column < left + Number(width) * pixels; column++) {
        data.set([0, 0, 0], (row * side + column) * 4);
      }
    }
  }
  return { width: side, height: side, data };
}

test.each([
  "http://127.0.0.1:8080/hello#c=ABCD-EFGH-JKMN-PQRS-TUVW",
  "https://horenso.minato-shakyo.example.jp/hello#c=WVUT-SRQP-NMKJ-HGFE-DCBA",
])("GivenTheAddress%s_WhenItsDrawingIsRead_ThenItIsTheSame", (url) => {
  expect(decode(picture(drawQr(url)))).toBe(url);
});

test("GivenADrawing_WhenMeasured_ThenFourLightModulesAreAroundIt", () => {
  const { size, path } = drawQr("http://127.0.0.1:8080/hello#c=ABCD-EFGH-JKMN-PQRS-TUVW");
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
  const ends = runs.map(([x = 0, , width = 0]) => x + width);
  const rows = runs.map(([, y = 0]) => y);
  expect(Math.min(...runs.map(([x = 0]) => x), ...rows)).toBe(4);
  expect(Math.max(...ends, ...rows.map((y) => y + 1))).toBe(size - 4);
});
