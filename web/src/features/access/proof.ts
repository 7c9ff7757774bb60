import type { Problem } from "../../platform/wire.ts";

const codes: readonly string[] = [
  "access.sign_in_again",
  "access.bad_current_password",
  "access.second_needed",
  "access.bad_second",
  "access.wait",
];

/** Was it refused until somebody proves that they are still the one who signed in here? Nothing else is wrong then. */
export const wantsProof = ({ code }: Problem): boolean => codes.includes(code);
