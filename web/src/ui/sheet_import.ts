import { passes, type Answer } from "../platform/api.ts";
import { createStore, type Store } from "../platform/store.ts";
import type { ImportReport, Problem } from "../platform/wire.ts";

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
  | { phase: "choosing" }
  | { phase: "checking"; file: string }
  /** Nothing was written. */
  | { phase: "refused"; file: string; problem: Problem }
  | {
      phase: "planned" | "importing";
      file: string;
      /** As it was read once: on the disk it may be another file by now. */
      sheet: Blob;
      plan: Plan;
      /** Nobody knows whether the import came to its end. */
      inDoubt: Problem | undefined;
    }
  | { phase: "imported"; plan: Plan; report: ImportReport };

export interface SheetImport<Plan> {
  state: Store<ImportState<Plan>>;
  /** Asks what the file would come to; another one takes its place. */
  take(file: File): Promise<void>;
  /** Imports what was shown. */
  run(): Promise<void>;
  /** The file isn't wanted any more, or the page is left: what still comes isn't taken. */
  drop(): void;
}

export interface ImportServer<Plan> {
  preview(sheet: Blob): Promise<Answer<Plan>>;
  run(sheet: Blob): Promise<Answer<ImportReport>>;
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
const largest_bytes = 8 * 1024 * 1024;

/** The bytes with their content type. */
export async function sheetOf(file: File, wrongs: SheetWrongs): Promise<Answer<Blob>> {
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
): SheetImport<Plan> {
  const state = createStore<ImportState<Plan>>({ phase: "choosing" });
  let life = 0;

  async function look(picked: File): Promise<ImportState<Plan>> {
    const { name: file } = picked;
    const read = await sheetOf(picked, wrongs);
    if (!read.ok) return { phase: "refused", file, problem: read.problem };
    const { data: sheet } = read;
    const answer = await server.preview(sheet);
    if (!answer.ok) return { phase: "refused", file, problem: answer.problem };
    return { phase: "planned", file, sheet, plan: answer.data, inDoubt: undefined };
  }

  return {
    state,
    async take(file) {
      // What is being written has to be told.
      if (state.get().phase === "importing") return;
      const mine = ++life;
      state.set(() => ({ phase: "checking", file: file.name }));
      const next = await look(file);
      if (mine === life) state.set(() => next);
    },
    async run() {
      const now = state.get();
      if (now.phase !== "planned" || isNothing(now.plan)) return;
      const mine = life;
      state.set(() => ({ ...now, phase: "importing", inDoubt: undefined }));
      const answer = await server.run(now.sheet);
      if (mine !== life) return;
      const { file, plan } = now;
      state.set(() => {
        if (answer.ok) return { phase: "imported", plan, report: answer.data };
        const { problem } = answer;
        return passes(problem) ? { ...now, inDoubt: problem } : { phase: "refused", file, problem };
      });
    },
    drop() {
      life += 1;
      state.set(() => ({ phase: "choosing" }));
    },
  };
}
