import type { Person, SignInCard } from "../../platform/wire.ts";

export const cardOf = (person: Person, letters = "ABCDEFGHJKMNPQRSTUVW"): SignInCard => {
  const code = letters.replace(/.{4}(?=.)/g, "$&-");
  return { person, code, url: `http://office.test/hello#c=${code}`, expires_at: 0 };
};
