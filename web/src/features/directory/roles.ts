import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type {
  Id,
  NewRoleSet,
  Permission,
  Problem,
  Role,
  RoleChange,
  Roles,
  RoleSet,
  Session,
} from "../../platform/wire.ts";

/** Who may do what (clause 3.1); only administrators and sub-administrators ask for it. */
export interface RolesState {
  roles: Roles | undefined;
  problem: Problem | undefined;
}

export const emptyRoles: RolesState = { roles: undefined, problem: undefined };

/** In the order of the page. */
export const all_permissions = [
  "staff",
  "sign_in",
  "guideline",
  "hours",
  "quiz",
  "contacts",
  "reports",
  "figures",
  "urgent",
] as const satisfies readonly Permission[];

const ranks: readonly Role[] = ["member", "sub_administrator", "administrator"];
const rank = (role: Role): number => ranks.indexOf(role);

/** May they give roles? */
export const mayAppoint = (role: Role): boolean => role !== "member";

/** What I may do for others. A server of before doesn't say it: there administrators may do everything. */
export const permissionsOf = (session: Session, role: Role): ReadonlySet<Permission> =>
  new Set(session.permissions ?? (role === "administrator" ? all_permissions : []));

/** The roles that somebody may give, the highest first. */
export const givable = (mine: Role): Role[] =>
  ranks.filter((role) => rank(role) <= rank(mine)).toReversed();

/** Is it for somebody of this role to say what that one is? Nobody does it for themselves. */
export const mayChange = (mine: Role, theirs: Role): boolean => rank(theirs) <= rank(mine);

/** What somebody is given now. */
export interface Given {
  role: Role;
  sets: readonly Id[];
}

export function givenTo(roles: Roles, person: Id): Given {
  const found = roles.people.find((one) => one.person === person);
  return { role: found?.role ?? "member", sets: found?.sets ?? [] };
}

/** What that permits. */
export function permitted({ role, sets }: Given, all: readonly RoleSet[]): Permission[] {
  if (role !== "member") return [...all_permissions];
  const given = all.filter(({ id }) => sets.includes(id)).flatMap((one) => one.permissions);
  return all_permissions.filter((one) => given.includes(one));
}

export const isSame = (a: Given, b: Given): boolean =>
  a.role === b.role && [...a.sets].sort().join() === [...b.sets].sort().join();

export const newestChange = ({ roles }: RolesState): number => roles?.changes[0]?.id ?? 0;

/** What others changed, and I haven't looked at. */
export const unseenChanges = ({ roles }: RolesState, me: Id): number =>
  roles?.changes.filter((change) => isNew(change, roles.seen, me)).length ?? 0;

export const isNew = ({ id, by }: RoleChange, seen: number, me: Id): boolean =>
  id > seen && by !== me;

export interface RolesServer {
  roles(): Promise<Answer<Roles>>;
  appoint(person: Id, given: Given): Promise<Answer<unknown>>;
  makeSet(set: NewRoleSet): Promise<Answer<unknown>>;
  changeSet(id: Id, set: NewRoleSet): Promise<Answer<unknown>>;
  deleteSet(id: Id): Promise<Answer<unknown>>;
  see(upTo: number): Promise<Answer<unknown>>;
}

export const rolesServer: RolesServer = {
  roles: () => ask(api.GET("/api/v1/roles")),
  appoint(person, { role, sets }) {
    const [params, body] = [{ path: { person } }, { role, sets: [...sets] }];
    return ask(api.PUT("/api/v1/roles/people/{person}", { params, body }));
  },
  makeSet: (body) => ask(api.POST("/api/v1/roles/sets", { body })),
  changeSet: (set, body) =>
    ask(api.PUT("/api/v1/roles/sets/{set}", { params: { path: { set } }, body })),
  deleteSet: (set) => ask(api.DELETE("/api/v1/roles/sets/{set}", { params: { path: { set } } })),
  see: (up_to) => ask(api.PUT("/api/v1/roles/seen", { body: { up_to } })),
};

/** A returned Problem is shown; nothing means it worked. */
export interface RoleActions {
  load(): Promise<void>;
  appoint(person: Id, given: Given): Promise<Problem | undefined>;
  makeSet(set: NewRoleSet): Promise<Problem | undefined>;
  changeSet(id: Id, set: NewRoleSet): Promise<Problem | undefined>;
  deleteSet(id: Id): Promise<Problem | undefined>;
  /** I have looked at everything that is here now. */
  see(): Promise<void>;
  reset(): void;
}

interface Needs {
  roles: Store<RolesState>;
  server: RolesServer;
}

export function createRoleActions({ roles, server }: Needs): RoleActions {
  let asked = 0;

  /** An answer to an older question than the last is passed over. A failed try leaves what there is. */
  async function load(): Promise<void> {
    const mine = ++asked;
    const answer = await server.roles();
    if (mine !== asked) return;
    roles.set((now) =>
      answer.ok ? { roles: answer.data, problem: undefined } : { ...now, problem: answer.problem },
    );
  }

  /** Shows what it led to. Also after a refusal: somebody else was here before. */
  async function change(call: Promise<Answer<unknown>>): Promise<Problem | undefined> {
    const answer = await call;
    if (answer.ok || answer.problem.status !== 0) await load();
    return answer.ok ? undefined : answer.problem;
  }

  return {
    load,
    appoint: (person, given) => change(server.appoint(person, given)),
    makeSet: (set) => change(server.makeSet(set)),
    changeSet: (id, set) => change(server.changeSet(id, set)),
    deleteSet: (id) => change(server.deleteSet(id)),
    async see() {
      const upTo = newestChange(roles.get());
      if (upTo <= (roles.get().roles?.seen ?? 0)) return;
      const answer = await server.see(upTo);
      if (!answer.ok) return; // it stays new
      roles.set((now) =>
        now.roles ? { ...now, roles: { ...now.roles, seen: Math.max(now.roles.seen, upTo) } } : now,
      );
    },
    reset() {
      asked++;
      roles.set(() => emptyRoles);
    },
  };
}
