import { deviceKeep } from "../platform/keep.ts";
import type { Router } from "../platform/router.ts";
import { rememberAppearance, showAppearance } from "../ui/appearance.ts";
import type { App } from "./app.ts";

/** Keeps what follows from the state in step with it: the line, the address, the looks. */
export function follow(app: App, router: Router, measure: () => void): void {
  followSession(app, router);
  followLooks(app, measure);
  followDevice(app);
}

function followSession(app: App, router: Router): void {
  let person = "";
  app.access.watch(() => {
    const state = app.access.get();
    const now = state.phase === "signed_in" ? state.session.person.id : "";
    if (now === person) return;
    person = now;
    if (now !== "") app.enter(now);
    else app.leave();
    const here = router.route.get().name;
    if (now === "" && here !== "hello" && here !== "signin") router.replace({ name: "signin" });
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

function followDevice(app: App): void {
  window.addEventListener("online", () => app.wake());
  window.addEventListener("offline", () => app.live.drop());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") app.wake();
    // Nobody is looking, and drafts are kept: a good moment for the new version.
    else if (app.live.state.get().outdated) location.reload();
  });
  app.live.state.watch(() => {
    if (app.live.state.get().link !== "open") return;
    app.outbox.resume();
    app.actions.talk.resume();
  });
}
