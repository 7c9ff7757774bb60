import type { Contact, Id, StreamState } from "../../platform/wire.ts";

/** People outside: the organisation's book, and mine. */
export interface ContactsState {
  shared: ReadonlyMap<Id, Contact>;
  own: ReadonlyMap<Id, Contact>;
}

export const emptyContacts: ContactsState = { shared: new Map(), own: new Map() };

const shared_stream = "contacts";

export const isContactsStream = (stream: string): boolean =>
  stream === shared_stream || stream.startsWith(`${shared_stream}:`);

/** Pure, and safe to apply twice. A snapshot replaces the book of its stream. */
export function applyStream(state: ContactsState, change: StreamState): ContactsState {
  const name = change.stream === shared_stream ? "shared" : "own";
  const book = new Map(change.snapshot ? [] : state[name]);
  for (const contact of change.contacts ?? []) book.set(contact.id, contact);
  for (const id of change.removed_contacts ?? []) book.delete(id);
  return { ...state, [name]: book };
}

export const find = ({ shared, own }: ContactsState, id: Id): Contact | undefined =>
  shared.get(id) ?? own.get(id);
