import type { Contact, ContactEntry } from "../../platform/wire.ts";

/** A text of an entry. */
export type Text = Exclude<keyof ContactEntry, "responsible">;

/** What is being typed of a contact. */
export interface Draft {
  /** As it was when somebody began, or as they have seen it since; nothing: it is a new one. */
  base: Contact | undefined;
  own: boolean;
  entry: ContactEntry;
  /** Sent twice, it is added once. */
  key: string;
}

export const texts = [
  "organisation",
  "organisation_kana",
  "department",
  "person",
  "person_kana",
  "position",
  "category",
  "telephone",
  "other_telephone",
  "fax",
  "mail",
  "address",
  "note",
] as const satisfies readonly Text[];

const nothing = Object.fromEntries(texts.map((text) => [text, ""])) as Record<Text, string>;

export const begun = (base: Contact | undefined, own: boolean, key: string): Draft => ({
  base,
  own: base?.own ?? own,
  entry: base ? { ...base.entry } : { ...nothing },
  key,
});

type Field = keyof ContactEntry;
const fields: readonly Field[] = [...texts, "responsible"];

export interface FieldChange {
  field: Field;
  before: string;
  after: string;
}

export const differences = (before: ContactEntry, after: ContactEntry): FieldChange[] =>
  fields.flatMap((field) => {
    const [was, is] = [before[field] ?? "", after[field] ?? ""];
    return was === is ? [] : [{ field, before: was, after: is }];
  });

export const isTouched = ({ base, entry }: Draft): boolean =>
  differences(base?.entry ?? nothing, entry).length > 0;

/**
 * Somebody else changed the contact meanwhile: what I typed stays, and what they changed besides is taken over. Saving
 * again is then knowing what was there.
 */
export function merged(draft: Draft, now: Contact): { draft: Draft; others: FieldChange[] } {
  const base = draft.base?.entry ?? nothing;
  const mine = new Set(differences(base, draft.entry).map(({ field }) => field));
  const entry: ContactEntry = { ...now.entry };
  for (const text of texts) if (mine.has(text)) entry[text] = draft.entry[text];
  if (mine.has("responsible")) {
    delete entry.responsible;
    if (draft.entry.responsible) entry.responsible = draft.entry.responsible;
  }
  return { draft: { ...draft, base: now, entry }, others: differences(base, now.entry) };
}
