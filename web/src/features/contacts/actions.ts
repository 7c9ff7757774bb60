import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type { Contact, ContactsDesk, Id, MailWay, Problem } from "../../platform/wire.ts";
import type { Draft } from "./draft.ts";

export interface ContactsServer {
  desk(): Promise<Answer<ContactsDesk>>;
  all(): Promise<Answer<{ contacts: Contact[] }>>;
  add(draft: Draft): Promise<Answer<Contact>>;
  change(id: Id, version: number, draft: Draft): Promise<Answer<Contact>>;
  remove(id: Id, version: number): Promise<Answer<unknown>>;
  setMail(way: MailWay): Promise<Answer<unknown>>;
}

export const contactsServer: ContactsServer = {
  desk: () => ask(api.GET("/api/v1/contacts/desk")),
  all: () => ask(api.GET("/api/v1/contacts")),
  add: ({ own, entry, key }) =>
    ask(api.POST("/api/v1/contacts", { body: { own, entry, client_key: key } })),
  change: (contact, version, { entry }) =>
    ask(
      api.PUT("/api/v1/contacts/{contact}", {
        params: { path: { contact } },
        body: { version, entry },
      }),
    ),
  remove: (contact, version) =>
    ask(
      api.DELETE("/api/v1/contacts/{contact}", {
        params: { path: { contact }, query: { version } },
      }),
    ),
  setMail: (body) => ask(api.PUT("/api/v1/contacts/mail", { body })),
};

/** What a saving came to: done, refused, or somebody was faster, and this is what it is now. */
export type Saved = { done: Contact } | { problem: Problem; now?: Contact };

export interface ContactsActions {
  /** What I may do; nothing until it is known. */
  desk: Store<ContactsDesk | undefined>;
  /** Asks again: when contacts change, or how mail is written. What is known stays if it can't be found out. */
  load(): Promise<void>;
  save(draft: Draft): Promise<Saved>;
  remove(contact: Contact): Promise<Problem | undefined>;
  /** Adds again what was removed. */
  bringBack(contact: Contact, key: string): Promise<Problem | undefined>;
  setMail(way: MailWay): Promise<Problem | undefined>;
}

export function createContactsActions(server: ContactsServer): ContactsActions {
  const desk = createStore<ContactsDesk | undefined>(undefined);

  async function load(): Promise<void> {
    const answer = await server.desk();
    if (answer.ok) desk.set(() => answer.data);
  }

  async function asItIsNow(id: Id): Promise<{ now?: Contact }> {
    const all = await server.all();
    const now = all.ok ? all.data.contacts.find((one) => one.id === id) : undefined;
    return now ? { now } : {};
  }

  return {
    desk,
    load,
    async save(draft) {
      const { base } = draft;
      const answer = base
        ? await server.change(base.id, base.version, draft)
        : await server.add(draft);
      if (answer.ok) return { done: answer.data };
      const { problem } = answer;
      if (base && problem.status === 409) return { problem, ...(await asItIsNow(base.id)) };
      return { problem };
    },
    async remove({ id, version }) {
      return problemOf(await server.remove(id, version));
    },
    async bringBack({ own, entry }, key) {
      return problemOf(await server.add({ base: undefined, own, entry, key }));
    },
    async setMail(way) {
      const problem = problemOf(await server.setMail(way));
      if (!problem) await load();
      return problem;
    },
  };
}
