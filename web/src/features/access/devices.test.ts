import { expect, test } from "vitest";
import { somebody } from "../../platform/fake_person.ts";
import { devicesPage } from "../../platform/i18n/ja/devices_page.ts";
import type { KnownDevice } from "../../platform/wire.ts";
import { canBeEnded, canBeLost, numberGroups, sorted, tagsOf, whomToCall } from "./devices.ts";
import { deviceOf } from "./fixtures.ts";

const cases: [Partial<KnownDevice>, string[], boolean, boolean][] = [
  [{}, ["signedIn"], true, true],
  [{ signed_in: false }, [], true, true],
  [{ here: true }, ["here"], false, false],
  [{ here: true, approved: false }, ["here", "waits"], false, false],
  [{ class: "office", approved: false }, ["signedIn", "waits"], true, true],
  [{ class: "shared" }, ["signedIn"], false, true],
  [{ lost_at: 1, approved: false }, ["lost"], false, false],
];
test.each(cases)("Given%j_WhenShown_ThenItSaysAndCanDoWhatItIs", (said, tags, lost, ended) => {
  const device = deviceOf("1", said);
  expect(tagsOf(device)).toEqual(tags);
  expect(canBeLost(device)).toBe(lost);
  expect(canBeEnded(device)).toBe(ended);
});

test("GivenNewDevices_WhenSorted_ThenOnlyThoseThatCouldStillBeLetInWait", () => {
  const some = [
    { device: deviceOf("1", { approved: false }), person: "5" },
    { device: deviceOf("2", { approved: false, lost_at: 1 }), person: "5" },
    { device: deviceOf("3", { class: "shared" }) },
  ];
  const { waiting, recent } = sorted(some);
  expect(waiting.map(({ device }) => device.id)).toEqual(["1"]);
  expect(recent.map(({ device }) => device.id)).toEqual(["2", "3"]);
});

test("GivenAdministrators_WhenADeviceIsLost_ThenOthersThanMeWhoAreHereAreCalled", () => {
  const role = "administrator" as const;
  const people = [
    somebody("1"),
    somebody("2", { role }),
    somebody("3", { role, retired: true }),
    somebody("4", { role, leave: { from: "2026-01-01" } }),
    somebody("5", { role }),
  ];
  const known = new Map(people.map((one) => [one.id, one]));
  expect(whomToCall(known, "2", "2026-11-28").map(({ id }) => id)).toEqual(["5"]);
  expect(whomToCall(known, "1", "2026-11-28").map(({ id }) => id)).toEqual(["2", "5"]);
});

test.each([
  ["ABCD-EFGH-JKMN-PQRS", ["ABCD", "EFGH", "JKMN", "PQRS"]],
  ["ABCDEFGHJKMNPQRS", ["ABCD", "EFGH", "JKMN", "PQRS"]],
  ["", []],
])("GivenTheNumber%s_WhenPrinted_ThenItStandsInFours", (number, groups) =>
  expect(numberGroups(number)).toEqual(groups),
);

const now = Date.parse("2026-11-28T15:20:00+09:00"); // a Saturday
test.each([
  ["2026-11-28T09:12:00+09:00", true, "今日 9:12"],
  ["2026-11-28T09:00:00+09:00", false, "今日 9時ごろ"],
  ["2026-11-27T23:59:00+09:00", true, "昨日 23:59"],
  ["2026-11-20T08:00:00+09:00", false, "11月20日(金) 8時ごろ"],
  ["2025-12-31T08:05:00+09:00", true, "2025年12月31日(水) 8:05"],
])("GivenADeviceUsedAt%s_WhenShown_ThenTheDayIsSaid", (instant, toTheMinute, said) =>
  expect(devicesPage.at(Date.parse(instant), now, toTheMinute)).toBe(said),
);
