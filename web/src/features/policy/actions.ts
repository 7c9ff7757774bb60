import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import type { ClauseText, Department, Id, Leave, Problem } from "../../platform/wire.ts";
import { changesBetween, type Change } from "./editions.ts";
import type { Step, Whom } from "./ruling.ts";
import { emptyPolicy, fetched, notFetched, type PolicyState } from "./state.ts";

/** What the screens may do. A returned Problem is shown; nothing means it worked. */
export interface PolicyActions {
  /** Fetches the guideline. Calls while one is under way come to one more. */
  load(): Promise<void>;
  /** The line is back: what couldn't be fetched is fetched. */
  resume(): void;
  /** What is new since the edition that I accepted. */
  changes(): Promise<Answer<Change[]>>;
  accept(edition: number): Promise<Problem | undefined>;
  take(clause: Id, whom: Whom, step: Step): Promise<Problem | undefined>;
  /** As the level above says. */
  giveBack(clause: Id, whom: Whom, name: string): Promise<Problem | undefined>;
  /** Without `clause`: one of our own is added. */
  draft(clause: Id | undefined, words: Words): Promise<Problem | undefined>;
  /** The words that a clause had at the beginning, which endanger nobody. */
  firstWords(clause: Id): Promise<Answer<Words>>;
  dropDraft(clause: Id): Promise<Problem | undefined>;
  leaveOut(clause: Id): Promise<Problem | undefined>;
  publish(note: string, effectiveOn: string): Promise<Problem | undefined>;
  departments(): Promise<Answer<Department[]>>;
  setHead(department: string, person: Id | undefined): Promise<Problem | undefined>;
  /** Without `leave` there is none any more (clause B5). */
  setLeave(person: Id, leave: Leave | undefined): Promise<Problem | undefined>;
  /** Somebody else signs in. */
  reset(): void;
}

/** Made from the preset. */
const first_edition = 1;

export type Words = Pick<ClauseText, "title" | "text">;

export function createPolicyActions(policy: Store<PolicyState>): PolicyActions {
  let loading: Promise<void> | undefined;
  let again = false;
  let life = 0;

  async function fetchGuideline(): Promise<void> {
    const mine = life;
    // What is told together is asked for once.
    await Promise.resolve();
    do {
      again = false;
      const answer = await ask(api.GET("/api/v1/policy/clauses"));
      if (mine !== life) return;
      policy.set((s) => (answer.ok ? fetched(answer.data) : notFetched(s, answer.problem)));
    } while (again);
    loading = undefined;
  }

  function load(): Promise<void> {
    if (loading) again = true;
    loading ??= fetchGuideline();
    return loading;
  }

  const edition = (number: number) =>
    ask(api.GET("/api/v1/policy/editions/{edition}", { params: { path: { edition: number } } }));

  /** Shows what it led to, before the event about it comes. */
  async function change(call: Promise<Answer<unknown>>): Promise<Problem | undefined> {
    const answer = await call;
    if (answer.ok || answer.problem.status === 409) await load();
    return answer.ok ? undefined : answer.problem;
  }

  function set(clause: Id, whom: Whom, name: string, value: string | undefined) {
    const params = { path: { clause, name } };
    const body = value === undefined ? {} : { value };
    return ask(
      whom === "everybody"
        ? api.PUT("/api/v1/policy/clauses/{clause}/settings/{name}", { params, body })
        : api.PUT("/api/v1/policy/clauses/{clause}/department-settings/{name}", { params, body }),
    );
  }

  function limit(clause: Id, measure: string, step: Extract<Step, { kind: "limit" }>) {
    const call = api.PUT("/api/v1/policy/clauses/{clause}/limits/{measure}", {
      params: { path: { clause, measure } },
      body: { modes: step.modes },
    });
    return ask(call);
  }

  return {
    load,
    resume() {
      if (policy.get().problem) void load();
    },
    async changes() {
      const { guideline } = policy.get();
      if (!guideline || guideline.accepted === 0) return { ok: true, data: [] };
      const answer = await edition(guideline.accepted);
      if (!answer.ok) return answer;
      return { ok: true, data: changesBetween(answer.data.clauses, guideline.clauses) };
    },
    async firstWords(clause) {
      const answer = await edition(first_edition);
      if (!answer.ok) return answer;
      const words = answer.data.clauses.find(({ id }) => id === clause);
      return { ok: true, data: { title: words?.title ?? "", text: words?.text ?? "" } };
    },
    accept: (edition) => change(ask(api.PUT("/api/v1/policy/acceptance", { body: { edition } }))),
    take: (clause, whom, step) =>
      change(
        step.kind === "limit"
          ? limit(clause, step.name, step)
          : set(clause, whom, step.name, step.value),
      ),
    giveBack: (clause, whom, name) => change(set(clause, whom, name, undefined)),
    draft(clause, { title, text }) {
      const body = { title, text };
      if (clause === undefined) return change(ask(api.POST("/api/v1/policy/clauses", { body })));
      const params = { path: { clause } };
      return change(ask(api.PUT("/api/v1/policy/clauses/{clause}/draft", { params, body })));
    },
    dropDraft(clause) {
      const params = { path: { clause } };
      return change(ask(api.DELETE("/api/v1/policy/clauses/{clause}/draft", { params })));
    },
    leaveOut(clause) {
      const params = { path: { clause } };
      return change(ask(api.DELETE("/api/v1/policy/clauses/{clause}", { params })));
    },
    publish(note, effective_on) {
      const body = { note, effective_on };
      return change(ask(api.POST("/api/v1/policy/editions", { body })));
    },
    async departments() {
      const answer = await ask(api.GET("/api/v1/directory/departments"));
      return answer.ok ? { ok: true, data: answer.data.departments } : answer;
    },
    setHead(department, person) {
      const body = person === undefined ? { department } : { department, person };
      return change(ask(api.PUT("/api/v1/directory/heads", { body })));
    },
    setLeave(person, leave) {
      const params = { path: { person } };
      return change(
        ask(
          leave === undefined
            ? api.DELETE("/api/v1/directory/people/{person}/leave", { params })
            : api.PUT("/api/v1/directory/people/{person}/leave", { params, body: leave }),
        ),
      );
    },
    reset() {
      life++;
      loading = undefined;
      again = false;
      policy.set(() => emptyPolicy);
    },
  };
}
