import { expect, test } from "vitest";
import { createRouter } from "./router.ts";

/** A window whose history goes back later, as a browser's does. */
function windowAt(path: string) {
  const entries: { path: string; state: unknown }[] = [{ path, state: null }];
  let at = 0;
  const told = new Set<() => void>();
  const location = {
    get pathname() {
      return entries[at]?.path ?? "";
    },
  };
  const history = {
    get state() {
      return entries[at]?.state;
    },
    pushState(state: unknown, _: string, path: string) {
      entries.splice(++at, Infinity, { path, state });
    },
    replaceState(state: unknown, _: string, path: string) {
      entries[at] = { path, state };
    },
    go(by: number) {
      at = Math.max(0, at + by);
      queueMicrotask(() => told.forEach((tell) => tell()));
    },
  };
  const window = {
    location,
    history,
    setTimeout: () => 0,
    addEventListener: (type: string, tell: () => void) => type === "popstate" && told.add(tell),
    removeEventListener: () => undefined,
  } as unknown as Window;
  return { window, paths: () => entries.map((entry) => entry.path), at: () => at };
}

test("GivenSomebodyWhoWasAtManyPages_WhenTheyAreForgotten_ThenNeitherBackNorForwardLeadsThere", async () => {
  const { window, paths } = windowAt("/t");
  const router = createRouter(window);
  router.go({ name: "room", room: "7" });
  router.go({ name: "settings" });
  router.replace({ name: "devices" });
  router.go({ name: "switch" });
  window.history.go(-1);
  await router.forget({ name: "rooms" });
  expect(paths()).toEqual(["/t", "/t"]);
  expect(router.route.get()).toEqual({ name: "rooms" });
});

test("GivenAPageThatWasJustLoaded_WhenForgotten_ThenNothingIsGoneBackTo", async () => {
  const { window, paths, at } = windowAt("/t/7");
  await createRouter(window).forget({ name: "rooms" });
  expect([paths(), at()]).toEqual([["/t", "/t"], 1]);
});
