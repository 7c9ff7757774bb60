import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import type { Id, Problem } from "../../platform/wire.ts";
import { sending } from "../../ui/sheet_import.ts";

/** Kinds of pictures that the server takes, as browsers call them. */
const kinds: readonly string[] = ["image/jpeg", "image/png", "image/webp", "image/heic"];

/** As on the server. */
export const largest_bytes = 10 * 1024 * 1024;

/** A file that this browser can't show goes as it is. What a phone's HEIC is called depends on the browser. */
export const asItIs = (file: File): Blob =>
  kinds.includes(file.type) ? file : new Blob([file], { type: "image/heic" });

export async function setPhoto(picture: Blob): Promise<Problem | undefined> {
  return problemOf(await ask(api.PUT("/api/v1/me/photo", sending(picture))));
}

/** Takes my photo away, and gives it, so that it can be set again. */
export async function takePhoto(person: Id, photo: Id): Promise<Answer<Blob>> {
  const path = { person, photo };
  const kept = await ask(
    api.GET("/api/v1/directory/people/{person}/photos/{photo}", {
      params: { path },
      parseAs: "blob",
    }),
  );
  if (!kept.ok) return kept;
  const gone = await ask(api.DELETE("/api/v1/me/photo"));
  return gone.ok ? kept : gone;
}

/** Of somebody else, for administrators. */
export async function removePhotoOf(person: Id): Promise<Problem | undefined> {
  const params = { path: { person } };
  return problemOf(await ask(api.DELETE("/api/v1/directory/people/{person}/photo", { params })));
}
