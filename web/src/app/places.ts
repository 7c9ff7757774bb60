import type { words } from "../platform/i18n/index.ts";
import type { Route } from "../platform/router.ts";

type Name = Route["name"];
/** The tab under which a page stands. */
export type TabName = "talk" | "people" | "guideline" | "notices" | "settings";

/** A page: its tab, and whether only administrators have something to do there. */
interface Place {
  tab: TabName;
  administrating?: true;
}

const places: Record<Name, Place> = {
  hello: { tab: "talk" },
  signin: { tab: "talk" },
  lost: { tab: "talk" },
  rooms: { tab: "talk" },
  room: { tab: "talk" },
  later: { tab: "talk" },
  reports: { tab: "talk", administrating: true },
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
  cards: { tab: "settings", administrating: true },
  staff_import: { tab: "settings", administrating: true },
  staff_changes: { tab: "settings", administrating: true },
  organisation: { tab: "settings", administrating: true },
  device_admin: { tab: "settings", administrating: true },
  networks: { tab: "settings", administrating: true },
};

export const tabOf = (name: Name): TabName => places[name].tab;
/** What administrators do there, or find the way to. */
export const isAdministrating = (name: Name): boolean =>
  name === "settings" || places[name].administrating === true;

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
    devices: t.devices.mine,
    device_admin: t.devices.admin,
    networks: t.devices.networks,
    figures: t.figures.title,
    quiz: t.quiz.title,
  };
  const tab = tabOf(name);
  return titles[name] ?? (tab === "guideline" ? t.app.tabs.guidelineInFull : t.app.tabs[tab]);
}
