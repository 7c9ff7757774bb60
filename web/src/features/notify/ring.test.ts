import { describe, expect, test } from "vitest";
import { noticeOf, noticesOf, posted } from "./fixtures.ts";
import { ringFor, ringForDigest, toTell, type Around } from "./ring.ts";

const around = (part: Partial<Around> = {}): Around => ({
  me: "1",
  notices: noticesOf(),
  now: 100,
  shown: undefined,
  focused: true,
  browser: true,
  ...part,
});
const ring = (part: Partial<Around>) => ringFor(posted("12", "2"), around(part));

describe("A message of somebody else", () => {
  test.each<[string, Partial<Around>, string]>([
    ["AWindowInFront", {}, "line"],
    ["AnotherRoomOnScreen", { shown: "room:13" }, "line"],
    ["ItsRoomOnScreen", { shown: "room:12" }, "nothing"],
    ["ItsRoomBehindOtherWindows", { shown: "room:12", focused: false }, "browser"],
    ["AWindowBehindOthers", { focused: false }, "browser"],
    ["AWindowBehindOthersAndNoPermission", { focused: false, browser: false }, "nothing"],
    ["NoPermissionInFront", { browser: false }, "line"],
    ["NoAnswerYet", { notices: undefined }, "nothing"],
    ["TimeOutsideHours", { notices: noticesOf({ rings: false }) }, "nothing"],
    ["HoursThatEndLater", { notices: noticesOf({ changes_at: 101 }) }, "line"],
    ["HoursThatEndedUnheard", { notices: noticesOf({ changes_at: 100 }) }, "nothing"],
    ["QuietMessages", { notices: noticesOf({ quiet: ["talk"] }) }, "nothing"],
    ["AQuietRoom", { notices: noticesOf({ quiet: ["room:12"] }) }, "nothing"],
    ["AnotherQuietRoom", { notices: noticesOf({ quiet: ["room:13", "digest"] }) }, "line"],
  ])("Given%s_WhenItComes_ThenItRings", (_, part, by) => {
    expect(ring(part)).toBe(by);
    expect(ring({ ...part, me: "2" })).toBe("nothing");
  });
});

describe("An urgent message of somebody else", () => {
  const urgent = (part: Partial<Around>) =>
    ringFor(posted("12", "2", 1, "m", "災害"), around(part));
  test.each<[string, Partial<Around>, string]>([
    ["TimeOutsideHours", { notices: noticesOf({ rings: false }) }, "line"],
    ["HoursThatEndedUnheard", { notices: noticesOf({ changes_at: 100 }) }, "line"],
    ["NoAnswerYet", { notices: undefined }, "line"],
    ["QuietMessages", { notices: noticesOf({ quiet: ["talk"] }) }, "line"],
    ["AQuietRoom", { notices: noticesOf({ quiet: ["room:12"] }) }, "line"],
    ["AWindowBehindOthers", { focused: false, notices: undefined }, "browser"],
    ["ItsRoomBehindOtherWindows", { focused: false, shown: "room:12" }, "browser"],
    ["AWindowBehindOthersAndNoPermission", { focused: false, browser: false }, "line"],
    ["AnotherRoomOnScreen", { shown: "room:13" }, "line"],
    ["ItsRoomOnScreen", { shown: "room:12" }, "nothing"],
  ])("Given%s_WhenItComes_ThenItRings", (_, part, by) => {
    expect(urgent(part)).toBe(by);
    expect(urgent({ ...part, me: "2" })).toBe("nothing");
  });
});

describe("What came outside the hours", () => {
  test.each<[string, Partial<Around>, string]>([
    ["AWindowInFront", {}, "line"],
    ["AWindowBehindOthers", { focused: false }, "browser"],
    ["AWindowBehindOthersAndNoPermission", { focused: false, browser: false }, "nothing"],
    ["TheNoticesOnScreen", { shown: "notices" }, "nothing"],
    ["QuietDigests", { notices: noticesOf({ quiet: ["digest"] }) }, "nothing"],
    ["QuietMessages", { notices: noticesOf({ quiet: ["talk"] }) }, "line"],
    ["HoursThatClosedAgain", { notices: noticesOf({ rings: false }) }, "nothing"],
  ])("Given%s_WhenItIsTold_ThenItRings", (_, part, by) => {
    expect(ringForDigest(around(part))).toBe(by);
  });

  const notices = noticesOf({ notices: [noticeOf(3), noticeOf(2)], seen: 1 });
  test("GivenAnUnseenNotice_WhenItWasToldHere_ThenItIsNotToldAgain", () => {
    expect(toTell(notices, 0)?.id).toBe(3);
    expect(toTell(notices, 2)?.id).toBe(3);
    expect(toTell(notices, 3)).toBeUndefined();
  });
  test("GivenANoticeSeenElsewhere_WhenThisDeviceHearsOfIt_ThenItIsNotTold", () => {
    expect(toTell({ ...notices, seen: 3 }, 0)).toBeUndefined();
    expect(toTell(noticesOf(), 0)).toBeUndefined();
    expect(toTell(undefined, 0)).toBeUndefined();
  });
});
