import type { Id, Person } from "./wire.ts";

export const somebody = (id: Id, said: Partial<Person> = {}): Person => ({
  id,
  name: `person ${id}`,
  kana: "",
  login: `s${id}@minato`,
  department: "",
  position: "",
  posts: [],
  employment: "",
  extension: "",
  telephone: "",
  duties: "",
  role: "member",
  ...said,
});
