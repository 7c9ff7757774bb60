import { expect, test } from "vitest";
import type { Allowance, Places } from "../../platform/wire.ts";
import {
  allowed,
  changedNetwork,
  isSame,
  networkAround,
  placesOf,
  withNetwork,
  withoutNetwork,
} from "./places.ts";

test.each([
  ["192.0.2.17", "192.0.2.0/24"],
  ["::ffff:192.0.2.17", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::17", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3::", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("GivenTheAddress%s_WhenItsNetworkIsProposed_ThenItIs%s", (address, network) =>
  expect(networkAround(address)).toBe(network),
);

const office = {
  name: "本所",
  addresses: "192.0.2.0/24",
  kind: "office" as const,
  site: "",
};
const all: Allowance = {
  ...{ device: "own", network: "office" },
  ...{ sign_in: true, download: true, administration: true },
};

test("GivenATableWithHoles_WhenShown_ThenItIsWholeAndNothingIsAllowedWhereNothingWasSaid", () => {
  const { allowances } = placesOf({ networks: [], allowances: [all] });
  expect(allowances.map(({ device, network }) => `${device} ${network}`)).toEqual([
    "own office",
    "own elsewhere",
    "office office",
    "office elsewhere",
    "shared office",
    "shared elsewhere",
  ]);
  expect(allowances.filter(({ sign_in }) => sign_in)).toEqual([all]);
});

test("GivenTheSameTableInAnotherOrder_WhenCompared_ThenItIsTheSame", () => {
  const other: Allowance = { ...all, network: "elsewhere" };
  const one = placesOf({ networks: [office], allowances: [all, other] });
  expect(isSame(one, placesOf({ networks: [office], allowances: [other, all] }))).toBe(true);
  expect(isSame(one, placesOf({ networks: [], allowances: [all, other] }))).toBe(false);
});

test("GivenABox_WhenSignInIsTakenAway_ThenTheRestGoesWithItAndComesBackOnlyByHand", () => {
  const before: Places = placesOf({ networks: [], allowances: [all] });
  const none = allowed(before, all, "sign_in", false);
  const ofFirst = ({ allowances }: Places) => allowances[0];
  expect(ofFirst(none)).toMatchObject({ sign_in: false, download: false, administration: false });
  const back = allowed(none, all, "sign_in", true);
  expect(ofFirst(back)).toMatchObject({ sign_in: true, download: false, administration: false });
  expect(ofFirst(allowed(back, all, "download", true))).toMatchObject({ download: true });
  expect(none.allowances.slice(1)).toEqual(before.allowances.slice(1));
});

test("GivenNetworks_WhenOneIsAddedChangedAndRemoved_ThenTheOthersStay", () => {
  const none: Places = { networks: [], allowances: [] };
  const two = withNetwork(withNetwork(none, office), { ...office, name: "北部" });
  const changed = changedNetwork(two, 1, { kind: "elsewhere" });
  expect(changed.networks).toEqual([office, { ...office, name: "北部", kind: "elsewhere" }]);
  expect(withoutNetwork(changed, 0).networks.map(({ name }) => name)).toEqual(["北部"]);
});
