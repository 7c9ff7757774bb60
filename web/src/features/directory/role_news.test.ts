import { expect, test } from "vitest";
import { rolesWords } from "../../platform/i18n/roles.ts";
import type { RoleChange } from "../../platform/wire.ts";
import { sentencesOf } from "./role_news.ts";

const names: Record<string, string> = { "1": "青木", "3": "吉田" };
const said = (change: Partial<RoleChange>) =>
  sentencesOf(
    { id: 1, at: 1, by: "1", before: [], after: [], ...change },
    (id) => names[id] ?? "",
    rolesWords(),
  );

test("GivenARoleThatWasGiven_WhenTold_ThenItSaysWhoGaveWhomWhat", () => {
  const person = "3";
  expect(
    said({ person, role_before: "member", role_after: "sub_administrator", before: ["人事"] }),
  ).toEqual([
    "青木さんが、吉田さんを副管理者にしました。",
    "青木さんが、吉田さんの「人事」を終わりにしました。",
  ]);
  expect(said({ person, role_before: "administrator", role_after: "member" })).toEqual([
    "青木さんが、吉田さんの管理者の役割を終わりにしました。",
  ]);
  expect(
    said({ person, role_before: "member", role_after: "member", after: ["人事", "研修担当"] }),
  ).toEqual(["青木さんが、吉田さんに「人事」「研修担当」を任せました。"]);
});

test("GivenASet_WhenItIsMadeChangedOrGone_ThenItSaysWhatItPermits", () => {
  const set = "人事";
  expect(said({ set, after: ["staff", "tomorrow"] })).toEqual([
    "青木さんが、受け持ち「人事」を作りました。できること：人事・名簿、tomorrow",
  ]);
  expect(said({ set, before: ["staff"], after: ["quiz"] })).toEqual([
    "青木さんが、受け持ち「人事」を変えました。できること：理解度チェック",
  ]);
  expect(said({ set, before: ["staff"] })).toEqual([
    "青木さんが、受け持ち「人事」をなくしました。",
  ]);
});

test("GivenWhoeverRunsTheServer_WhenTheyGaveIt_ThenItSaysSo", () => {
  const sentences = sentencesOf(
    {
      id: 1,
      at: 1,
      person: "3",
      role_before: "member",
      role_after: "administrator",
      before: [],
      after: [],
    },
    (id) => names[id] ?? "",
    rolesWords(),
  );
  expect(sentences).toEqual(["サーバーの担当者が、吉田さんを管理者にしました。"]);
});
