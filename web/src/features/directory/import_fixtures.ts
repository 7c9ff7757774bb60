import { somebody } from "../../platform/fake_person.ts";
import type { Id, Newcomer, StaffChange } from "../../platform/wire.ts";

export const newcomer = (said: Partial<Newcomer> = {}): Newcomer => ({
  login: "h.yamada@minato",
  name: "h.yamada",
  kana: "",
  department: "",
  position: "",
  posts: "",
  employment: "",
  extension: "",
  telephone: "",
  duties: "",
  hired_on: "",
  ...said,
});

export const changeOf = (id: Id): StaffChange => ({
  person: somebody(id),
  fields: [{ field: "extension", before: "101", after: "102" }],
});
