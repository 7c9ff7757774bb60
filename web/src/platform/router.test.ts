import { expect, test } from "vitest";
import { address, codeInFragment, createRouter, match, takeCode, type Route } from "./router.ts";

/** As much of a browser window as the router touches. */
function fakeWindow(url: string) {
  const location = { pathname: "", hash: "" };
  const entries: string[] = [];
  const visit = (to: string) => {
    const at = new URL(to, "http://office.test");
    location.pathname = at.pathname;
    location.hash = at.hash;
  };
  visit(url);
  let at = 0;
  const listeners: [string, (event: Event) => void][] = [];
  const tell = (type: string, event: Event) =>
    listeners.filter(([heard]) => heard === type).forEach(([, told]) => told(event));
  function goBack(): void {
    at -= 1;
    visit(entries[at - 1] ?? url);
    tell("popstate", new Event("popstate"));
  }
  const window = {
    location,
    history: {
      pushState: (_: unknown, __: string, to: string) => {
        entries.splice(at, Infinity, to);
        at += 1;
        visit(to);
      },
      replaceState: (_: unknown, __: string, to: string) => visit(to),
      back: goBack,
    },
    addEventListener: (type: string, told: () => void) => listeners.push([type, told]),
    removeEventListener: (type: string, told: () => void) => {
      const i = listeners.findIndex(([heard, one]) => heard === type && one === told);
      listeners.splice(i, 1);
    },
  } as unknown as Window;
  return {
    window,
    entries,
    location,
    goBack,
    /** Does the browser ask before the tab is closed? */
    asksBeforeClosing() {
      const event = new Event("beforeunload", { cancelable: true });
      tell("beforeunload", event);
      return event.defaultPrevented;
    },
  };
}

const routes: Route[] = [
  { name: "hello" },
  { name: "signin" },
  { name: "rooms" },
  { name: "room", room: "12" },
  { name: "people" },
  { name: "person", person: "12" },
  { name: "later" },
  { name: "guideline" },
  { name: "guideline", clause: "2.5.a" },
  { name: "notices" },
  { name: "hours" },
  { name: "cards" },
  { name: "staff_changes" },
  { name: "organisation" },
  { name: "staff_import" },
  { name: "reports" },
  { name: "groups" },
  { name: "figures" },
  { name: "quiz" },
  { name: "lost" },
  { name: "devices" },
  { name: "device_admin" },
  { name: "networks" },
  { name: "displays" },
  { name: "display" },
  { name: "switch" },
  { name: "sign_in_rules" },
  { name: "settings" },
];

test.each(routes)("Given$name_WhenItsAddressIsMatched_ThenItIsTheSameRoute", (route) => {
  expect(match(address(route))).toEqual(route);
});

test.each([
  "/",
  "/t/",
  "/t/0",
  "/t/abc",
  "/t/1/2",
  "/people/",
  "/people/0",
  "/people/1/2",
  "/guideline/",
  "/guideline/B3/x",
  "/later/1",
  "/sign-in-cards/1",
  "/staff-changes/1",
  "/organisation/1",
  "/staff-import/1",
  "/quiz/1",
  "/lost/1",
  "/devices/1",
  "/nowhere",
])("GivenUnknownAddress%s_WhenMatched_ThenTheRoomListIsShown", (path) =>
  expect(match(path)).toEqual({ name: "rooms" }),
);

test("GivenARoute_WhenGoing_ThenTheAddressChangesAndBackReturns", () => {
  const { window, entries, location, goBack } = fakeWindow("/t");
  const router = createRouter(window);
  router.go({ name: "room", room: "7" });
  expect(location.pathname).toBe("/t/7");
  expect(router.route.get()).toEqual({ name: "room", room: "7" });
  goBack();
  expect(router.route.get()).toEqual({ name: "rooms" });
  expect(entries).toEqual(["/t/7"]);
});

test("GivenTheSameRoute_WhenGoingAgain_ThenNoHistoryEntryIsAdded", () => {
  const { window, entries } = fakeWindow("/t/7");
  createRouter(window).go({ name: "room", room: "7" });
  expect(entries).toEqual([]);
});

test("GivenAPageThatIsHeld_WhenSomebodyLeaves_ThenTheyAreAskedAndGoWhenTheySayYes", () => {
  const { window, location, asksBeforeClosing } = fakeWindow("/sign-in-cards");
  const router = createRouter(window);
  const asked: (() => void)[] = [];
  router.hold((leave) => asked.push(leave));
  expect(router.isHeld() && asksBeforeClosing()).toBe(true);
  router.go({ name: "cards" });
  expect(asked).toEqual([]);
  router.go({ name: "settings" });
  expect(location.pathname).toBe("/sign-in-cards");
  asked[0]?.();
  expect(location.pathname).toBe("/settings");
  expect(router.route.get()).toEqual({ name: "settings" });
  expect(router.isHeld() || asksBeforeClosing()).toBe(false);
});

test("GivenAPageThatIsHeld_WhenTheBrowserGoesBack_ThenItStaysUntilSomebodySaysYes", () => {
  const { window, location, goBack } = fakeWindow("/settings");
  const router = createRouter(window);
  router.go({ name: "cards" });
  const asked: (() => void)[] = [];
  router.hold((leave) => asked.push(leave));
  goBack();
  expect(asked.length).toBe(1);
  expect(location.pathname).toBe("/sign-in-cards");
  expect(router.route.get()).toEqual({ name: "cards" });
  asked[0]?.();
  expect(location.pathname).toBe("/settings");
  expect(router.route.get()).toEqual({ name: "settings" });
  expect(router.isHeld()).toBe(false);
});

test("GivenAPageThatWasHeld_WhenItIsReleased_ThenNobodyIsAsked", () => {
  const { window, asksBeforeClosing } = fakeWindow("/sign-in-cards");
  const router = createRouter(window);
  const release = router.hold(() => expect.unreachable());
  release();
  router.go({ name: "rooms" });
  expect(router.route.get()).toEqual({ name: "rooms" });
  expect(asksBeforeClosing()).toBe(false);
});

test("GivenACodeInTheFragment_WhenTaken_ThenItIsGoneFromTheAddress", () => {
  const { window, location } = fakeWindow("/hello#c=ABCD-EFGH-JKLM-NPQR-STUV");
  expect(takeCode(window)).toBe("ABCD-EFGH-JKLM-NPQR-STUV");
  expect(location.hash).toBe("");
  expect(location.pathname).toBe("/hello");
});

test("GivenNoCode_WhenLookedFor_ThenThereIsNone", () => {
  expect(codeInFragment("")).toBeUndefined();
  expect(codeInFragment("#c=")).toBeUndefined();
  expect(codeInFragment("#x=1")).toBeUndefined();
});
