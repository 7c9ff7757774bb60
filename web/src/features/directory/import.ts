import { api, ask } from "../../platform/api.ts";
import type { ImportPlan } from "../../platform/wire.ts";
import { sending, type ImportServer } from "../../ui/sheet_import.ts";

export const importServer: ImportServer<ImportPlan> = {
  preview: (sheet) => ask(api.POST("/api/v1/directory/imports/preview", sending(sheet))),
  run: (sheet) => ask(api.POST("/api/v1/directory/imports", sending(sheet))),
};
