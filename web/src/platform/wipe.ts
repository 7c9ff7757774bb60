/** The parts of a window that keep something, as far as they are used here. */
export interface Shelves {
  storages: readonly (() => Pick<Storage, "clear">)[];
  indexedDB: { databases?(): Promise<{ name?: string }[]>; deleteDatabase(name: string): unknown };
  caches: Pick<CacheStorage, "keys" | "delete"> | undefined;
}

/** Storages are asked for one by one: a browser may forbid one and not the other. */
export const shelvesOf = (window: Window & typeof globalThis): Shelves => ({
  storages: [() => window.localStorage, () => window.sessionStorage],
  indexedDB: window.indexedDB,
  // Without https there are none.
  caches: "caches" in window ? window.caches : undefined,
});

/** Empties this browser of everything that the site has kept in it, whoever it was of. */
export async function wipe(shelves: Shelves): Promise<void> {
  for (const storage of shelves.storages) {
    try {
      storage().clear();
    } catch {
      // What may not be used holds nothing.
    }
  }
  await wipeLarge(shelves);
}

/** Empties it of what is kept in bulk. Short things, some of which are the device's own, stay. */
export async function wipeLarge({
  indexedDB,
  caches,
}: Pick<Shelves, "indexedDB" | "caches">): Promise<void> {
  const databases = (await quietly(indexedDB.databases?.())) ?? [];
  for (const { name } of databases) if (name !== undefined) indexedDB.deleteDatabase(name);
  const names = (await quietly(caches?.keys())) ?? [];
  await Promise.all(names.map((name) => quietly(caches?.delete(name))));
}

async function quietly<T>(asked: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}
