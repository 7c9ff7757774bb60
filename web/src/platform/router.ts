import { createStore, type Store } from "./store.ts";

export type Route =
  | { name: "hello" }
  | { name: "signin" }
  | { name: "lost" }
  | { name: "rooms" }
  | { name: "room"; room: string }
  | { name: "people" }
  | { name: "person"; person: string }
  | { name: "contacts" }
  | { name: "contact"; contact: string }
  | { name: "contacts_import" }
  | { name: "contacts_mail" }
  | { name: "later" }
  | { name: "reports" }
  | { name: "groups" }
  | { name: "reviews" }
  | { name: "figures" }
  | { name: "quiz" }
  | { name: "guideline"; clause?: string }
  | { name: "notices" }
  | { name: "hours" }
  | { name: "cards" }
  | { name: "organisation" }
  | { name: "staff_import" }
  | { name: "staff_changes" }
  | { name: "devices" }
  | { name: "device_admin" }
  | { name: "networks" }
  | { name: "settings" };

/** An address we don't know leads to the room list. */
export function match(path: string): Route {
  const room = /^\/t\/([1-9][0-9]{0,18})$/.exec(path)?.[1];
  if (room) return { name: "room", room };
  const person = /^\/people\/([1-9][0-9]{0,18})$/.exec(path)?.[1];
  if (person) return { name: "person", person };
  if (path === "/people") return { name: "people" };
  const contact = /^\/contacts\/([1-9][0-9]{0,18})$/.exec(path)?.[1];
  if (contact) return { name: "contact", contact };
  if (path === "/contacts") return { name: "contacts" };
  if (path === "/contacts-import") return { name: "contacts_import" };
  if (path === "/contacts-mail") return { name: "contacts_mail" };
  if (path === "/hello") return { name: "hello" };
  if (path === "/signin") return { name: "signin" };
  if (path === "/lost") return { name: "lost" };
  const guideline = /^\/guideline(?:\/([0-9A-Za-z.]{1,20}))?$/.exec(path);
  if (guideline) return { name: "guideline", ...(guideline[1] && { clause: guideline[1] }) };
  if (path === "/later") return { name: "later" };
  if (path === "/reports") return { name: "reports" };
  if (path === "/groups") return { name: "groups" };
  if (path === "/reviews") return { name: "reviews" };
  if (path === "/figures") return { name: "figures" };
  if (path === "/quiz") return { name: "quiz" };
  if (path === "/notices") return { name: "notices" };
  if (path === "/hours") return { name: "hours" };
  if (path === "/sign-in-cards") return { name: "cards" };
  if (path === "/organisation") return { name: "organisation" };
  if (path === "/staff-import") return { name: "staff_import" };
  if (path === "/staff-changes") return { name: "staff_changes" };
  if (path === "/devices") return { name: "devices" };
  if (path === "/device-admin") return { name: "device_admin" };
  if (path === "/networks") return { name: "networks" };
  if (path === "/settings") return { name: "settings" };
  return { name: "rooms" };
}

export function address(route: Route): string {
  switch (route.name) {
    case "hello":
      return "/hello";
    case "signin":
      return "/signin";
    case "lost":
      return "/lost";
    case "rooms":
      return "/t";
    case "room":
      return `/t/${route.room}`;
    case "people":
      return "/people";
    case "person":
      return `/people/${route.person}`;
    case "contacts":
      return "/contacts";
    case "contact":
      return `/contacts/${route.contact}`;
    case "contacts_import":
      return "/contacts-import";
    case "contacts_mail":
      return "/contacts-mail";
    case "later":
      return "/later";
    case "reports":
      return "/reports";
    case "groups":
      return "/groups";
    case "reviews":
      return "/reviews";
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
    case "cards":
      return "/sign-in-cards";
    case "organisation":
      return "/organisation";
    case "staff_import":
      return "/staff-import";
    case "staff_changes":
      return "/staff-changes";
    case "devices":
      return "/devices";
    case "device_admin":
      return "/device-admin";
    case "networks":
      return "/networks";
    case "settings":
      return "/settings";
  }
}

/** The code of a sign-in link: `/hello#c=ABCD-…`. */
export function codeInFragment(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("c") || undefined;
}

/** Asks whether the page may be left; `leave` does it. */
export type Ask = (leave: () => void) => void;

export interface Router {
  route: Store<Route>;
  go(route: Route): void;
  /** Like `go`, but "back" doesn't return to where we were, and nobody is asked. */
  replace(route: Route): void;
  /** Nobody leaves this page without being asked, until the returned function is called. */
  hold(ask: Ask): () => void;
  isHeld(): boolean;
}

export function createRouter(window: Window): Router {
  const route = createStore(match(window.location.pathname));
  const show = (next: Route) => route.set((now) => (address(now) === address(next) ? now : next));
  const isElsewhere = (next: Route) => address(next) !== address(route.get());
  /** The browser asks in its own words, and only about other pages than ours. */
  const warn = (event: Event) => event.preventDefault();
  let asks: Ask | undefined;

  function release(): void {
    asks = undefined;
    window.removeEventListener("beforeunload", warn);
  }
  function go(next: Route): void {
    if (asks && isElsewhere(next)) {
      asks(() => {
        release();
        go(next);
      });
      return;
    }
    if (address(next) !== window.location.pathname) {
      window.history.pushState(null, "", address(next));
    }
    show(next);
  }
  window.addEventListener("popstate", () => {
    const next = match(window.location.pathname);
    if (asks && isElsewhere(next)) {
      // The browser has gone already: it comes back until somebody says yes.
      window.history.pushState(null, "", address(route.get()));
      asks(() => {
        release();
        window.history.back();
      });
    } else show(next);
  });
  return {
    route,
    go,
    replace(next) {
      window.history.replaceState(null, "", address(next));
      show(next);
    },
    hold(ask) {
      asks = ask;
      window.addEventListener("beforeunload", warn);
      return release;
    },
    isHeld: () => asks !== undefined,
  };
}

/** Takes the sign-in code out of the address bar, so that nobody reads it over a shoulder. */
export function takeCode(window: Window): string | undefined {
  const code = codeInFragment(window.location.hash);
  if (code) window.history.replaceState(null, "", window.location.pathname);
  return code;
}
