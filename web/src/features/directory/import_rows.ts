import type { Newcomer } from "../../platform/wire.ts";
import { fieldSaid, type Field } from "./fields.ts";

/** What stands beside the name. */
const facts = [
  "login",
  "department",
  "position",
  "posts",
  "site",
  "employment",
  "extension",
  "telephone",
  "duties",
  "hired_on",
] as const satisfies readonly Field[];

/** What the file says of somebody new. */
export const factsOf = (newcomer: Newcomer): { field: Field; said: string }[] =>
  facts
    .filter((field) => newcomer[field] !== "")
    .map((field) => ({ field, said: fieldSaid(field, newcomer[field]) }));
