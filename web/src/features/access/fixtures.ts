import type { KnownDevice, Loss, Person, SignInCard } from "../../platform/wire.ts";

export const cardOf = (person: Person, letters = "ABCDEFGHJKMNPQRSTUVW"): SignInCard => {
  const code = letters.replace(/.{4}(?=.)/g, "$&-");
  return { person, code, url: `http://office.test/hello#c=${code}`, expires_at: 0 };
};

export const deviceOf = (id: string, said: Partial<KnownDevice> = {}): KnownDevice => ({
  id,
  name: `device ${id}`,
  class: "own",
  registered_at: 0,
  last_used_at: 0,
  network: "office",
  here: false,
  signed_in: true,
  approved: true,
  ...said,
});

export const lossOf = (id: string, said: Partial<Loss> = {}): Loss => ({
  id,
  person: "5",
  device: `device ${id}`,
  reported_at: 0,
  last_used_at: 0,
  network: "elsewhere",
  sessions: 1,
  seen: [],
  ...said,
});
