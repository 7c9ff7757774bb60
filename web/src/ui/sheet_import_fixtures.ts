import type { Answer } from "../platform/api.ts";
import { createFakeTimer, settle } from "../platform/fake_timer.ts";
import { staffImportWords } from "../platform/i18n/staff_import.ts";
import type { ImportReport, ImportStanding } from "../platform/wire.ts";
import { createSheetImport, type SheetPlan } from "./sheet_import.ts";

export const wrongs = staffImportWords().wrong;
export const file = (name: string, text = "氏名,フリガナ\r\n") => new File([text], name);
export const nothing: SheetPlan = { added: [], changed: [], unchanged: 3 };
export const plan: SheetPlan = { added: ["new"], changed: ["changed"], unchanged: 3 };
export const report: ImportReport = { added: 1, changed: 1, unchanged: 3 };
const refusal = (status: number, code = "test") => ({ status, code, title: "", request_id: "" });

/** A server whose answers come when the test lets them. */
export function office() {
  const sent: ["preview" | "run", Blob][] = [];
  const open: ((answer: Answer<never>) => void)[] = [];
  const keys: string[] = [];
  const asked = (what: "preview" | "run") => (sheet: Blob, key?: string) => {
    sent.push([what, sheet]);
    if (key !== undefined) keys.push(key);
    return new Promise<Answer<never>>((answer) => open.push(answer));
  };
  let standing: ImportStanding = {};
  const { timer, pass } = createFakeTimer();
  const staff = createSheetImport<SheetPlan>(
    {
      preview: asked("preview"),
      run: asked("run"),
      standing: () => Promise.resolve({ ok: true, data: standing }),
    },
    wrongs,
    timer,
  );
  const tell = async (answer: Answer<unknown>) => {
    open.shift()?.(answer as Answer<never>);
    await settle();
  };
  return {
    staff,
    sent,
    keys,
    /** The server says this from now on, and the page asks for it. */
    stands: async (said: ImportStanding) => {
      standing = said;
      pass(500);
      await settle();
    },
    asked: () => sent.map(([what]) => what),
    now: () => staff.state.get(),
    take: async (name = "名簿.csv", text?: string) => {
      void staff.take(file(name, text));
      await settled(() => sent.length);
    },
    run: async () => {
      void staff.run();
      await settle();
    },
    answer: (data: SheetPlan | ImportReport) => tell({ ok: true, data }),
    refuse: (status: number, code?: string) => tell({ ok: false, problem: refusal(status, code) }),
  };
}

/** A file is read by the system, which takes longer than the promises that wait for it. */
async function settled(count: () => number): Promise<void> {
  const before = count();
  for (let i = 0; i < 100 && count() === before; i++) await new Promise((go) => setTimeout(go, 1));
}
