import { api, ask, type Answer } from "../../platform/api.ts";
import type { ContactEntry, ContactsPlan } from "../../platform/wire.ts";
import { sending, type ImportServer } from "../../ui/sheet_import.ts";
import type { SheetFormat } from "../../ui/sheet_words.ts";
import { texts, type Text } from "./draft.ts";

export const importServer: ImportServer<ContactsPlan> = {
  preview: (sheet) => ask(api.POST("/api/v1/contacts/imports/preview", sending(sheet))),
  run: (sheet) => ask(api.POST("/api/v1/contacts/imports", sending(sheet))),
};

export const askExport = (format: SheetFormat): Promise<Answer<Blob>> =>
  ask(api.POST("/api/v1/contacts/exports", { body: { format }, parseAs: "blob" }));

/** What stands beside the name; readings stand below it. */
const named: readonly Text[] = ["organisation", "organisation_kana", "person_kana"];

/** What the file says of a new one. */
export const factsOf = (entry: ContactEntry): { field: Text; said: string }[] =>
  texts
    .filter((text) => !named.includes(text) && entry[text] !== "")
    .filter((text) => text !== "person" || entry.organisation !== "")
    .map((field) => ({ field, said: entry[field] }));
