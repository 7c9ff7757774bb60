import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import type { Colleague, Pin, Problem, Proof, Session } from "../../platform/wire.ts";

/** What somebody does with the own PIN, and who takes a shared device over by one. */
export const pinActions = {
  view(): Promise<Answer<Pin>> {
    return ask(api.GET("/api/v1/me/pin"));
  },
  /** Long after signing in a proof is asked. */
  async set(pin: string, proof: Proof): Promise<Problem | undefined> {
    const body = { pin, ...proof };
    return problemOf(await ask(api.PUT("/api/v1/me/pin", { body })));
  },
  async remove(): Promise<Problem | undefined> {
    return problemOf(await ask(api.DELETE("/api/v1/me/pin")));
  },
  async know(): Promise<Problem | undefined> {
    return problemOf(await ask(api.DELETE("/api/v1/me/pin/closing")));
  },
  /** Who can take this device over. */
  async colleagues(): Promise<Answer<Colleague[]>> {
    const answer = await ask(api.GET("/api/v1/session/pin"));
    return answer.ok ? { ok: true, data: answer.data.people } : answer;
  },
  takeOver(person: string, pin: string): Promise<Answer<Session>> {
    return ask(api.POST("/api/v1/session/pin", { body: { person, pin } }));
  },
};

export const pin_length = 6;

/** Digits as a Japanese keyboard may have typed them. */
export const typedPin = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Whoever is here already takes over from nobody. */
export const othersThan = (
  people: readonly Colleague[],
  present: string | undefined,
): readonly Colleague[] => people.filter(({ id }) => id !== present);
