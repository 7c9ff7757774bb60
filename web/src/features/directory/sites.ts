import { api, ask, problemOf, type Answer } from "../../platform/api.ts";
import { clean } from "../../platform/text/clean.ts";
import { graphemes } from "../../platform/text/length.ts";
import type { NamedSite, Person, Problem, Site, Sites } from "../../platform/wire.ts";

/** Where each department works that works somewhere in particular. */
export type DepartmentSites = ReadonlyMap<string, string>;

export const departmentSites = (sites: readonly Site[]): DepartmentSites =>
  new Map(sites.flatMap(({ name, departments }) => departments.map((one) => [one, name] as const)));

/** Where somebody works: as it stands with them, or with their department; empty if nobody said. */
export const siteOf = (person: Person, at: DepartmentSites): string =>
  person.site ?? at.get(person.department) ?? "";

/** A site as it is typed. */
export interface Typed {
  name: string;
  address: string;
  telephone: string;
  departments: readonly string[];
}

export const blank: Typed = { name: "", address: "", telephone: "", departments: [] };

export const typedOf = ({ name, address, telephone, departments }: Site): Typed => ({
  name,
  address,
  telephone,
  departments,
});

/** As the server keeps it. */
export const tidy = (text: string): string => clean(text).trim();

const longest_name = 60;

export type WrongSite = "missing" | "long" | "twice";

/** `was`: its name until now; nothing if it is new. */
export function judgeSite(
  typed: Typed,
  was: string | undefined,
  sites: readonly Site[],
): WrongSite | undefined {
  const name = tidy(typed.name);
  if (name === "") return "missing";
  if (graphemes(name) > longest_name) return "long";
  return sites.some((site) => site.name === name && site.name !== was) ? "twice" : undefined;
}

const same = ({ name, address, telephone }: Site): NamedSite => ({
  name,
  was: name,
  address,
  telephone,
});

/** All of them, with this one as it was typed; a new one is the last. */
export function withTyped(
  sites: readonly Site[],
  typed: Typed,
  was: string | undefined,
): NamedSite[] {
  const one: NamedSite = {
    name: tidy(typed.name),
    ...(was !== undefined && { was }),
    address: tidy(typed.address),
    telephone: tidy(typed.telephone),
  };
  if (was === undefined) return [...sites.map(same), one];
  return sites.map((site) => (site.name === was ? one : same(site)));
}

export const without = (sites: readonly Site[], name: string): NamedSite[] =>
  sites.filter((site) => site.name !== name).map(same);

/** It changes places with the one before or after it; nothing if there is none. */
export function shifted(sites: readonly Site[], name: string, by: -1 | 1): NamedSite[] | undefined {
  const at = sites.findIndex((site) => site.name === name);
  const [one, other] = [sites[at], sites[at + by]];
  if (!one || !other) return undefined;
  return sites.map((site) => same(site === one ? other : site === other ? one : site));
}

/** Which departments work elsewhere from now on, and where; "": nowhere in particular. */
export function moves(
  before: readonly string[],
  typed: Typed,
): { department: string; site: string }[] {
  const site = tidy(typed.name);
  return [
    ...typed.departments
      .filter((one) => !before.includes(one))
      .map((department) => ({ department, site })),
    ...before
      .filter((one) => !typed.departments.includes(one))
      .map((department) => ({ department, site: "" })),
  ];
}

export const fetchSites = (): Promise<Answer<Sites>> => ask(api.GET("/api/v1/directory/sites"));

export async function saveSites(version: number, sites: NamedSite[]): Promise<Problem | undefined> {
  return problemOf(await ask(api.PUT("/api/v1/directory/sites", { body: { version, sites } })));
}

export async function moveDepartment(body: {
  department: string;
  site: string;
}): Promise<Problem | undefined> {
  return problemOf(await ask(api.PUT("/api/v1/directory/departments/site", { body })));
}
