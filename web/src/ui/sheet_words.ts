import type { ImportNow, SheetWrongs } from "./sheet_import.ts";

type Counts = Readonly<Record<"added" | "changed" | "unchanged", string>>;

/** What is said around a sheet, whatever it is about. */
export interface SheetWords {
  pick: Readonly<
    Record<"title" | "first" | "kinds" | "choose" | "another" | "drop" | "field", string>
  >;
  checking: { said: (file: string) => string };
  wrong: SheetWrongs;
  refused: {
    title: (file: string) => string;
    safe: string;
    rows: (n: number) => string;
    mend: string;
  };
  plan: Readonly<
    Record<"title" | "nothing" | "safe" | "stays" | "run" | "running" | "doubt", string>
  > & {
    same: (n: number) => string;
    of: (file: string) => string;
    counts: Counts;
    many: (n: number) => string;
    section: (name: string, n: number) => string;
    order: (added: number, changed: number) => string;
  };
  done: { title: string; counts: Counts; differs: string };
  out: Readonly<Record<"title" | "hint" | "excel" | "personal" | "busy", string>> & {
    format: Readonly<Record<SheetFormat, string>>;
    done: (file: string) => string;
    file: (day: string, format: SheetFormat) => string;
  };
  leaving: { planned: (file: string) => string };
  standing: Readonly<Record<"label" | "sent" | "going" | "leave", string>> & {
    step: Readonly<Record<ImportNow["step"], string>>;
    rows: (done: number, of: number) => string;
    last: (when: string) => string;
    when: (day: string, clock: string) => string;
  };
}

/** The kinds of file that a sheet can be written to. */
export const sheet_formats = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof sheet_formats)[number];
