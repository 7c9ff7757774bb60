import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import { finds } from "../../platform/text/fold.ts";
import { graphemes, isBlank } from "../../platform/text/length.ts";
import type {
  Group,
  Id,
  ListedGroup,
  Membership,
  Person,
  Problem,
  Room,
  Visibility,
} from "../../platform/wire.ts";
import type { People } from "./list.ts";

/** Groups that everybody finds (clause 6.1); asked for by whoever opens their page. */
export interface GroupsState {
  known: boolean;
  groups: readonly ListedGroup[];
}

export const emptyGroups: GroupsState = { known: false, groups: [] };

export const groups_stream = "groups";

/** What I am to a listed group. */
export type Standing = "in" | "asked" | "declined" | "outside";

export function standing({ members, request }: ListedGroup, me: Id): Standing {
  if (members.includes(me)) return "in";
  if (!request) return "outside";
  return request.declined_at === undefined ? "asked" : "declined";
}

/** By name, purpose, and who leads it. */
export function search(groups: readonly ListedGroup[], people: People, query: string) {
  const leader = (id: Id | undefined) => (id === undefined ? [] : [people.get(id)?.name ?? ""]);
  return groups.filter(({ name, purpose, master, deputy }) =>
    finds(query, [name, purpose, ...leader(master), ...leader(deputy)]),
  );
}

/** Is master, or the master's deputy. */
export const leads = ({ master, group }: Room, me: Id): boolean =>
  master === me || group?.deputy === me;

const departmentsOf = ({ department, posts = [] }: Person): string[] => [
  department,
  ...posts.map((post) => post.department),
];

/** There is no department to which all of them belong. */
export function crossesDepartments(people: People, ids: readonly Id[]): boolean {
  const known = ids.flatMap((id) => people.get(id) ?? []);
  const [first, ...rest] = known.map(departmentsOf);
  if (!first || rest.length === 0) return false;
  return !first.some((one) => rest.every((other) => other.includes(one)));
}

export const longest_name = 50;
export const longest_purpose = 200;

/** A group as it is being written. */
export interface GroupDraft {
  name: string;
  purpose: string;
  visibility: Visibility;
  /** Empty: nobody knows. */
  ends_on: string;
  shows_past: boolean;
}

export type Lack = "name" | "name_over" | "purpose" | "purpose_over";

export function lackOf({ name, purpose, visibility }: GroupDraft): Lack | undefined {
  if (isBlank(name)) return "name";
  if (graphemes(name.trim()) > longest_name) return "name_over";
  if (visibility === "listed" && isBlank(purpose)) return "purpose";
  return graphemes(purpose.trim()) > longest_purpose ? "purpose_over" : undefined;
}

export const draftOf = ({ name, group }: Room): GroupDraft => ({
  name,
  purpose: group?.purpose ?? "",
  visibility: group?.visibility ?? "unlisted",
  ends_on: group?.ends_on ?? "",
  shows_past: group?.shows_past ?? true,
});

/** As the server takes it. */
export function bodyOf({ name, purpose, visibility, ends_on, shows_past }: GroupDraft) {
  return {
    name: name.trim(),
    purpose: purpose.trim(),
    visibility,
    shows_past,
    ...(ends_on !== "" && { ends_on }),
  };
}

/** Clause 6.2: how the name would end. */
export const withG = (name: string): string => `${name.trim()}G`;

export interface GroupActions {
  load(): Promise<Problem | undefined>;
  /** They are others now; does nothing as long as nobody has looked at them. */
  refresh(): void;
  ask(group: Id, words: string): Promise<Problem | undefined>;
  takeBack(group: Id): Promise<Problem | undefined>;
  members(room: Id): Promise<Answer<Membership[]>>;
  set(room: Id, draft: GroupDraft, edited: Group["edited"]): Promise<Problem | undefined>;
  handOver(room: Id, person: Id, then: "stay" | "leave"): Promise<Problem | undefined>;
  setDeputy(room: Id, person: Id | undefined): Promise<Problem | undefined>;
  answer(room: Id, person: Id, answer: "yes" | "no"): Promise<Problem | undefined>;
  reset(): void;
}

interface Needs {
  groups: Store<GroupsState>;
  /** Asks /sync, for what was changed by me and isn't told by a reply. */
  catchUp: () => void;
}

export function createGroupActions({ groups, catchUp }: Needs): GroupActions {
  let life = 0;
  const room = "/api/v1/talk/rooms/{room}";
  const refresh = () => actions.refresh();

  async function done(
    call: Promise<{ error?: unknown; response: Response }>,
    then: () => void = catchUp,
  ): Promise<Problem | undefined> {
    const answer = await ask(call);
    // Somebody else was first: what they did is to be seen.
    if (answer.ok || answer.problem.status === 404 || answer.problem.status === 409) then();
    return answer.ok ? undefined : answer.problem;
  }

  const actions: GroupActions = {
    async load() {
      const mine = life;
      const answer = await ask(api.GET("/api/v1/talk/groups"));
      if (mine !== life) return undefined;
      if (answer.ok) groups.set(() => ({ known: true, groups: answer.data.groups }));
      return answer.ok ? undefined : answer.problem;
    },
    refresh() {
      if (groups.get().known) void actions.load();
    },
    ask: (group, words) =>
      done(
        api.PUT("/api/v1/talk/groups/{room}/request", {
          params: { path: { room: group } },
          body: { words },
        }),
        refresh,
      ),
    takeBack: (group) =>
      done(
        api.DELETE("/api/v1/talk/groups/{room}/request", { params: { path: { room: group } } }),
        refresh,
      ),
    async members(id) {
      const answer = await ask(api.GET(`${room}/members`, { params: { path: { room: id } } }));
      return answer.ok ? { ok: true, data: answer.data.members } : answer;
    },
    set: (id, draft, edited) =>
      done(
        api.PUT(`${room}/group`, {
          params: { path: { room: id } },
          body: { ...bodyOf(draft), edited },
        }),
      ),
    handOver: (id, person, then) =>
      done(
        api.PUT(`${room}/master`, {
          params: { path: { room: id } },
          body: { person, leaving: then === "leave" },
        }),
      ),
    setDeputy: (id, person) =>
      done(
        api.PUT(`${room}/deputy`, {
          params: { path: { room: id } },
          body: { ...(person !== undefined && { person }) },
        }),
      ),
    answer: (id, person, answer) =>
      done(
        api.PUT(`${room}/requests/{person}`, {
          params: { path: { room: id, person } },
          body: { answer },
        }),
      ),
    reset() {
      life += 1;
      groups.set(() => emptyGroups);
    },
  };
  return actions;
}
