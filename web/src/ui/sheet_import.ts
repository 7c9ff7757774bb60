import { passes, type Answer } from "../platform/api.ts";
import { createStore, type Store } from "../platform/store.ts";
import { realTimer, type Timer } from "../platform/timer.ts";
import type { ImportReport, ImportStanding, Problem } from "../platform/wire.ts";

/** How far an import has come. */
export type ImportNow = NonNullable<ImportStanding["now"]>;
export type LastImport = NonNullable<ImportStanding["last"]>;

/** What a sheet comes to, before anything is written. */
export interface SheetPlan {
  added: readonly unknown[];
  changed: readonly unknown[];
  unchanged: number;
}

/** Why a file isn't even sent. */
export type SheetWrongs = Readonly<
  Record<"kind" | "size" | "unreadable", { title: string; instead: string }>
>;

export type ImportState<Plan> =
  | { phase: "choosing"; last: LastImport | undefined }
  | { phase: "checking"; file: string; now: ImportNow | undefined }
  /** Nothing was written. */
  | { phase: "refused"; file: string; problem: Problem }
  | {
      phase: "planned" | "importing";
      file: string;
      /** As it was read once: on the disk it may be another file by now. */
      sheet: Blob;
      plan: Plan;
      /** By which the server names what it came to. */
      key: string;
      now: ImportNow | undefined;
      /** Nobody knows whether the import came to its end. */
      inDoubt: Problem | undefined;
    }
  /** One that was begun before this page was opened. */
  | { phase: "following"; now: ImportNow }
  | { phase: "imported"; plan: Plan | undefined; report: ImportReport };

export interface SheetImport<Plan> {
  state: Store<ImportState<Plan>>;
  /** Whoever comes back to the page finds what they left. */
  open(): Promise<void>;
  /** Asks what the file would come to; another one takes its place. */
  take(file: File): Promise<void>;
  /** Imports what was shown. */
  run(): Promise<void>;
  /** The file isn't wanted any more, or the page is left: what still comes isn't taken. */
  drop(): void;
}

export interface ImportServer<Plan> {
  /** What it takes, if that isn't as much as usual. */
  largest_bytes?: number;
  preview(sheet: Blob): Promise<Answer<Plan>>;
  run(sheet: Blob, key: string): Promise<Answer<ImportReport>>;
  /** How far my import has come, and what the last one came to. */
  standing(): Promise<Answer<ImportStanding>>;
}

const looks_every_ms = 500;
const steps: readonly ImportNow["step"][] = ["reading", "checking", "writing", "following"];

/** How much of all is done, in percent; nothing if nobody knows. A preview ends before anything is written. */
export function barOf(now: ImportNow | undefined, preview: boolean): number | undefined {
  if (!now) return undefined;
  const all = preview ? 2 : steps.length;
  const part = now.of ? now.done / now.of : 0;
  return Math.min(100, Math.round((100 * (steps.indexOf(now.step) + part)) / all));
}

/** A large file on a slow line takes longer than other calls. */
const patience_ms = 180_000;

/** How a sheet goes to the server. */
export const sending = (sheet: Blob) => ({
  // The contract has bytes as a string.
  body: "",
  bodySerializer: () => sheet,
  headers: { "Content-Type": sheet.type },
  fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(patience_ms) }),
});

