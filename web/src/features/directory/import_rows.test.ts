import { expect, test } from "vitest";
import { newcomer } from "./import_fixtures.ts";
import { factsOf } from "./import_rows.ts";

test("GivenANewcomer_WhenTheyAreShown_ThenEveryFilledColumnIsNamed", () => {
  const said = factsOf(newcomer({ department: "総務課", posts: "貸付係", hired_on: "2026-04-01" }));
  expect(said).toEqual([
    { field: "login", said: "h.yamada@minato" },
    { field: "department", said: "総務課" },
    { field: "posts", said: "貸付係" },
    { field: "hired_on", said: "2026年4月1日(水)" },
  ]);
});
