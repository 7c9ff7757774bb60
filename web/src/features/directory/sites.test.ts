import { expect, test } from "vitest";
import type { Person, Site } from "../../platform/wire.ts";
import {
  blank,
  departmentSites,
  judgeSite,
  moves,
  shifted,
  siteOf,
  withTyped,
  without,
} from "./sites.ts";

const site = (name: string, departments: string[] = []): Site => ({
  name,
  address: "",
  telephone: "",
  departments,
  people: 0,
});
const sites = [site("本所", ["総務課"]), site("分室"), site("倉庫")];
const person = (department: string, own?: string) =>
  ({ department, ...(own !== undefined && { site: own }) }) as Person;

test("GivenSomebody_WhenAskedWhereTheyWork_ThenTheirOwnSiteComesBeforeTheirDepartments", () => {
  const at = departmentSites(sites);
  expect(siteOf(person("総務課"), at)).toBe("本所");
  expect(siteOf(person("総務課", "分室"), at)).toBe("分室");
  expect(siteOf(person("福祉課"), at)).toBe("");
});

test.each([
  [" ", undefined, "missing"],
  ["あ".repeat(61), undefined, "long"],
  ["本所", undefined, "twice"],
  ["本所", "分室", "twice"],
  ["本所", "本所", undefined],
  ["別館", undefined, undefined],
] as const)("Given%s_WhenItWas%s_ThenWhatIsWrongIs%s", (name, was, wrong) => {
  expect(judgeSite({ ...blank, name }, was, sites)).toBe(wrong);
});

test("GivenASiteThatIsTyped_WhenItIsSent_ThenAllOthersStayAsTheyAre", () => {
  const typed = { ...blank, name: " 北分室 ", address: "港町1" };
  const names = (all: { name: string; was?: string }[]) => all.map(({ name, was }) => [was, name]);
  expect(names(withTyped(sites, typed, "分室"))).toEqual([
    ["本所", "本所"],
    ["分室", "北分室"],
    ["倉庫", "倉庫"],
  ]);
  expect(withTyped(sites, typed, undefined).at(-1)).toEqual({
    name: "北分室",
    address: "港町1",
    telephone: "",
  });
  expect(names(without(sites, "分室"))).toEqual([
    ["本所", "本所"],
    ["倉庫", "倉庫"],
  ]);
});

test("GivenSites_WhenOneIsShifted_ThenItChangesPlacesWithItsNeighbour", () => {
  const names = (by: -1 | 1, name: string) => shifted(sites, name, by)?.map((one) => one.name);
  expect(names(1, "本所")).toEqual(["分室", "本所", "倉庫"]);
  expect(names(-1, "倉庫")).toEqual(["本所", "倉庫", "分室"]);
  expect(names(-1, "本所")).toBeUndefined();
  expect(names(1, "倉庫")).toBeUndefined();
});

test("GivenDepartmentsThatAreChosen_ThenOnlyThoseThatMoveAreSent", () => {
  const typed = { ...blank, name: "本所", departments: ["福祉課", "総務課"] };
  expect(moves(["総務課", "庶務係"], typed)).toEqual([
    { department: "福祉課", site: "本所" },
    { department: "庶務係", site: "" },
  ]);
});
