import { api, ask, type Answer } from "../../platform/api.ts";
import type { ContactEntry, ContactsPlan } from "../../platform/wire.ts";
import { sending, type ImportServer } from "../../ui/sheet_import.ts";
import type { SheetFormat } from "../../ui/sheet_words.ts";
import { texts, type Text } from "./draft.ts";

/** Whose book a sheet is of: the organisation's, or my own. */
export type Whose = "shared" | "own";

const keyed = (sheet: Blob, key: string) => ({ ...sending(sheet), params: { query: { key } } });

export const importServers: Readonly<Record<Whose, ImportServer<ContactsPlan>>> = {
  shared: {
    preview: (sheet) => ask(api.POST("/api/v1/contacts/imports/preview", sending(sheet))),
    run: (sheet, key) => ask(api.POST("/api/v1/contacts/imports", keyed(sheet, key))),
    standing: () => ask(api.GET("/api/v1/contacts/imports")),
  },
  own: {
    largest_bytes: 1024 * 1024,
    preview: (sheet) => ask(api.POST("/api/v1/contacts/own/imports/preview", sending(sheet))),
    run: (sheet, key) => ask(api.POST("/api/v1/contacts/own/imports", keyed(sheet, key))),
    standing: () => ask(api.GET("/api/v1/contacts/own/imports")),
  },
};

export const askExports: Readonly<Record<Whose, (format: SheetFormat) => Promise<Answer<Blob>>>> = {
  shared: (format) =>
    ask(api.POST("/api/v1/contacts/exports", { body: { format }, parseAs: "blob" })),
  own: (format) =>
    ask(api.POST("/api/v1/contacts/own/exports", { body: { format }, parseAs: "blob" })),
};

/** What stands beside the name; readings stand below it. */
const named: readonly Text[] = ["organisation", "organisation_kana", "person_kana"];

/** What the file says of a new one. */
export const factsOf = (entry: ContactEntry): { field: Text; said: string }[] =>
  texts
    .filter((text) => !named.includes(text) && entry[text] !== "")
    .filter((text) => text !== "person" || entry.organisation !== "")
    .map((field) => ({ field, said: entry[field] }));
