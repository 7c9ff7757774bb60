import { deviceOf, type AccessState } from "../features/access/state.ts";
import { deviceKeep } from "../platform/keep.ts";
import { createPresence } from "../platform/presence.ts";
import type { Route, Router } from "../platform/router.ts";
import { savesData } from "../platform/saving.ts";
import { realTimer } from "../platform/timer.ts";
import type { Device } from "../platform/wire.ts";
import { rememberAppearance, showAppearance } from "../ui/appearance.ts";
import { faces } from "../ui/faces.ts";
import type { App } from "./app.ts";

/** Keeps what follows from the state in step with it: the line, the address, the looks. */
export function follow(app: App, router: Router, measure: () => void): void {
  followSession(app, router);
  followLoss(app);
  followLooks(app, measure);
  followUse(app);
  followDevice(app, router);
  followFaces(app);
  // Without a line there is nothing to count.
  import("./traffic.ts").then(({ countTraffic }) => countTraffic(app)).catch(() => {});
}

const outside: readonly Route["name"][] = ["hello", "signin", "lost", "display", "switch"];

/** Whoever isn't signed in may be here, or goes on here when the device is let in. */
export function staysAt(state: AccessState, { name }: Route): boolean {
  const isWaiting = state.phase === "barred" && state.bar !== "lost";
  return isWaiting || outside.includes(name);
}

/** What a lost device kept goes at once; whatever was open had its say before. */
function followLoss(app: App): void {
  app.access.watch(() => {
    const state = app.access.get();
    if (state.phase === "barred" && state.bar === "lost") void app.wipe();
  });
}

function followSession(app: App, router: Router): void {
  let person = "";
  app.access.watch(() => {
    const state = app.access.get();
    const now = state.phase === "signed_in" ? state.session.person.id : "";
    if (now === person) return;
    person = now;
    if (state.phase === "signed_in") app.enter(state.session);
    else app.leave();
    if (now === "" && !staysAt(state, router.route.get())) router.replace({ name: "signin" });
  });
}

function followLooks(app: App, measure: () => void): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    showAppearance(document.documentElement, app.look.get(), dark.matches);
    measure();
  };
  // On every device of mine the app looks as I chose; this one remembers it for the sign-in screen.
  app.access.watch(() => {
    const state = app.access.get();
    if (state.phase !== "signed_in") return;
    const { text_size, theme } = state.session.settings;
    app.look.set((now) =>
      now.text_size === text_size && now.theme === theme ? now : { text_size, theme },
    );
  });
  app.look.watch(() => {
    rememberAppearance(deviceKeep, app.look.get());
    show();
  });
  dark.addEventListener("change", show);
  show();
}

/** Faces are drawn everywhere; whose photos there are is known here. */
function followFaces(app: App): void {
  faces.set((now) => ({ ...now, sparing: savesData(deviceKeep) }));
  app.directory.watch(() => {
    const people = [...app.directory.get().people.values()];
    const photos = new Map(
      people.flatMap(({ id, photo }) => (photo ? [[id, photo] as const] : [])),
    );
    faces.set((now) => ({ ...now, photos }));
  });
}

/** On a shared device people are told apart from screens that only stand open. */
function followUse(app: App): void {
  let device: Device | undefined;
  const presence = createPresence({
    timer: realTimer,
    now: Date.now,
    here: () => void app.actions.access.sayHere(),
    away: app.closeUnseen,
  });
  app.access.watch(() => {
    const next = deviceOf(app.access.get());
    if (next === device) return;
    if (device !== undefined && next !== undefined) app.setDevice(next);
    device = next;
    if (next === "shared") presence.start();
    else presence.stop();
  });
  for (const sign of ["pointerdown", "keydown", "wheel"] as const) {
    window.addEventListener(sign, presence.acted, { capture: true, passive: true });
  }
}

function followDevice(app: App, router: Router): void {
  // A page that a browser kept whole may be the one of whoever was here before.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  window.addEventListener("online", () => app.wake());
  window.addEventListener("offline", () => app.live.drop());
  window.addEventListener("focus", () => app.notices.settle());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") app.wake();
    // Nobody is looking, and drafts are kept: a good moment for the new version.
    else if (app.live.state.get().outdated && !router.isHeld()) location.reload();
  });
  app.live.state.watch(() => {
    if (app.live.state.get().link !== "open") return;
    app.resume();
  });
}
