import { createStore } from "../platform/store.ts";
import type { Id } from "../platform/wire.ts";

/** Whose photos there are, and whether this device loads them. */
export interface Faces {
  photos: ReadonlyMap<Id, Id>;
  /** 省データ: none is loaded until it is asked for. */
  sparing: boolean;
  /** Those that were asked for all the same. */
  wanted: ReadonlySet<Id>;
}

/** Filled in by the app. A face is drawn from a name and an id; so whoever draws one need not know of photos. */
export const faces = createStore<Faces>({ photos: new Map(), sparing: false, wanted: new Set() });

/** Where the photo lies that is to be shown; nothing if there is none, or it isn't to be loaded. */
export function photoAddress(now: Faces, person: Id, size: "small" | "large"): string | undefined {
  const photo = now.photos.get(person);
  if (photo === undefined || (now.sparing && !now.wanted.has(person))) return undefined;
  return `/api/v1/directory/people/${person}/photos/${photo}?size=${size}`;
}

/** Is there one that is shown only when it is asked for? */
export const isSpared = (now: Faces, person: Id): boolean =>
  now.sparing && now.photos.has(person) && !now.wanted.has(person);

export function wantFace(person: Id): void {
  faces.set((now) => ({ ...now, wanted: new Set(now.wanted).add(person) }));
}
