import { expect, test } from "vitest";
import { isNight, pagesOf, roomFor } from "./board.ts";

test.each([
  [1, false, 2, 4],
  [8, false, 2, 4],
  [9, false, 3, 5],
  [120, false, 3, 5],
  [5, true, 1, 10],
])("Given%iPeople_WhenOnEndIs%s_ThenTheRoomIs%iBy%i", (people, portrait, columns, rows) =>
  expect(roomFor(people, portrait)).toEqual({ columns, rows }),
);

test("GivenMorePeopleThanFit_WhenPaged_ThenEachStandsOnOnePageInOrder", () => {
  const people = Array.from({ length: 31 }, (_, n) => n);
  const pages = pagesOf(people, { columns: 3, rows: 5 });
  expect(pages.map((page) => page.length)).toEqual([15, 15, 1]);
  expect(pages.flat()).toEqual(people);
  expect(pagesOf([], { columns: 3, rows: 5 })).toEqual([]);
});

test.each([
  ["06:59", true],
  ["07:00", false],
  ["17:59", false],
  ["18:00", true],
])("Given%s_WhenShown_ThenItIsNight:%s", (clock, night) =>
  expect(isNight(Date.parse(`2026-11-28T${clock}:00+09:00`))).toBe(night),
);
