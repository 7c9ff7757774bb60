import { directoryWords } from "../../platform/i18n/directory.ts";
import { words } from "../../platform/i18n/index.ts";
import { dayOf } from "../../platform/time/jst.ts";
import type { Newcomer, StaffChange } from "../../platform/wire.ts";

/** What is known of somebody, by the names of the wire. */
export type Field = keyof Newcomer;

/** What becomes of a field. */
export type FieldChange = StaffChange["fields"][number];

export const fieldName = (field: Field): string => directoryWords().fields[field];

/** A value as people read it. */
export function fieldSaid(field: Field, value: string): string {
  if (value === "") return directoryWords().noValue;
  return field === "hired_on" ? words().date.wholeDay(dayOf(value)) : value;
}
