import { expect, test } from "vitest";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import { createDrafts } from "./drafts.ts";

test("GivenADraft_WhenOpenedAgain_ThenItIsThereForItsWriterOnly", () => {
  const shelf = createShelf();
  const keep = createKeep(() => shelf);
  const drafts = createDrafts();
  drafts.open(keep, "1");
  drafts.write("9", "あとで書く");

  const later = createDrafts();
  later.open(keep, "1");
  expect(later.all.get().get("9")).toBe("あとで書く");
  later.open(keep, "2");
  expect(later.all.get().size).toBe(0);
});

test("GivenADraft_WhenItIsEmptied_ThenNothingIsKept", () => {
  const shelf = createShelf();
  const drafts = createDrafts();
  drafts.open(
    createKeep(() => shelf),
    "1",
  );
  drafts.write("9", "a");
  drafts.write("9", "");
  expect(shelf.length).toBe(0);
  expect(drafts.all.get().has("9")).toBe(false);
});
