import { expect, test } from "vitest";
import { somebody } from "./fake_person.ts";
import { namesOf } from "./staff_order.ts";

const people = [
  somebody("20", { department: "地域福祉課", employment: "正職員" }),
  somebody("9", { department: "総務課", employment: "臨時職員" }),
  somebody("3", { employment: "臨時職員" }),
];

test("GivenDepartments_WhenListed_ThenTheyStandAsInTheListOfStaffAndThoseWithoutAtTheEnd", () => {
  expect(namesOf(people, "department")).toEqual(["総務課", "地域福祉課", ""]);
  expect(namesOf(people, "employment")).toEqual(["臨時職員", "正職員"]);
});
