import { api, ask } from "../../platform/api.ts";
import type { ImportPlan } from "../../platform/wire.ts";
import { sending, type ImportServer } from "../../ui/sheet_import.ts";

export const importServer: ImportServer<ImportPlan> = {
  preview: (sheet) => ask(api.POST("/api/v1/directory/imports/preview", sending(sheet))),
  run: (sheet, key) =>
    ask(api.POST("/api/v1/directory/imports", { ...sending(sheet), params: { query: { key } } })),
  standing: () => ask(api.GET("/api/v1/directory/imports")),
};

/** What the logins of newcomers are made from. */
export async function loginForm(): Promise<"name" | "number" | undefined> {
  const answer = await ask(api.GET("/api/v1/access/sign-in-rules"));
  return answer.ok ? answer.data.login_form : undefined;
}
