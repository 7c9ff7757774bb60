import { kana_rows, kanaRowOf } from "../../platform/text/kana.ts";
import type { Contact } from "../../platform/wire.ts";
import { searchText, type Book, type Entry } from "../../ui/book.ts";
import type { ContactsState } from "./state.ts";

/** What contacts are put together by. */
export const modes = ["kana", "category", "whose"] as const;
export type Mode = (typeof modes)[number];

export type ContactRow = Entry<Contact, Mode>;

/** What has not changed is the same object. */
const made = new WeakMap<Contact, ContactRow>();
const readings = new WeakMap<Contact, string>();

/** How it is spoken, as far as that is known. */
function readingOf(contact: Contact): string {
  const { organisation, organisation_kana, person, person_kana } = contact.entry;
  return organisation_kana || organisation || person_kana || person;
}

function entryOf(contact: Contact): ContactRow {
  const known = made.get(contact);
  if (known) return known;
  const { responsible: _, ...texts } = contact.entry;
  const row: ContactRow = {
    id: contact.id,
    item: contact,
    text: searchText(Object.values(texts)),
    section: {
      kana: kanaRowOf(readingOf(contact)) ?? "",
      category: contact.entry.category,
      whose: contact.own ? "own" : "shared",
    },
  };
  made.set(contact, row);
  readings.set(contact, `${readingOf(contact)}\n${contact.entry.person_kana}`);
  return row;
}

const japanese = new Intl.Collator("ja");
const byReading = (a: ContactRow, b: ContactRow): number =>
  japanese.compare(readings.get(a.item) ?? "", readings.get(b.item) ?? "");

/** Those in use, as the list of what one usually has goes, others behind. */
export function categoriesOf(contacts: Iterable<Contact>, usual: readonly string[]): string[] {
  const used = new Set([...contacts].map(({ entry }) => entry.category));
  const others = [...used].filter((name) => name !== "" && !usual.includes(name));
  return [...usual.filter((name) => used.has(name)), ...others.sort(japanese.compare)];
}

export function bookOf(state: ContactsState, usual: readonly string[]): Book<Contact, Mode> {
  const all = [...state.shared.values(), ...state.own.values()];
  return {
    entries: all.map(entryOf).sort(byReading),
    order: {
      kana: [...kana_rows, ""],
      category: [...categoriesOf(all, usual), ""],
      whose: ["shared", "own"],
    },
  };
}
