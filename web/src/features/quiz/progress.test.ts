import { expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import type { Person } from "../../platform/wire.ts";
import { standingOf } from "./progress.ts";

const person = (id: string, name: string): [string, Person] => [
  id,
  somebody(id, { name, department: "地域福祉課" }),
];
const directory = new Map([person("7", "青木 智子"), person("3", "佐々木 彩")]);

test("GivenThoseWhoHaveAndHaveNot_WhenListed_ThenTheyStandInTheOrderOfTheDirectory", () => {
  const people = [{ person: "9" }, { person: "3", done_at: 5 }, { person: "7" }];
  const { all, open, done } = standingOf({ year: 2026, people }, directory, "以前の職員");
  expect(all).toBe(3);
  expect(open.map(({ name }) => name)).toEqual(["青木 智子", "以前の職員"]);
  expect(done).toEqual([{ id: "3", name: "佐々木 彩", department: "地域福祉課", at: 5 }]);
});

test("GivenNobody_WhenListed_ThenThereIsNobody", () => {
  expect(standingOf({ year: 2026, people: [] }, directory, "")).toEqual({
    all: 0,
    open: [],
    done: [],
  });
});
