import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { settle } from "../../platform/fake_timer.ts";
import type { Departments, NamedDepartment } from "../../platform/wire.ts";
import { department, office } from "./tree_fixtures.ts";
import { added, moved } from "./tree.ts";
import { createTreeEditing, editsOf, theirEditsOf } from "./tree_editing.ts";

const refusal = (status: number, code: string) => ({
  ok: false as const,
  problem: { status, code, title: "", request_id: "" },
});

/** A server with a directory that others change too. */
function server() {
  const now: Departments = { version: 1, departments: [...office] };
  const sent: NamedDepartment[][] = [];
  const trouble: Answer<unknown>[] = [];
  const editing = createTreeEditing({
    list: () => Promise.resolve(listing ?? { ok: true, data: structuredClone(now) }),
    set(version, departments) {
      sent.push(departments);
      const bad = trouble.shift();
      if (bad && !bad.ok && bad.problem.status !== 0) return Promise.resolve(bad);
      if (version !== now.version) {
        return Promise.resolve(refusal(409, "directory.departments_changed"));
      }
      now.version += 1;
      now.departments = departments.map(({ name, parent }) => department(name, parent));
      return Promise.resolve(bad ?? { ok: true, data: undefined });
    },
  });
  let listing: Answer<Departments> | undefined;
  return {
    editing,
    now,
    sent,
    trouble,
    names: () => editing.state.get().rows.map(({ name }) => name),
    said: () => now.departments.map(({ name }) => name),
    edits: () => editsOf(editing.state.get()),
    listFails: (answer: Answer<Departments> | undefined) => (listing = answer),
    /** Somebody else sets something. */
    others(change: Partial<Departments>) {
      Object.assign(now, { version: now.version + 1, ...change });
    },
  };
}

async function opened() {
  const one = server();
  await one.editing.load();
  return one;
}

const name = (editing: ReturnType<typeof server>["editing"], key: string, text: string) => {
  for (let n = 1; n <= text.length; n++) editing.type(key, text.slice(0, n));
};

test("GivenANameThatWasTyped_WhenTakenBack_ThenItIsOneStepForEachName", async () => {
  const { editing, names } = await opened();
  name(editing, "=総務課", "総務部");
  name(editing, "=相談係", "相談室");
  editing.settle();
  name(editing, "=相談係", "相談所");
  expect(names().slice(0, 3)).toEqual(["総務部", "地域福祉課", "相談所"]);
  editing.undo();
  expect(names()[2]).toBe("相談室");
  editing.undo();
  expect(names()[2]).toBe("相談係");
  editing.undo();
  editing.undo();
  expect(names()[0]).toBe("総務課");
  expect(editing.state.get().past).toEqual([]);
});

test("GivenEdits_WhenSaved_ThenTheServerHasThemAndNothingIsLeftToSave", async () => {
  const { editing, said, edits } = await opened();
  name(editing, "=総務課", "総務部");
  editing.step(moved(editing.state.get().rows, "=生活支援課", "up") ?? []);
  expect(await editing.save()).toBe("saved");
  expect(said()).toEqual(["総務部", "生活支援課", "地域福祉課", "相談係", "貸付係"]);
  expect(edits()).toEqual([]);
  expect(editing.state.get()).toMatchObject({ known: { version: 2 }, saving: false, past: [] });
});

test("GivenEdits_WhenPeopleAndHeadsChange_ThenTheyStayAndAreSavedAllTheSame", async () => {
  const { editing, names, sent, others } = await opened();
  name(editing, "=総務課", "総務部");
  others({ departments: office.map((one) => ({ ...one, people: one.people + 1, head: "7" })) });
  await editing.load();
  expect(names()[0]).toBe("総務部");
  expect(editing.state.get().known?.departments[0]).toMatchObject({ people: 10, head: "7" });
  others({});
  expect(await editing.save()).toBe("saved");
  expect(sent.length).toBe(2);
});

test("GivenEdits_WhenSomebodyElseChangesTheTree_ThenBothAreShownUntilTheirsIsTaken", async () => {
  const { editing, names, edits, others, said } = await opened();
  name(editing, "=総務課", "総務部");
  others({ departments: [...office, department("新しい課")] });
  expect(await editing.save()).toBe("changed");
  expect(names()[0]).toBe("総務部");
  expect(said()).toContain("総務課");
  expect(theirEditsOf(editing.state.get())).toEqual([
    { kind: "added", name: "新しい課", under: undefined },
  ]);
  const mine = [{ kind: "renamed", was: "総務課", name: "総務部" }];
  expect(edits()).toEqual(mine);
  editing.takeTheirs();
  expect(names()).toEqual([...office.map((one) => one.name), "新しい課"]);
  expect(editing.state.get()).toMatchObject({ dropped: mine, theirs: undefined });
  name(editing, "=総務課", "総務部");
  expect(await editing.save()).toBe("saved");
  expect(editing.state.get().dropped).toEqual([]);
});

test("GivenNoEdits_WhenSomebodyElseChangesTheTree_ThenItIsShownAtOnce", async () => {
  const { editing, names, others } = await opened();
  others({ departments: [department("総務課")] });
  await editing.load();
  expect(names()).toEqual(["総務課"]);
});

test("GivenASaveWhoseAnswerWasLost_WhenSavedAgain_ThenItIsNotTakenForSomebodyElses", async () => {
  const { editing, trouble, edits } = await opened();
  const { rows, key } = added(editing.state.get().rows, undefined);
  editing.step(rows);
  name(editing, key, "新しい課");
  trouble.push(refusal(0, "client.unreachable"));
  expect(await editing.save()).toBe("refused");
  expect(editing.state.get().problem?.status).toBe(0);
  expect(edits().length).toBe(1);
  expect(await editing.save()).toBe("saved");
  expect(edits()).toEqual([]);
});

test("GivenARefusal_WhenTheNextStepIsDone_ThenWhatWasTypedStaysAndTheRefusalGoes", async () => {
  const { editing, trouble, names } = await opened();
  name(editing, "=総務課", "総務／部");
  trouble.push(refusal(422, "directory.bad_departments"));
  expect(await editing.save()).toBe("refused");
  expect(names()[0]).toBe("総務／部");
  expect(editing.state.get().problem?.code).toBe("directory.bad_departments");
  editing.type("=総務課", "総務部");
  expect(editing.state.get().problem).toBeUndefined();
});

test("GivenABrokenLine_WhenLoading_ThenItIsSaidOnlyWhereNothingIsKnown", async () => {
  const { editing, listFails, names } = server();
  listFails(refusal(0, "client.unreachable"));
  await editing.load();
  expect(editing.state.get().problem?.status).toBe(0);
  listFails(undefined);
  await editing.load();
  listFails(refusal(0, "client.unreachable"));
  await editing.load();
  expect(names().length).toBe(office.length);
  expect(editing.state.get().problem).toBeUndefined();
});

test("GivenASaveUnderWay_WhenPeopleChange_ThenNothingIsAskedUntilItIsDone", async () => {
  const { editing, edits } = await opened();
  name(editing, "=総務課", "総務部");
  const saving = editing.save();
  await editing.load();
  expect(await saving).toBe("saved");
  await settle();
  expect(edits()).toEqual([]);
});
