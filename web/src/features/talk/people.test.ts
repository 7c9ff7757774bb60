import { expect, test } from "vitest";
import type { Origin, Person } from "../../platform/wire.ts";
import { becauseOf } from "./people.ts";

const person: Person = {
  id: "3",
  name: "佐藤 花子",
  kana: "サトウ ハナコ",
  login: "sato@minato",
  department: "総務係",
  position: "主任",
  posts: [{ department: "貸付係", position: "" }],
  employment: "正職員",
  extension: "",
  telephone: "",
  duties: "",
  role: "member",
};
const of = (name: string): Origin => ({ kind: "department", name });

test("GivenTheRoomOfAnEmploymentType_ThenThatIsWhySomebodyIsIn", () => {
  expect(becauseOf(person, { kind: "employment", name: "正職員" })).toEqual([
    { what: "employment", name: "正職員" },
  ]);
});

test("GivenTheRoomOfADepartment_ThenTheMainOneOrThePostIsWhySomebodyIsIn", () => {
  expect(becauseOf(person, of("総務係"))).toEqual([{ what: "department", name: "総務係 主任" }]);
  expect(becauseOf(person, of("貸付係"))).toEqual([{ what: "post", name: "貸付係" }]);
});

test("GivenTheRoomOfWhatIsAboveThem_ThenAllTheirDepartmentsAreSaid", () => {
  expect(becauseOf(person, of("総務課"))).toEqual([
    { what: "department", name: "総務係 主任" },
    { what: "post", name: "貸付係" },
  ]);
});
