import { beforeEach, describe, expect, it } from "vitest";
import { faces, isSpared, photoAddress, wantFace } from "./faces.ts";

beforeEach(() => {
  faces.set(() => ({ photos: new Map([["7", "9"]]), sparing: false, wanted: new Set() }));
});

describe("faces", () => {
  it("are where the photo of that choice lies", () => {
    const address = "/api/v1/directory/people/7/photos/9?size=small";
    expect(photoAddress(faces.get(), "7", "small")).toBe(address);
    expect(photoAddress(faces.get(), "8", "small")).toBeUndefined();
  });

  it("are not loaded on a device that saves data, until one is asked for", () => {
    faces.set((now) => ({ ...now, sparing: true }));
    expect(photoAddress(faces.get(), "7", "large")).toBeUndefined();
    expect([isSpared(faces.get(), "7"), isSpared(faces.get(), "8")]).toEqual([true, false]);
    wantFace("7");
    expect(photoAddress(faces.get(), "7", "large")).toContain("size=large");
    expect(isSpared(faces.get(), "7")).toBe(false);
  });
});
