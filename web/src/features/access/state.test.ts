import { expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import type { Session } from "../../platform/wire.ts";
import {
  applyStream,
  barOf,
  defaultSettings,
  deviceOf,
  refused,
  signedIn,
  signedOut,
  withDevice,
  withPassword,
  withRights,
  withSession,
} from "./state.ts";

const session: Session = {
  org: { id: "1", name: "みなと市社会福祉協議会" },
  person: somebody("5"),
  access_version: 1,
  settings: defaultSettings,
  has_password: false,
  device: "own",
};

test("GivenSettingsOfAnotherDevice_WhenAppliedTwice_ThenTheyHoldOnce", () => {
  const settings = { ...defaultSettings, text_size: "large" as const };
  const change = { stream: "person:5", version: 2, snapshot: false, settings };
  const once = applyStream(signedIn(session), change);
  expect(once).toEqual(signedIn({ ...session, settings }));
  expect(applyStream(once, change)).toEqual(once);
});

test("GivenSignedOut_WhenSettingsArrive_ThenNobodyIsSignedIn", () => {
  const out = signedOut({ phase: "starting" });
  const change = { stream: "person:5", version: 2, snapshot: true, settings: defaultSettings };
  expect(applyStream(out, change)).toEqual({ phase: "signed_out", ended: undefined });
});

test("GivenASessionInUse_WhenItEnds_ThenThatIsExplained", () => {
  const shared = withDevice(signedIn(session), "shared");
  expect(signedOut(signedIn(session))).toEqual({ phase: "signed_out", ended: "own" });
  expect(signedOut(shared)).toEqual({ phase: "signed_out", ended: "shared" });
  expect(signedOut(signedOut(shared))).toEqual({ phase: "signed_out", ended: "shared" });
});

test("GivenNobodyIsSignedIn_WhenTheDeviceIsAsked_ThenItIsNobodys", () => {
  const out = signedOut({ phase: "starting" });
  expect(withDevice(out, "shared")).toBe(out);
  expect(deviceOf(out)).toBeUndefined();
  expect(deviceOf(signedIn(session))).toBe("own");
});

test("GivenAPasswordWasChosen_WhenAsked_ThenThereIsOne", () => {
  const state = withPassword(signedIn(session));
  expect(state.phase === "signed_in" && state.session.has_password).toBe(true);
});

const no = (status: number, code: string) => ({ status, code, title: "", request_id: "" });

test.each([
  [401, "access.device_lost", "lost"],
  [403, "access.device_waits", "waits"],
  [403, "access.not_from_here", "elsewhere"],
  [403, "directory.not_from_here", undefined],
  [401, "access.signed_out", undefined],
])("GivenASession_WhenRefusedBy%i%s_ThenTheBarIs%s", (status, code, bar) => {
  const why = no(status, code);
  expect(barOf(why)).toBe(bar);
  if (bar) expect(refused(signedIn(session), why)).toEqual({ phase: "barred", bar, why });
});

test("GivenASession_WhenItIsOverOrSomethingElseIsRefused_ThenOnlyTheFirstEndsIt", () => {
  const ended = { phase: "signed_out", ended: "own" };
  expect(refused(signedIn(session), no(401, "access.signed_out"))).toEqual(ended);
  const state = signedIn(session);
  expect(refused(state, no(403, "directory.not_from_here"))).toBe(state);
  expect(refused(state, no(503, "access.blind"))).toBe(state);
});

test("GivenABarredDevice_WhenItsSessionIsOver_ThenNobodyIsSignedInAndNothingIsExplained", () => {
  const barred = refused(signedIn(session), no(403, "access.device_waits"));
  expect(refused(barred, no(401, "access.signed_out"))).toEqual({
    phase: "signed_out",
    ended: undefined,
  });
});

test("GivenAnotherKindOfDevice_WhenTheServerSaysWhatItMay_ThenThatHoldsForTheSamePersonOnly", () => {
  const may = { download: true, administration: false };
  const state = signedIn(session);
  expect(withRights(state, { ...session, may })).toEqual(signedIn({ ...session, may }));
  expect(withRights(state, { ...session, person: somebody("6"), may })).toBe(state);
});

test("GivenAPasskeyWasMadeOrDeleted_WhenAsked_ThenThereIsOneOrNone", () => {
  const some = withSession(signedIn(session), { has_passkey: true });
  expect(some.phase === "signed_in" && some.session.has_passkey).toBe(true);
  const none = withSession(some, { has_passkey: false });
  expect(none.phase === "signed_in" && none.session.has_passkey).toBe(false);
  const out = signedOut({ phase: "starting" });
  expect(withSession(out, { has_passkey: true })).toBe(out);
});
