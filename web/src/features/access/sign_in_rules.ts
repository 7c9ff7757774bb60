import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import type {
  FirstPassword,
  Id,
  Problem,
  Proof,
  Session,
  SignInRules,
} from "../../platform/wire.ts";

/** What administrators decide about ways in (clauses 7.1, 7.2). */
export const signInRuleActions = {
  get(): Promise<Answer<SignInRules>> {
    return ask(api.GET("/api/v1/access/sign-in-rules"));
  },
  async set(body: SignInRules): Promise<Problem | undefined> {
    return problemOf(await ask(api.PUT("/api/v1/access/sign-in-rules", { body })));
  },
  /** Whether people may change a password that they have: a measure of clause 7.2. */
  async setMayChange(yes: boolean): Promise<Problem | undefined> {
    const params = { path: { clause: "7.2", name: "password" } };
    const body = { value: yes ? "on" : "off" };
    const path = "/api/v1/policy/clauses/{clause}/settings/{name}";
    return problemOf(await ask(api.PUT(path, { params, body })));
  },
  /** Long after signing in a proof is asked. */
  issueFirst(person: Id, body: Proof): Promise<Answer<FirstPassword>> {
    const path = "/api/v1/directory/people/{person}/first-password";
    return ask(api.POST(path, { params: { path: { person } }, body }));
  },
};

export const fewest_days = 30;
export const most_days = 365;
/** What a limit is to begin with, where somebody wants one. */
export const usual_days = 180;

export const isLimit = (days: number): boolean =>
  Number.isInteger(days) && days >= fewest_days && days <= most_days;

const warning_ms = 14 * 24 * 60 * 60 * 1000;

/** When my password ends, if that is soon. */
export function endsSoon(
  { password_over_at }: Pick<Session, "password_over_at">,
  now: number,
): number | undefined {
  if (password_over_at === undefined || now < password_over_at - warning_ms) return undefined;
  return password_over_at;
}
