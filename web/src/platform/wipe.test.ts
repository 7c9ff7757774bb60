import { expect, test } from "vitest";
import { wipe, wipeLarge, type Shelves } from "./wipe.ts";

function browser() {
  const cleared: string[] = [];
  const storage = (name: string) => () => ({ clear: () => void cleared.push(name) });
  const shelves: Shelves = {
    storages: [storage("local"), storage("session")],
    indexedDB: {
      databases: () => Promise.resolve([{ name: "files" }, {}]),
      deleteDatabase: (name) => cleared.push(name),
    },
    caches: {
      keys: () => Promise.resolve(["pages"]),
      delete: (name) => Promise.resolve(cleared.push(name) > 0),
    },
  };
  return { cleared, shelves };
}

test("GivenABrowserThatKeepsThings_WhenWiped_ThenNothingIsLeft", async () => {
  const { cleared, shelves } = browser();
  await wipe(shelves);
  expect(cleared).toEqual(["local", "session", "files", "pages"]);
});

test("GivenAStorageThatIsForbiddenAndNoCaches_WhenWiped_ThenTheRestIsEmptied", async () => {
  const { cleared, shelves } = browser();
  const forbidden = () => {
    throw new Error("forbidden");
  };
  const databases = () => Promise.reject(new Error("private window"));
  await wipe({
    storages: [forbidden, ...shelves.storages],
    indexedDB: { ...shelves.indexedDB, databases },
    caches: undefined,
  });
  expect(cleared).toEqual(["local", "session"]);
});

test("GivenABrowserThatStaysInUse_WhenWhatIsLargeIsWiped_ThenShortThingsStay", async () => {
  const { cleared, shelves } = browser();
  await wipeLarge(shelves);
  expect(cleared).toEqual(["files", "pages"]);
});
