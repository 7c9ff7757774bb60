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
  const back: (() => void)[] = [];
  const window = {
    location,
    history: {
      pushState: (_: unknown, __: string, to: string) => (entries.push(to), visit(to)),
      replaceState: (_: unknown, __: string, to: string) => visit(to),
    },
    addEventListener: (_: string, told: () => void) => back.push(told),
  } as unknown as Window;
  return {
    window,
    entries,
    location,
    goBack: (to: string) => (visit(to), back.forEach((f) => f())),
  };
}

const routes: Route[] = [
  { name: "hello" },
  { name: "signin" },
  { name: "rooms" },
  { name: "room", room: "12" },
  { name: "later" },
  { name: "guideline" },
  { name: "guideline", clause: "2.5.a" },
  { name: "notices" },
  { name: "hours" },
  { name: "reports" },
  { name: "figures" },
  { name: "quiz" },
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
  "/guideline/",
  "/guideline/B3/x",
  "/later/1",
  "/quiz/1",
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
  goBack("/t");
  expect(router.route.get()).toEqual({ name: "rooms" });
  expect(entries).toEqual(["/t/7"]);
});

test("GivenTheSameRoute_WhenGoingAgain_ThenNoHistoryEntryIsAdded", () => {
  const { window, entries } = fakeWindow("/t/7");
  createRouter(window).go({ name: "room", room: "7" });
  expect(entries).toEqual([]);
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
