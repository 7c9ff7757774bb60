import { expect, test } from "vitest";
import { wantsProof } from "./proof.ts";

const refused = (code: string) => ({ status: 403, code, title: "", request_id: "" });

test("GivenARefusal_WhenItIsOnlyForWhoSitsThere_ThenAProofIsWanted", () => {
  expect(wantsProof(refused("access.sign_in_again"))).toBe(true);
  expect(wantsProof(refused("access.second_needed"))).toBe(true);
  expect(wantsProof(refused("access.pin_is_not_enough"))).toBe(false);
  expect(wantsProof(refused("directory.higher_rank"))).toBe(false);
});