/** Content types by how a file's name ends: what a browser says of a CSV depends on the machine. */
const types = {
  ".csv": "text/csv",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** What a field for files offers. */
export const accepted = Object.keys(types).join(",");

/** As on the server. */
const usual_bytes = 8 * 1024 * 1024;

/** The bytes with their content type. */
export async function sheetOf(
  file: File,
  wrongs: SheetWrongs,
  largest_bytes = usual_bytes,
): Promise<Answer<Blob>> {
  const wrong = (what: keyof SheetWrongs): { ok: false; problem: Problem } => ({
    ok: false,
    problem: { status: 422, code: "client.sheet", request_id: "", ...wrongs[what] },
  });
  const name = file.name.toLowerCase();
  const type = Object.entries(types).find(([ending]) => name.endsWith(ending))?.[1];
  if (type === undefined) return wrong("kind");
  if (file.size > largest_bytes) return wrong("size");
  try {
    return { ok: true, data: new Blob([await file.arrayBuffer()], { type }) };
  } catch {
    return wrong("unreadable");
  }
}

/** Is everything in the file already as it is? */
export const isNothing = ({ added, changed }: SheetPlan): boolean =>
  added.length + changed.length === 0;

/** Was something else done than was shown? */
export const differs = (plan: SheetPlan, report: ImportReport): boolean =>
  plan.added.length !== report.added ||
  plan.changed.length !== report.changed ||
  plan.unchanged !== report.unchanged;

export function createSheetImport<Plan extends SheetPlan>(
  server: ImportServer<Plan>,
  wrongs: SheetWrongs,
  timer: Timer = realTimer,
): SheetImport<Plan> {
  const state = createStore<ImportState<Plan>>({ phase: "choosing", last: undefined });
  let life = 0;

  const pause = () => new Promise<void>((go) => timer.after(looks_every_ms, go));

  function say(now: ImportNow | undefined): void {
    state.set((s) => ("now" in s && now ? { ...s, now } : s));
  }

  /** Says how far it has come, until the answer is there. */
  async function followed<T>(work: Promise<T>): Promise<T> {
    const mine = life;
    let isOver = false;
    const ended = work.finally(() => (isOver = true));
    async function look(): Promise<void> {
      await pause();
      if (isOver || mine !== life) return;
      const answer = await server.standing();
      if (isOver || mine !== life) return;
      if (answer.ok) say(answer.data.now);
      await look();
    }
    void look();
    return ended;
  }

  /** What it came to in the end; nothing, if nobody knows of an end that is meant. */
  async function endOf(isMeant: (last: LastImport) => boolean): Promise<ImportReport | undefined> {
    const mine = life;
    for (;;) {
      const answer = await server.standing();
      if (!answer.ok || mine !== life) return undefined;
      const { now, last } = answer.data;
      if (last && isMeant(last)) return last.report;
      if (!now) return undefined;
      say(now);
      await pause();
    }
  }

  async function look(picked: File): Promise<ImportState<Plan>> {
    const { name: file } = picked;
    const read = await sheetOf(picked, wrongs, server.largest_bytes);
    if (!read.ok) return { phase: "refused", file, problem: read.problem };
    const { data: sheet } = read;
    const answer = await followed(server.preview(sheet));
    if (!answer.ok) return { phase: "refused", file, problem: answer.problem };
    const key = crypto.randomUUID();
    const { data: plan } = answer;
    return { phase: "planned", file, sheet, plan, key, now: undefined, inDoubt: undefined };
  }

  return {
    state,
    async open() {
      const mine = life;
      const answer = await server.standing();
      if (mine !== life || !answer.ok) return;
      const { now, last } = answer.data;
      state.set(() => (now ? { phase: "following", now } : { phase: "choosing", last }));
      if (!now) return;
      const report = await endOf(({ key, at }) => key !== last?.key || at !== last?.at);
      if (mine !== life) return;
      state.set(() =>
        report ? { phase: "imported", plan: undefined, report } : { phase: "choosing", last },
      );
    },
    async take(file) {
      // What is being written has to be told.
      const { phase } = state.get();
      if (phase === "importing" || phase === "following") return;
      const mine = ++life;
      state.set(() => ({ phase: "checking", file: file.name, now: undefined }));
      const next = await look(file);
      if (mine === life) state.set(() => next);
    },
    async run() {
      const planned = state.get();
      if (planned.phase !== "planned" || isNothing(planned.plan)) return;
      const mine = life;
      const { file, plan, key } = planned;
      state.set(() => ({ ...planned, phase: "importing", inDoubt: undefined }));
      const answer = await followed(server.run(planned.sheet, key));
      const isLost = !answer.ok && passes(answer.problem);
      const report = answer.ok
        ? answer.data
        : isLost
          ? await endOf((last) => last.key === key)
          : undefined;
      if (mine !== life) return;
      state.set(() => {
        if (report) return { phase: "imported", plan, report };
        const problem = answer.ok ? undefined : answer.problem;
        if (!problem || isLost) return { ...planned, inDoubt: problem };
        return { phase: "refused", file, problem };
      });
    },
    drop() {
      life += 1;
      state.set(() => ({ phase: "choosing", last: undefined }));
    },
  };
}
