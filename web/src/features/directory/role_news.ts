import type { rolesWords } from "../../platform/i18n/roles.ts";
import type { Id, Permission, RoleChange } from "../../platform/wire.ts";

type Words = ReturnType<typeof rolesWords>;

/** What happened, in sentences. A server of tomorrow may know permissions that this client doesn't: they go by their names. */
export function sentencesOf(
  change: RoleChange,
  nameOf: (person: Id) => string,
  t: Words,
): string[] {
  const by = change.by === undefined ? t.news.operator : t.news.person(nameOf(change.by));
  if (change.person === undefined) return [ofSet(change, by, t)];
  const { role_before: was = "member", role_after: is = "member" } = change;
  const whom = nameOf(change.person);
  const given = change.after.filter((name) => !change.before.includes(name));
  const taken = change.before.filter((name) => !change.after.includes(name));
  return [
    ...(was === is ? [] : [t.news.role(by, whom, was, is)]),
    ...(given.length === 0 ? [] : [t.news.given(by, whom, given)]),
    ...(taken.length === 0 ? [] : [t.news.taken(by, whom, taken)]),
  ];
}

function ofSet({ set = "", before, after }: RoleChange, by: string, t: Words): string {
  const may = after.map((name) => t.permissions[name as Permission]?.name ?? name);
  if (after.length === 0) return t.news.deleted(by, set);
  return before.length === 0 ? t.news.made(by, set, may) : t.news.changed(by, set, may);
}
