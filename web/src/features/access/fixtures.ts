import type { Id, Person, SignInCard } from "../../platform/wire.ts";

export const somebody = (id: Id, said: Partial<Person> = {}): Person => ({
  id,
  name: `person ${id}`,
  kana: "",
  login: `s${id}@minato`,
  department: "",
  position: "",
  employment: "",
  extension: "",
  role: "member",
  ...said,
});

export const cardOf = (person: Person, letters = "ABCDEFGHJKMNPQRSTUVW"): SignInCard => {
  const code = letters.replace(/.{4}(?=.)/g, "$&-");
  return { person, code, url: `http://office.test/hello#c=${code}`, expires_at: 0 };
};
