import { describe, expect, it } from "vitest";
import { moved, squareOf, wholeOf, zoomed } from "./crop.ts";

describe("the square that is cut out", () => {
  it("is the middle of the picture at first, as large as can be", () => {
    expect(squareOf(wholeOf(400, 200))).toEqual({ left: 100, top: 0, side: 200 });
    expect(squareOf(wholeOf(200, 400))).toEqual({ left: 0, top: 100, side: 200 });
  });

  it("never leaves the picture", () => {
    expect(squareOf(moved(wholeOf(400, 200), 9, 9))).toEqual({ left: 200, top: 0, side: 200 });
    expect(squareOf(moved(wholeOf(400, 200), -9, -9))).toEqual({ left: 0, top: 0, side: 200 });
    const corner = moved(zoomed(wholeOf(400, 200), 4), 9, 9);
    expect(squareOf(zoomed(corner, 1))).toEqual({ left: 200, top: 0, side: 200 });
  });

  it("is moved by as much as it is wide", () => {
    const near = zoomed(wholeOf(400, 200), 2);
    expect(squareOf(moved(near, 0.5, -0.25))).toEqual({ left: 200, top: 25, side: 100 });
  });

  it("is made smaller only so far, and about its middle", () => {
    expect(squareOf(zoomed(wholeOf(400, 200), 99))).toEqual({ left: 175, top: 75, side: 50 });
    expect(zoomed(wholeOf(400, 200), 0).zoom).toBe(1);
  });
});
