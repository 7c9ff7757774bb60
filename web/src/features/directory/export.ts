import { api, ask, type Answer } from "../../platform/api.ts";
import type { SheetFormat } from "../../ui/sheet_words.ts";

export const askExport = (format: SheetFormat): Promise<Answer<Blob>> =>
  ask(api.POST("/api/v1/directory/exports", { body: { format }, parseAs: "blob" }));
