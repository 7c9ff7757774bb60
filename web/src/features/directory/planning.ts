import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type {
  Department,
  HandOver,
  Id,
  PlannedChange,
  Problem,
  Retired,
} from "../../platform/wire.ts";
import type { Work } from "./changes.ts";

/** `all`: nothing until it was fetched. A failed try leaves what there is. */
export interface Listed<One> {
  all: readonly One[] | undefined;
  problem: Problem | undefined;
}

export interface PlanningServer {
  planned(): Promise<Answer<PlannedChange[]>>;
  retired(): Promise<Answer<Retired[]>>;
  /** Of oneself, or for administrators. */
  carried(person: Id): Promise<Answer<HandOver[]>>;
  departments(): Promise<Answer<Department[]>>;
  transfer(person: Id, day: string, work: Partial<Work>): Promise<Answer<unknown>>;
  retire(person: Id, day: string): Promise<Answer<unknown>>;
  callOff(planned: Id): Promise<Answer<unknown>>;
}

/** What administrators plan for people. A returned Problem is shown; nothing means it worked. */
export interface Planning {
  planned: Store<Listed<PlannedChange>>;
  retired: Store<Listed<Retired>>;
  load(): Promise<void>;
  loadRetired(): Promise<void>;
  carried: PlanningServer["carried"];
  departments(): Promise<Answer<Department[]>>;
  transfer(person: Id, day: string, work: Partial<Work>): Promise<Problem | undefined>;
  retire(person: Id, day: string): Promise<Problem | undefined>;
  callOff(planned: Id): Promise<Problem | undefined>;
}

export const planningServer: PlanningServer = {
  async planned() {
    const answer = await ask(api.GET("/api/v1/directory/planned"));
    return answer.ok ? { ok: true, data: answer.data.planned } : answer;
  },
  async retired() {
    const answer = await ask(api.GET("/api/v1/directory/retired"));
    return answer.ok ? { ok: true, data: answer.data.retired } : answer;
  },
  async carried(person) {
    const params = { path: { person } };
    const answer = await ask(api.GET("/api/v1/directory/people/{person}/handover", { params }));
    return answer.ok ? { ok: true, data: answer.data.carried } : answer;
  },
  async departments() {
    const answer = await ask(api.GET("/api/v1/directory/departments"));
    return answer.ok ? { ok: true, data: answer.data.departments } : answer;
  },
  transfer(person, day, work) {
    const [params, body] = [{ path: { person } }, { day, ...work }];
    return ask(api.POST("/api/v1/directory/people/{person}/transfer", { params, body }));
  },
  retire(person, day) {
    const [params, body] = [{ path: { person } }, { day }];
    return ask(api.PUT("/api/v1/directory/people/{person}/retirement", { params, body }));
  },
  callOff: (planned) =>
    ask(api.DELETE("/api/v1/directory/planned/{planned}", { params: { path: { planned } } })),
};

export function createPlanning(server: PlanningServer): Planning {
  const [planned, load] = createList(server.planned);
  const [retired, loadRetired] = createList(server.retired);

  /** Shows what it led to. Also after a refusal: somebody else, or midnight, was here before. */
  async function change(call: Promise<Answer<unknown>>): Promise<Problem | undefined> {
    const answer = await call;
    if (answer.ok || answer.problem.status === 409 || answer.problem.status === 404) await load();
    return answer.ok ? undefined : answer.problem;
  }

  return {
    planned,
    retired,
    load,
    loadRetired,
    carried: server.carried,
    departments: server.departments,
    transfer: (person, day, work) => change(server.transfer(person, day, work)),
    retire: (person, day) => change(server.retire(person, day)),
    callOff: (id) => change(server.callOff(id)),
  };
}

/** An answer to an older question than the last is passed over. */
function createList<One>(
  askFor: () => Promise<Answer<One[]>>,
): [Store<Listed<One>>, () => Promise<void>] {
  const list = createStore<Listed<One>>({ all: undefined, problem: undefined });
  let asked = 0;
  async function load(): Promise<void> {
    const mine = ++asked;
    const answer = await askFor();
    if (mine !== asked) return;
    list.set(({ all }) =>
      answer.ok ? { all: answer.data, problem: undefined } : { all, problem: answer.problem },
    );
  }
  return [list, load];
}
