import type { words } from "../platform/i18n/index.ts";
import type { Route } from "../platform/router.ts";
import type { Permission, Role } from "../platform/wire.ts";

type Name = Route["name"];
/** The tab under which a page stands. */
export type TabName = "talk" | "people" | "guideline" | "notices" | "settings";

/** A page: its tab, and what has to be permitted to whoever has something to do there; `roles`: to give them. */
interface Place {
  tab: TabName;
  asks?: Permission | "roles";
}

const places: Record<Name, Place> = {
  hello: { tab: "talk" },
  signin: { tab: "talk" },
  lost: { tab: "talk" },
  display: { tab: "talk" },
  switch: { tab: "talk" },
  rooms: { tab: "talk" },
  room: { tab: "talk" },
  later: { tab: "talk" },
  reports: { tab: "talk", asks: "reports" },
  groups: { tab: "talk" },
  reviews: { tab: "talk" },
  people: { tab: "people" },
  person: { tab: "people" },
  contacts: { tab: "people" },
  contact: { tab: "people" },
  contacts_import: { tab: "people" },
  contacts_mail: { tab: "people" },
  guideline: { tab: "guideline" },
  figures: { tab: "guideline" },
  quiz: { tab: "guideline" },
  notices: { tab: "notices" },
  settings: { tab: "settings" },
  hours: { tab: "settings" },
  devices: { tab: "settings" },
  cards: { tab: "settings", asks: "sign_in" },
  staff_import: { tab: "settings", asks: "staff" },
  staff_changes: { tab: "settings", asks: "staff" },
  organisation: { tab: "settings", asks: "staff" },
  sites: { tab: "settings", asks: "staff" },
  device_admin: { tab: "settings", asks: "sign_in" },
  networks: { tab: "settings", asks: "sign_in" },
  roles: { tab: "settings", asks: "roles" },
  displays: { tab: "settings", asks: "sign_in" },
  sign_in_rules: { tab: "settings", asks: "sign_in" },
};

export const tabOf = (name: Name): TabName => places[name].tab;
/** Something is administrated there, or the way to it found. */
export const isAdministrating = (name: Name): boolean =>
  name === "settings" || places[name].asks !== undefined;
/** May I do there what the page is for? */
export function mayAdminister(
  name: Name,
  permissions: ReadonlySet<Permission>,
  role: Role,
): boolean {
  const { asks } = places[name];
  return asks === "roles" ? role !== "member" : asks !== undefined && permissions.has(asks);
}

/** What the window is called. */
export function titleOf(name: Name, t: ReturnType<typeof words>): string {
  const titles: Partial<Record<Name, string>> = {
    later: t.later.title,
    reports: t.reports.title,
    groups: t.talk.findGroups,
    reviews: t.reviews.title,
    hours: t.hours.page,
    cards: t.cards.title,
    staff_import: t.staffImport.title,
    staff_changes: t.staffChanges.title,
    organisation: t.organisation.title,
    sites: t.organisation.sites.title,
    devices: t.devices.mine,
    device_admin: t.devices.admin,
    networks: t.devices.networks,
    roles: t.roles.title,
    displays: t.devices.displays,
    sign_in_rules: t.devices.signInRules,
    figures: t.figures.title,
    quiz: t.quiz.title,
  };
  const tab = tabOf(name);
  return titles[name] ?? (tab === "guideline" ? t.app.tabs.guidelineInFull : t.app.tabs[tab]);
}
