import { expect, test } from "vitest";
import { somebody } from "./fake_person.ts";
import { present } from "./present.ts";

test("GivenSomebodyRetired_WhenPeopleAreListed_ThenOnlyTheOthersAreThereInTheirOrder", () => {
  const people = [
    somebody("3"),
    somebody("1", { name: "退職者 1", retired: true }),
    somebody("2", { leave: { from: "2026-12-01" } }),
  ];
  const listed = present(new Map(people.map((one) => [one.id, one])));
  expect(listed.map(({ id }) => id)).toEqual(["3", "2"]);
});
