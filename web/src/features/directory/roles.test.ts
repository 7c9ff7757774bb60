import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { somebody } from "../../platform/fake_person.ts";
import { createStore } from "../../platform/store.ts";
import type { RoleChange, Roles, Session } from "../../platform/wire.ts";
import {
  all_permissions,
  createRoleActions,
  emptyRoles,
  givable,
  givenTo,
  isSame,
  mayChange,
  permissionsOf,
  permitted,
  unseenChanges,
  type RolesServer,
  type RolesState,
} from "./roles.ts";

const sets: Roles["sets"] = [
  { id: "7", name: "研修担当", permissions: ["quiz"] },
  { id: "8", name: "人事", permissions: ["staff", "quiz"] },
];
const change = (id: number, said: Partial<RoleChange> = {}): RoleChange => ({
  id,
  at: 1,
  by: "2",
  person: "3",
  before: [],
  after: [],
  ...said,
});
const roles: Roles = {
  sets,
  people: [
    { person: "1", role: "administrator", sets: [] },
    { person: "3", role: "member", sets: ["8", "7"] },
  ],
  changes: [change(9), change(8, { by: "1" }), change(5)],
  seen: 5,
  may_edit_sets: true,
};

test("GivenASession_WhenAskedWhatIMay_ThenTheServerSaysItAndOneOfBeforeMeansAdministrators", () => {
  const session: Session = {
    org: { id: "1", name: "みなと" },
    person: somebody("1"),
    access_version: 1,
    settings: { text_size: "medium", theme: "system", enter_key: "ask" },
    has_password: true,
  };
  expect([...permissionsOf({ ...session, permissions: ["quiz"] }, "member")]).toEqual(["quiz"]);
  expect(permissionsOf(session, "administrator").size).toBe(all_permissions.length);
  expect(permissionsOf(session, "member").size).toBe(0);
});

test("GivenARole_WhenItGivesRoles_ThenUpToItselfAndToNobodyAbove", () => {
  expect(givable("sub_administrator")).toEqual(["sub_administrator", "member"]);
  expect(givable("administrator")[0]).toBe("administrator");
  expect(mayChange("sub_administrator", "administrator")).toBe(false);
  expect(mayChange("sub_administrator", "sub_administrator")).toBe(true);
});

test("GivenWhatSomebodyHas_WhenAskedWhatItPermits_ThenEachOnceAndInTheOrderOfThePage", () => {
  expect(permitted(givenTo(roles, "3"), sets)).toEqual(["staff", "quiz"]);
  expect(permitted(givenTo(roles, "4"), sets)).toEqual([]);
  expect(permitted(givenTo(roles, "1"), sets)).toEqual([...all_permissions]);
  expect(isSame(givenTo(roles, "3"), { role: "member", sets: ["7", "8"] })).toBe(true);
  expect(isSame(givenTo(roles, "3"), { role: "member", sets: ["7"] })).toBe(false);
});

test("GivenChanges_WhenCounted_ThenOnlyThoseOfOthersThatIHaveNotSeen", () => {
  expect(unseenChanges({ roles, problem: undefined }, "1")).toBe(1);
  expect(unseenChanges({ roles, problem: undefined }, "2")).toBe(1);
  expect(unseenChanges(emptyRoles, "1")).toBe(0);
});

const yes = <T>(data: T): Promise<Answer<T>> => Promise.resolve({ ok: true, data });

function made(server: Partial<RolesServer> = {}) {
  const store = createStore<RolesState>(emptyRoles);
  const asked: string[] = [];
  const note = (what: string) => {
    asked.push(what);
    return yes(undefined);
  };
  const actions = createRoleActions({
    roles: store,
    server: {
      roles: () => {
        asked.push("roles");
        return yes(roles);
      },
      appoint: () => note("appoint"),
      makeSet: () => note("make"),
      changeSet: () => note("change"),
      deleteSet: () => note("delete"),
      see: (upTo) => note(`see ${upTo}`),
      ...server,
    },
  });
  return { store, actions, asked };
}

test("GivenSomethingChanged_WhenItIsDone_ThenThePageAsksAnew", async () => {
  const { actions, asked } = made();
  expect(await actions.appoint("3", { role: "member", sets: [] })).toBeUndefined();
  expect(asked).toEqual(["appoint", "roles"]);
});

test("GivenNewChanges_WhenTheyAreSeen_ThenItIsSaidOnceAndHolds", async () => {
  const { store, actions, asked } = made();
  await actions.load();
  await actions.see();
  await actions.see();
  expect(asked).toEqual(["roles", "see 9"]);
  expect(unseenChanges(store.get(), "1")).toBe(0);
});

test("GivenSomebodyElseSignsIn_WhenAnOldAnswerArrives_ThenItIsPassedOver", async () => {
  const { store, actions } = made();
  const loading = actions.load();
  actions.reset();
  await loading;
  expect(store.get()).toEqual(emptyRoles);
});
