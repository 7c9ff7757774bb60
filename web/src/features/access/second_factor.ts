import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import type { Problem, Proof, SecondFactor } from "../../platform/wire.ts";

/** What somebody does with the own second step. Long after signing in a proof is asked. */
export const secondFactorActions = {
  view(): Promise<Answer<SecondFactor>> {
    return ask(api.GET("/api/v1/me/second-factor"));
  },
  /** Gives the secret for the app. */
  async begin(body: Proof): Promise<Answer<string>> {
    const answer = await ask(api.POST("/api/v1/me/second-factor/secret", { body }));
    return answer.ok ? { ok: true, data: answer.data.secret } : answer;
  },
  async confirm(code: string): Promise<Answer<string[]>> {
    const answer = await ask(api.POST("/api/v1/me/second-factor", { body: { code } }));
    return answer.ok ? { ok: true, data: answer.data.codes } : answer;
  },
  async renewCodes(body: Proof): Promise<Answer<string[]>> {
    const answer = await ask(api.POST("/api/v1/me/second-factor/codes", { body }));
    return answer.ok ? { ok: true, data: answer.data.codes } : answer;
  },
  async end(): Promise<Problem | undefined> {
    return problemOf(await ask(api.DELETE("/api/v1/me/second-factor")));
  },
};

/** What an authenticator app reads from the picture, which is easier to read with fewer letters. */
export function appAddress(secret: string, organisation: string, login: string): string {
  const issuer = encodeURIComponent(organisation);
  return `otpauth://totp/${encodeURIComponent(login)}?secret=${secret}&issuer=${issuer}`;
}

/** ABCD EFGH …: as it is typed by hand. */
export const inFours = (secret: string): string => secret.replace(/.{4}(?=.)/g, "$& ");
