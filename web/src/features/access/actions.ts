import { api, ask, type Answer } from "../../platform/api.ts";
import { words } from "../../platform/i18n/index.ts";
import type { Store } from "../../platform/store.ts";
import type { Device, Problem, Session, Settings } from "../../platform/wire.ts";
import {
  barOf,
  refused,
  signedIn,
  withDevice,
  withPassword,
  withRights,
  withSession,
  withSettings,
  type AccessState,
} from "./state.ts";
import { signByPasskey } from "./webauthn.ts";

/** Does it say who is signed in here, rather than that something went wrong? */
const isAboutSession = (problem: Problem) => problem.status === 401 || barOf(problem) !== undefined;

/** What the screens may do. A returned Problem is shown; nothing means it worked. */
export interface AccessActions {
  /** Asks the server who we are. A lost line is a Problem; being nobody, or barred, is not. */
  whoAmI(): Promise<Problem | undefined>;
  signInByCode(code: string, device: Device): Promise<Problem | undefined>;
  /**
   * `second`: a code of an app or of paper, of whoever is asked for one. `next`: the password from now on, where the
   * typed one is over or is the first.
   */
  signInByPassword(
    login: string,
    password: string,
    device: Device,
    more?: { second?: string; next?: string },
  ): Promise<Problem | undefined>;
  /** The device asks who it is. Thinking better of it is a Problem too, with what else there is. */
  signInByPasskey(device: Device): Promise<Problem | undefined>;
  /** Whether there are passkeys, a second factor, or a PIN is another. */
  notePasskey(some: boolean): void;
  noteSecondFactor(some: boolean): void;
  notePin(some: boolean): void;
  /** Tells the server that somebody is at this screen. */
  sayHere(): Promise<void>;
  /** The line was closed because the session is over: it may be for more than that. */
  askWhy(): Promise<void>;
  /** Says whose device this is, after signing in. */
  setDevice(device: Device): Promise<Problem | undefined>;
  setPassword(password: string, current: string | undefined): Promise<Problem | undefined>;
  setSettings(settings: Settings): Promise<Problem | undefined>;
  signOut(): Promise<Problem | undefined>;
}

export function createAccessActions(access: Store<AccessState>): AccessActions {
  function take(answer: Answer<Session>): Problem | undefined {
    if (!answer.ok) return answer.problem;
    access.set(() => signedIn(answer.data));
    return undefined;
  }

  /** Who may not sign in from here goes on typing; the other bars hold for the device. */
  function enter(answer: Answer<Session>): Problem | undefined {
    const bar = answer.ok ? undefined : barOf(answer.problem);
    if (!answer.ok && (bar === "lost" || bar === "waits")) {
      const { problem } = answer;
      access.set((s) => refused(s, problem));
    }
    return take(answer);
  }

  async function askQuietly(): Promise<void> {
    const before = access.get();
    const answer = await ask(api.GET("/api/v1/session"));
    // Whoever signed in or out meanwhile isn't meant.
    if (answer.ok || access.get() !== before) return;
    const { problem } = answer;
    access.set((s) => refused(s, problem));
  }

  return {
    async whoAmI() {
      const answer = await ask(api.GET("/api/v1/session"));
      if (answer.ok || !isAboutSession(answer.problem)) return take(answer);
      const { problem } = answer;
      access.set((s) => refused(s, problem));
      return undefined;
    },
    async signInByCode(code, device) {
      return enter(await ask(api.POST("/api/v1/session/code", { body: { code, device } })));
    },
    async signInByPassword(login, password, device, more) {
      const body = { login, password, device, ...more };
      return enter(await ask(api.POST("/api/v1/session/password", { body })));
    },
    async signInByPasskey(device) {
      const asked = await ask(api.POST("/api/v1/session/passkey/challenge"));
      if (!asked.ok) return asked.problem;
      const signed = await signByPasskey(asked.data);
      if (typeof signed === "string") {
        const said = words().access.passkey.none;
        return { status: 0, code: "client.no_passkey", request_id: "", ...said };
      }
      return enter(await ask(api.POST("/api/v1/session/passkey", { body: { ...signed, device } })));
    },
    notePasskey(some) {
      access.set((s) => withSession(s, { has_passkey: some }));
    },
    noteSecondFactor(some) {
      access.set((s) => withSession(s, { has_second_factor: some }));
    },
    notePin(some) {
      access.set((s) => withSession(s, { has_pin: some }));
    },
    sayHere: askQuietly,
    askWhy: askQuietly,
    async setDevice(device) {
      const answer = await ask(api.PUT("/api/v1/session/device", { body: { device } }));
      if (!answer.ok) return answer.problem;
      access.set((s) => withDevice(s, device));
      // What may be done here follows from it; a private device may have to wait for an administrator (clause 3.6).
      const after = await ask(api.GET("/api/v1/session"));
      access.set((s) => (after.ok ? withRights(s, after.data) : refused(s, after.problem)));
      return undefined;
    },
    async setPassword(password, current) {
      const body = current === undefined ? { password } : { password, current };
      const answer = await ask(api.PUT("/api/v1/me/password", { body }));
      if (!answer.ok) return answer.problem;
      access.set(withPassword);
      return undefined;
    },
    async setSettings(settings) {
      const before = access.get();
      access.set((s) => withSettings(s, settings));
      const answer = await ask(api.PUT("/api/v1/me/settings", { body: settings }));
      if (answer.ok) return undefined;
      access.set((s) =>
        before.phase === "signed_in" ? withSettings(s, before.session.settings) : s,
      );
      return answer.problem;
    },
    async signOut() {
      const answer = await ask(api.DELETE("/api/v1/session"));
      if (!answer.ok && answer.problem.status !== 401) return answer.problem;
      access.set(() => ({ phase: "signed_out", ended: undefined }));
      return undefined;
    },
  };
}
