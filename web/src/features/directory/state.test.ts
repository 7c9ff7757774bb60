import { expect, test } from "vitest";
import type { Person, StreamState } from "../../platform/wire.ts";
import { applyStream, emptyDirectory, search } from "./state.ts";

const person = (id: string, name: string, kana: string, extension = ""): Person => ({
  id,
  name,
  kana,
  login: `S${id}`,
  department: "地域福祉課",
  position: "主事",
  employment: "正職員",
  extension,
  role: "member",
});
const change = (snapshot: boolean, ...people: Person[]): StreamState => ({
  stream: "directory",
  version: 1,
  snapshot,
  people,
});

const sato = person("1", "佐藤 花子", "サトウ ハナコ", "125");
const abe = person("2", "阿部 健", "アベ ケン", "31");
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

test("GivenNameKanaOrExtension_WhenSearched_ThenThePersonIsFound", () => {
  const state = applyStream(emptyDirectory, change(true, sato, abe));
  expect(search(state, "ｻﾄｳ").map((p) => p.id)).toEqual(["1"]);
  expect(search(state, "31").map((p) => p.id)).toEqual(["2"]);
  expect(search(state, "")).toHaveLength(2);
});
