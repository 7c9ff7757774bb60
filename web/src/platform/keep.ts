import type { Device } from "./wire.ts";

/**
 * What this browser remembers. On a device that one person uses, unsent text and drafts survive a
 * closed browser; on a shared PC they live no longer than the tab. Neither holds anything that was
 * received.
 */
export interface Keep {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin with `prefix`. */
  keys(prefix: string): string[];
}

/** The part of the Web Storage interface that is used here. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const brand = "horenso.";

/** A full or forbidden storage must not stop anybody from writing: then nothing is remembered. */
export function createKeep(shelf: () => Shelf): Keep {
  const quietly = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => quietly(() => shelf().getItem(brand + key) ?? undefined, undefined),
    set: (key, value) => quietly(() => shelf().setItem(brand + key, value), undefined),
    remove: (key) => quietly(() => shelf().removeItem(brand + key), undefined),
    keys: (prefix) =>
      quietly(() => {
        const found: string[] = [];
        for (let i = 0; i < shelf().length; i++) {
          const key = shelf().key(i);
          if (key?.startsWith(brand + prefix)) found.push(key.slice(brand.length));
        }
        return found;
      }, []),
  };
}

/** Choices of the device itself (text size, whose it is): known before anybody signs in. */
export const deviceKeep = createKeep(() => localStorage);

export function deviceIs(keep: Keep, touch: boolean): Device {
  const said = keep.get("device");
  if (said === "own" || said === "office" || said === "shared") return said;
  return touch ? "own" : "shared";
}

/** Where a person's own unsent text is kept on this device. */
export function personKeep(device: Device): Keep {
  return createKeep(() => (device === "shared" ? sessionStorage : localStorage));
}

/** What was put off until the next time this browser is opened. */
export const sessionKeep = createKeep(() => sessionStorage);

/** Moves a person's text along when it becomes known whose device this is. */
export function movePerson(person: string, next: Device): void {
  const [from, to] = [personKeep(next === "shared" ? "own" : "shared"), personKeep(next)];
  const kinds = ["outbox", "draft", "notify", "put_off"];
  for (const key of kinds.flatMap((kind) => from.keys(`${kind}.${person}.`))) {
    to.set(key, from.get(key) ?? "");
    from.remove(key);
  }
}

/** Removes all of a person's text from this device, wherever it was. */
export function forgetPerson(person: string): void {
  const isTheirs = (key: string) => key.split(".")[1] === person;
  for (const keep of [personKeep("own"), personKeep("shared")]) {
    for (const key of keep.keys("").filter(isTheirs)) keep.remove(key);
  }
}
