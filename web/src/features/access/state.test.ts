import { expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import type { Session } from "../../platform/wire.ts";
import {
  applyStream,
  defaultSettings,
  deviceOf,
  signedIn,
  signedOut,
  withDevice,
  withPassword,
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

test("GivenAPasskeyWasMadeOrDeleted_WhenAsked_ThenThereIsOneOrNone", () => {
  const some = withSession(signedIn(session), { has_passkey: true });
  expect(some.phase === "signed_in" && some.session.has_passkey).toBe(true);
  const none = withSession(some, { has_passkey: false });
  expect(none.phase === "signed_in" && none.session.has_passkey).toBe(false);
  const out = signedOut({ phase: "starting" });
  expect(withSession(out, { has_passkey: true })).toBe(out);
});
