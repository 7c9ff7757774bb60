import { expect, test } from "vitest";
import { words } from "../platform/i18n/index.ts";
import { isAdministrating, mayAdminister, tabOf, titleOf } from "./places.ts";

test("GivenAPage_WhenAskedForItsTab_ThenItIsTheOneItIsReachedFrom", () => {
  expect(tabOf("later")).toBe("talk");
  expect(tabOf("contact")).toBe("people");
  expect(tabOf("quiz")).toBe("guideline");
  expect(tabOf("networks")).toBe("settings");
});

test("GivenAPage_WhenTheWindowIsNamed_ThenByItsTitleOrElseItsTab", () => {
  const t = words();
  expect(titleOf("networks", t)).toBe(t.devices.networks);
  expect(titleOf("room", t)).toBe(t.app.tabs.talk);
  expect(titleOf("guideline", t)).toBe(t.app.tabs.guidelineInFull);
});

test("GivenAPageOfAdministrators_WhenAsked_ThenItIsOneAndOthersAreNot", () => {
  expect(["settings", "reports", "cards"].every((name) => isAdministrating(name as "cards"))).toBe(
    true,
  );
  expect(isAdministrating("devices")).toBe(false);
});

test("GivenAPageOfAPermission_WhenAsked_ThenItIsForWhoHasThatOneAndRolesAreForWhoGivesThem", () => {
  const staff = new Set(["staff" as const]);
  expect(mayAdminister("staff_changes", staff, "member")).toBe(true);
  expect(mayAdminister("cards", staff, "member")).toBe(false);
  expect(mayAdminister("devices", staff, "administrator")).toBe(false);
  expect(mayAdminister("roles", staff, "member")).toBe(false);
  expect(mayAdminister("roles", staff, "sub_administrator")).toBe(true);
});
