import { createStore, type Store } from "./store.ts";

export type Route =
  | { name: "hello" }
  | { name: "signin" }
  | { name: "rooms" }
  | { name: "room"; room: string }
  | { name: "later" }
  | { name: "reports" }
  | { name: "figures" }
  | { name: "quiz" }
  | { name: "guideline"; clause?: string }
  | { name: "notices" }
  | { name: "hours" }
  | { name: "settings" };

/** An address we don't know leads to the room list. */
export function match(path: string): Route {
  const room = /^\/t\/([1-9][0-9]{0,18})$/.exec(path)?.[1];
  if (room) return { name: "room", room };
  if (path === "/hello") return { name: "hello" };
  if (path === "/signin") return { name: "signin" };
  const guideline = /^\/guideline(?:\/([0-9A-Za-z.]{1,20}))?$/.exec(path);
  if (guideline) return { name: "guideline", ...(guideline[1] && { clause: guideline[1] }) };
  if (path === "/later") return { name: "later" };
  if (path === "/reports") return { name: "reports" };
  if (path === "/figures") return { name: "figures" };
  if (path === "/quiz") return { name: "quiz" };
  if (path === "/notices") return { name: "notices" };
  if (path === "/hours") return { name: "hours" };
  if (path === "/settings") return { name: "settings" };
  return { name: "rooms" };
}

export function address(route: Route): string {
  switch (route.name) {
    case "hello":
      return "/hello";
    case "signin":
      return "/signin";
    case "rooms":
      return "/t";
    case "room":
      return `/t/${route.room}`;
    case "later":
      return "/later";
    case "reports":
      return "/reports";
    case "figures":
      return "/figures";
    case "quiz":
      return "/quiz";
    case "guideline":
      return route.clause === undefined ? "/guideline" : `/guideline/${route.clause}`;
    case "notices":
      return "/notices";
    case "hours":
      return "/hours";
    case "settings":
      return "/settings";
  }
}

/** The code of a sign-in link: `/hello#c=ABCD-…`. */
export function codeInFragment(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("c") || undefined;
}

export interface Router {
  route: Store<Route>;
  go(route: Route): void;
  /** Like `go`, but "back" doesn't return to where we were. */
  replace(route: Route): void;
}

export function createRouter(window: Window): Router {
  const route = createStore(match(window.location.pathname));
  const show = (next: Route) => route.set((now) => (address(now) === address(next) ? now : next));
  window.addEventListener("popstate", () => show(match(window.location.pathname)));
  return {
    route,
    go(next) {
      if (address(next) !== window.location.pathname) {
        window.history.pushState(null, "", address(next));
      }
      show(next);
    },
    replace(next) {
      window.history.replaceState(null, "", address(next));
      show(next);
    },
  };
}

/** Takes the sign-in code out of the address bar, so that nobody reads it over a shoulder. */
export function takeCode(window: Window): string | undefined {
  const code = codeInFragment(window.location.hash);
  if (code) window.history.replaceState(null, "", window.location.pathname);
  return code;
}
