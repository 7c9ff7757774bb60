import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import type { Id, Passkey, Problem, Proof } from "../../platform/wire.ts";
import { makePasskey, type NoPasskey } from "./webauthn.ts";

/** What a person does with the own passkeys. A Problem is the server's; `NoPasskey` the device's. */
export interface PasskeyActions {
  list(): Promise<Answer<Passkey[]>>;
  /** Long after signing in a proof is asked. */
  add(name: string, proof: Proof): Promise<Problem | NoPasskey | undefined>;
  rename(id: Id, name: string): Promise<Problem | undefined>;
  remove(id: Id): Promise<Problem | undefined>;
}

export const passkeyActions: PasskeyActions = {
  async list() {
    const answer = await ask(api.GET("/api/v1/me/passkeys"));
    return answer.ok ? { ok: true, data: answer.data.passkeys } : answer;
  },
  async add(name, body) {
    const offer = await ask(api.POST("/api/v1/me/passkeys/challenge", { body }));
    if (!offer.ok) return offer.problem;
    const made = await makePasskey(offer.data);
    if (typeof made === "string") return made;
    return problemOf(await ask(api.POST("/api/v1/me/passkeys", { body: { name, ...made } })));
  },
  async rename(passkey, name) {
    const [params, body] = [{ path: { passkey } }, { name }];
    return problemOf(await ask(api.PUT("/api/v1/me/passkeys/{passkey}", { params, body })));
  },
  async remove(passkey) {
    const params = { path: { passkey } };
    return problemOf(await ask(api.DELETE("/api/v1/me/passkeys/{passkey}", { params })));
  },
};
