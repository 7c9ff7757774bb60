import { describe, expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import type { ListedGroup, Room } from "../../platform/wire.ts";
import {
  bodyOf,
  crossesDepartments,
  draftOf,
  lackOf,
  leads,
  search,
  standing,
  withG,
  type GroupDraft,
} from "./groups.ts";

const me = "1";
const people = new Map(
  [
    somebody("1", { name: "佐藤 花子", department: "地域福祉課" }),
    somebody("2", { name: "田中 一郎", department: "地域福祉課" }),
    somebody("3", { name: "青木 実", department: "総務課" }),
    somebody("4", { department: "総務課", posts: [{ department: "地域福祉課", position: "" }] }),
  ].map((one) => [one.id, one]),
);
const group = (part: Partial<ListedGroup> = {}): ListedGroup => ({
  id: "9",
  name: "福祉フェスタG",
  purpose: "祭りの準備",
  master: "2",
  members: ["2", "3"],
  ...part,
});
const draft = (part: Partial<GroupDraft> = {}): GroupDraft => ({
  name: "祭りG",
  purpose: "準備",
  visibility: "listed",
  ends_on: "",
  shows_past: true,
  ...part,
});
const room: Room = {
  id: "9",
  kind: "group",
  name: "祭りG",
  members: ["1", "2"],
  master: "2",
  created_at: 0,
  last_seq: 0,
  read_seq: 0,
  unread: 0,
  group: {
    visibility: "listed",
    purpose: "準備",
    ends_on: "2026-12-25",
    shows_past: false,
    edited: 3,
    deputy: me,
  },
};

describe("a listed group", () => {
  const mine = { person: me, words: "", asked_at: 1 };
  test.each([
    ["IAmIn", group({ members: ["1"], request: mine }), "in"],
    ["IAsked", group({ request: mine }), "asked"],
    ["IGotANo", group({ request: { ...mine, declined_at: 2 } }), "declined"],
    ["ItIsNothingToMe", group(), "outside"],
  ])("Given%s_ThenThatIsSaid", (_, one, said) => {
    expect(standing(one, me)).toBe(said);
  });

  test("GivenWordsOfItsNamePurposeOrMaster_ThenItIsFound", () => {
    const other = group({ id: "8", name: "会計G", purpose: "決算", master: "3" });
    const ids = (query: string) => search([group(), other], people, query).map(({ id }) => id);
    expect(ids("フェスタ")).toEqual(["9"]);
    expect(ids("決算")).toEqual(["8"]);
    expect(ids("田中")).toEqual(["9"]);
    expect(ids("")).toEqual(["9", "8"]);
    expect(search([group({ deputy: "1" })], people, "佐藤")).toHaveLength(1);
  });
});

test("GivenMasterAndDeputy_ThenBothLead", () => {
  expect(["1", "2", "3"].filter((who) => leads(room, who))).toEqual(["1", "2"]);
});

test.each([
  ["OneDepartment", ["1", "2"], false],
  ["TwoDepartments", ["1", "2", "3"], true],
  ["APostInTheOther", ["1", "2", "4"], false],
  ["Nobody", [], false],
  ["OnePerson", ["3"], false],
])("Given%s_ThenWhetherTheyCrossDepartmentsIsKnown", (_, ids, crosses) => {
  expect(crossesDepartments(people, ids)).toBe(crosses);
});

describe("a draft", () => {
  test.each([
    ["NoName", draft({ name: " " }), "name"],
    ["ALongName", draft({ name: "あ".repeat(51) }), "name_over"],
    ["NoPurposeThoughListed", draft({ purpose: "\n" }), "purpose"],
    ["NoPurpose", draft({ purpose: "", visibility: "unlisted" }), undefined],
    ["ALongPurpose", draft({ purpose: "あ".repeat(201) }), "purpose_over"],
    ["WhatIsNeeded", draft(), undefined],
  ])("Given%s_ThenWhatIsLackingIsNamed", (_, one, lack) => {
    expect(lackOf(one)).toBe(lack);
  });

  test("GivenAGroup_ThenItsDraftIsSentAsItWas", () => {
    expect(bodyOf(draftOf(room))).toEqual({
      name: "祭りG",
      purpose: "準備",
      visibility: "listed",
      ends_on: "2026-12-25",
      shows_past: false,
    });
    expect(bodyOf(draft({ name: " 祭りG " }))).not.toHaveProperty("ends_on");
  });

  test("GivenANameWithoutG_ThenTheProposalEndsWithIt", () => {
    expect(withG("福祉フェスタ検討 ")).toBe("福祉フェスタ検討G");
  });
});
