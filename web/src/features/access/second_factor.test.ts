import { expect, test } from "vitest";
import { appAddress, inFours } from "./second_factor.ts";

test("GivenASecret_WhenAnAppReadsIt_ThenOrganisationAndIdAreInItOnce", () => {
  const address = new URL(appAddress("JBSWY3DPEHPK3PXP", "みなと市社協 & 支所", "a.sasaki@minato"));
  expect(address.host).toBe("totp");
  expect(decodeURIComponent(address.pathname)).toBe("/a.sasaki@minato");
  expect([...address.searchParams]).toEqual([
    ["secret", "JBSWY3DPEHPK3PXP"],
    ["issuer", "みなと市社協 & 支所"],
  ]);
});

test("GivenASecret_WhenTypedByHand_ThenItComesInFours", () => {
  expect(inFours("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
});
