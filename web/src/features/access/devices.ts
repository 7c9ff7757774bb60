import { present } from "../../platform/present.ts";
import type { Id, KnownDevice, Loss, NewDevice, Person } from "../../platform/wire.ts";
import { contactsOf } from "./cards.ts";

type Tag = "here" | "signedIn" | "waits" | "lost";

/** What is to be said of a device beside its name. */
export function tagsOf({ here, signed_in, approved, lost_at }: KnownDevice): Tag[] {
  if (lost_at !== undefined) return ["lost"];
  return [
    ...(here ? (["here"] as const) : []),
    ...(signed_in && !here ? (["signedIn"] as const) : []),
    ...(approved ? [] : (["waits"] as const)),
  ];
}

/** A shared one has no owner to lose it, and who asks from a device has it at hand. */
export const canBeLost = (device: KnownDevice): boolean =>
  device.class !== "shared" && !device.here && device.lost_at === undefined;

/** This one is left by signing out; a lost one stays on record. */
export const canBeEnded = (device: KnownDevice): boolean =>
  !device.here && device.lost_at === undefined;

export const isOpen = ({ found_at }: Loss): boolean => found_at === undefined;

/** Those that wait for an administrator, and the others that are new. */
export function sorted(devices: readonly NewDevice[]): {
  waiting: readonly NewDevice[];
  recent: readonly NewDevice[];
} {
  const waits = ({ device }: NewDevice) => !device.approved && device.lost_at === undefined;
  return { waiting: devices.filter(waits), recent: devices.filter((one) => !waits(one)) };
}

/** Whom to telephone: administrators who are here, but for the one who asks. */
export function whomToCall(people: ReadonlyMap<Id, Person>, me: Id, today: string): Person[] {
  const others = present(people).filter(({ id }) => id !== me);
  return contactsOf(others, me, today);
}

/** ABCD EFGH JKMN PQRS: a wallet card's number, as it is read and typed. */
export const numberGroups = (number: string): string[] =>
  number.replace(/[^0-9A-Za-z]/g, "").match(/.{1,4}/g) ?? [];
