import type {
  Device,
  Permission,
  Problem,
  Session,
  Settings,
  StreamState,
} from "../../platform/wire.ts";

/**
 * Who is using this app. `starting`: the server hasn't said yet. `ended`: the server closed a session
 * that was in use, on this kind of device, which has to be explained. `barred`: somebody may be signed
 * in, but not on this device or from where it is; `why` says it.
 */
export type AccessState =
  | { phase: "starting" }
  | { phase: "signed_out"; ended: Device | undefined }
  | { phase: "barred"; bar: Bar; why: Problem }
  | { phase: "signed_in"; session: Session };

/**
 * `lost`: the device was reported lost, and what it kept is to go (clause 3.7). `waits`: an
 * administrator has to agree to it (3.6). `elsewhere`: it may not be used from here (3.4).
 */
export type Bar = "lost" | "waits" | "elsewhere";

const bars: Readonly<Record<string, Bar>> = {
  "access.device_lost": "lost",
  "access.device_waits": "waits",
  "access.not_from_here": "elsewhere",
};

/** Does it bar this device, whatever is asked? */
export const barOf = ({ code }: Problem): Bar | undefined => bars[code];

export const defaultSettings: Settings = {
  text_size: "medium",
  theme: "system",
  enter_key: "ask",
};

export const passwordLength = 15;

export const personStream = (person: string): string => `person:${person}`;

export function signedIn(session: Session): AccessState {
  return { phase: "signed_in", session };
}

/** The server closed the session, if there was one. Said twice, it still has to be explained. */
export function signedOut(state: AccessState): AccessState {
  if (state.phase === "signed_out") return state;
  return { phase: "signed_out", ended: deviceOf(state) };
}

/** What the server's no to a request of the session says about the session itself. */
export function refused(state: AccessState, problem: Problem): AccessState {
  const bar = barOf(problem);
  if (bar) return { phase: "barred", bar, why: problem };
  return problem.status === 401 ? signedOut(state) : state;
}

/** Whose device the session is on; nothing while nobody is signed in. */
export function deviceOf(state: AccessState): Device | undefined {
  return state.phase === "signed_in" ? (state.session.device ?? "own") : undefined;
}

export function withDevice(state: AccessState, device: Device): AccessState {
  if (state.phase !== "signed_in") return state;
  return { phase: "signed_in", session: { ...state.session, device } };
}

/** What the same person may do as the server says it now. */
export function withRights(state: AccessState, { person, may }: Session): AccessState {
  if (state.phase !== "signed_in" || state.session.person.id !== person.id) return state;
  return { phase: "signed_in", session: { ...state.session, ...(may && { may }) } };
}

/** What I may do is another since somebody gave me another role. */
function withPermissions(state: AccessState, permissions: Permission[]): AccessState {
  if (state.phase !== "signed_in") return state;
  if (permissions.join() === state.session.permissions?.join()) return state;
  return { phase: "signed_in", session: { ...state.session, permissions } };
}

export function withSettings(state: AccessState, settings: Settings): AccessState {
  if (state.phase !== "signed_in") return state;
  return { phase: "signed_in", session: { ...state.session, settings } };
}

export function withPassword(state: AccessState): AccessState {
  if (state.phase !== "signed_in") return state;
  return { phase: "signed_in", session: { ...state.session, has_password: true } };
}

/** What the person has for getting in is another. */
export function withSession(
  state: AccessState,
  part: Pick<Session, "has_passkey" | "has_second_factor" | "has_pin">,
): AccessState {
  if (state.phase !== "signed_in") return state;
  return { phase: "signed_in", session: { ...state.session, ...part } };
}

/** My own things from /sync. Pure, and safe to apply twice. */
export function applyStream(state: AccessState, change: StreamState): AccessState {
  const now = change.permissions ? withPermissions(state, change.permissions) : state;
  return change.settings ? withSettings(now, change.settings) : now;
}
