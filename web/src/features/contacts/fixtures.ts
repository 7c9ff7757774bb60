import type { Contact, ContactEntry, Id } from "../../platform/wire.ts";

export const noEntry: ContactEntry = {
  organisation: "",
  organisation_kana: "",
  department: "",
  person: "",
  person_kana: "",
  position: "",
  category: "",
  telephone: "",
  other_telephone: "",
  fax: "",
  mail: "",
  address: "",
  note: "",
};

export const contact = (
  id: Id,
  entry: Partial<ContactEntry>,
  more: Partial<Omit<Contact, "entry">> = {},
): Contact => ({ id, own: false, version: 1, ...more, entry: { ...noEntry, ...entry } });
