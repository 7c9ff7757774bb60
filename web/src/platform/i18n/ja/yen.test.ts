import { expect, test } from "vitest";
import { yen } from "./yen.ts";

test.each([
  [0, "0円"],
  [5_000, "5,000円"],
  [20_000, "2万円"],
  [25_000, "25,000円"],
  [640_000, "64万円"],
  [12_340_000, "1,234万円"],
])("Given%s_WhenSaidInYen_ThenItIs%s", (n, said) => expect(yen(n)).toBe(said));
