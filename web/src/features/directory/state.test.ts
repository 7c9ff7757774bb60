import { expect, test } from "vitest";
import type { Person, StreamState } from "../../platform/wire.ts";
import { somebody } from "../../platform/fake_person.ts";
import { applyStream, emptyDirectory } from "./state.ts";

const change = (snapshot: boolean, ...people: Person[]): StreamState => ({
  stream: "directory",
  version: 1,
  snapshot,
  people,
});

const sato = somebody("1", { name: "佐藤 花子", kana: "サトウ ハナコ" });
const abe = somebody("2", { name: "阿部 健", kana: "アベ ケン" });
const names = (state: typeof emptyDirectory) => [...state.people.values()].map((p) => p.name);

test("GivenPeople_WhenApplied_ThenTheyStandInKanaOrder", () => {
  expect(names(applyStream(emptyDirectory, change(true, sato, abe)))).toEqual([
    "阿部 健",
    "佐藤 花子",
  ]);
});

test("GivenAChange_WhenAppliedTwice_ThenTheStateIsTheSame", () => {
  const once = applyStream(applyStream(emptyDirectory, change(true, sato)), change(false, abe));
  expect(applyStream(once, change(false, abe))).toEqual(once);
  expect(names(once)).toHaveLength(2);
});

test("GivenASnapshot_WhenApplied_ThenThoseNotInItAreGone", () => {
  const before = applyStream(emptyDirectory, change(true, sato, abe));
  expect(names(applyStream(before, change(true, abe)))).toEqual(["阿部 健"]);
});
