import { api, ask, type Answer } from "../../platform/api.ts";

/** The kinds of file that everybody can be written to. */
export const formats = ["xlsx", "csv"] as const;
export type Format = (typeof formats)[number];

export const askExport = (format: Format): Promise<Answer<Blob>> =>
  ask(api.POST("/api/v1/directory/exports", { body: { format }, parseAs: "blob" }));
