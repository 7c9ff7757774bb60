import type { ContactEntry } from "../../platform/wire.ts";

/** What a contact is called: the organisation, or a person without one. */
export const nameOf = ({ organisation, person }: ContactEntry): string => organisation || person;

/** Who and where it is, besides the name. */
export const whereOf = ({ organisation, department, position, person }: ContactEntry): string =>
  [department, ...(organisation === "" ? [] : [person]), position]
    .filter((part) => part !== "")
    .join(" ");
