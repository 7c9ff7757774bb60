import { createStore, type Store } from "./store.ts";

/** Pages whose address says all; `signin` and the like are for whoever isn't signed in. */
const pages = {
  hello: "/hello",
  signin: "/signin",
  lost: "/lost",
  switch: "/switch",
  display: "/display",
  rooms: "/t",
  later: "/later",
  reports: "/reports",
  groups: "/groups",
  reviews: "/reviews",
  people: "/people",
  contacts: "/contacts",
  contacts_import: "/contacts-import",
  contacts_mail: "/contacts-mail",
  figures: "/figures",
  quiz: "/quiz",
  notices: "/notices",
  settings: "/settings",
  hours: "/hours",
  devices: "/devices",
  cards: "/sign-in-cards",
  sign_in_rules: "/sign-in-rules",
  organisation: "/organisation",
  sites: "/sites",
  staff_import: "/staff-import",
  staff_changes: "/staff-changes",
  device_admin: "/device-admin",
  networks: "/networks",
  displays: "/displays",
  roles: "/roles",
} as const;
type Page = keyof typeof pages;

export type Route =
  | { name: Page }
  | { name: "room"; room: string }
  | { name: "person"; person: string }
  | { name: "contact"; contact: string }
  | { name: "guideline"; clause?: string };

const isPage = (name: string): name is Page => name in pages;
const names = Object.keys(pages).filter(isPage);

/** An address we don't know leads to the room list. */
export function match(path: string): Route {
  const id = (before: string) => new RegExp(`^/${before}/([1-9][0-9]{0,18})$`).exec(path)?.[1];
  const room = id("t");
  if (room) return { name: "room", room };
  const person = id("people");
  if (person) return { name: "person", person };
  const contact = id("contacts");
  if (contact) return { name: "contact", contact };
  const guideline = /^\/guideline(?:\/([0-9A-Za-z.]{1,20}))?$/.exec(path);
  if (guideline) return { name: "guideline", ...(guideline[1] && { clause: guideline[1] }) };
  return { name: names.find((name) => pages[name] === path) ?? "rooms" };
}

export function address(route: Route): string {
  switch (route.name) {
    case "room":
      return `/t/${route.room}`;
    case "person":
      return `/people/${route.person}`;
    case "contact":
      return `/contacts/${route.contact}`;
    case "guideline":
      return route.clause === undefined ? "/guideline" : `/guideline/${route.clause}`;
    default:
      return pages[route.name];
  }
}

/** The code of a sign-in link, `/hello#c=ABCD-…`, or of one that opens a display. */
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
  /** Nobody comes back to where this window has been: its addresses of ours are gone, and it is at `route`. */
  forget(route: Route): Promise<void>;
}

/** How long a browser may take to go back. */
const going_ms = 1_000;

/** How many addresses of ours lie behind this one: it stands with each of them. */
function depthOf({ history }: Window): number {
  const state: unknown = history.state;
  const depth = typeof state === "object" && state !== null && "depth" in state ? state.depth : 0;
  return typeof depth === "number" ? depth : 0;
}

/** Answers when the browser is there; where it can't go back, after a while. */
function goneBack(window: Window, by: number): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
    window.setTimeout(resolve, going_ms);
    window.history.go(-by);
  });
}

export function createRouter(window: Window): Router {
  const route = createStore(match(window.location.pathname));
  const show = (next: Route) => route.set((now) => (address(now) === address(next) ? now : next));
  const isElsewhere = (next: Route) => address(next) !== address(route.get());
  /** The browser asks in its own words, and only about other pages than ours. */
  const warn = (event: Event) => event.preventDefault();
  const push = (next: Route) =>
    window.history.pushState({ depth: depthOf(window) + 1 }, "", address(next));
  const replace = (next: Route) =>
    window.history.replaceState({ depth: depthOf(window) }, "", address(next));
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
      push(next);
    }
    show(next);
  }
  window.addEventListener("popstate", () => {
    const next = match(window.location.pathname);
    if (asks && isElsewhere(next)) {
      // The browser has gone already: it comes back until somebody says yes.
      push(route.get());
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
      replace(next);
      show(next);
    },
    hold(ask) {
      asks = ask;
      window.addEventListener("beforeunload", warn);
      return release;
    },
    isHeld: () => asks !== undefined,
    async forget(next) {
      release();
      const behind = depthOf(window);
      if (behind > 0) await goneBack(window, behind);
      replace(next);
      // What lay ahead goes with a new address, and only with one.
      push(next);
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
