import { api, ask, type Answer } from "../../platform/api.ts";
import type { Store } from "../../platform/store.ts";
import { graphemes } from "../../platform/text/length.ts";
import type { Id, Message, OpenedReport, Problem, Report } from "../../platform/wire.ts";

/** What was shown to the administrators (clause B8); only they ask for it. */
export interface ReportsState {
  known: boolean;
  reports: readonly Report[];
}

export const emptyReports: ReportsState = { known: false, reports: [] };

export const waiting = ({ reports }: ReportsState): number =>
  reports.filter(({ closed }) => closed === undefined).length;

/** Others' messages, the newest first. */
export const reportable = (messages: readonly Message[], me: Id): Message[] =>
  messages.filter(({ author }) => author !== me).toReversed();

export const longest_words = 500;

/** How many characters are too many. */
export const over = (words: string): number => Math.max(0, graphemes(words) - longest_words);

export interface ReportActions {
  report(room: Id, seq: number, reason: string): Promise<Problem | undefined>;
  load(): Promise<Problem | undefined>;
  /** That I read it is recorded. */
  open(report: Id): Promise<Answer<OpenedReport>>;
  close(report: Id, outcome: string): Promise<Problem | undefined>;
  reset(): void;
}

export function createReportActions(reports: Store<ReportsState>): ReportActions {
  let life = 0;
  return {
    async report(room, seq, reason) {
      const params = { path: { room, seq } };
      const call = api.POST("/api/v1/talk/rooms/{room}/messages/{seq}/reports", {
        params,
        body: { reason },
      });
      const answer = await ask(call);
      return answer.ok ? undefined : answer.problem;
    },
    async load() {
      const mine = life;
      const answer = await ask(api.GET("/api/v1/talk/reports"));
      if (mine !== life) return undefined;
      if (answer.ok) reports.set(() => ({ known: true, reports: answer.data.reports }));
      return answer.ok ? undefined : answer.problem;
    },
    open: (report) =>
      ask(api.POST("/api/v1/talk/reports/{report}/openings", { params: { path: { report } } })),
    async close(report, outcome) {
      const params = { path: { report } };
      const call = api.PUT("/api/v1/talk/reports/{report}/outcome", { params, body: { outcome } });
      const answer = await ask(call);
      if (answer.ok || answer.problem.status === 409) await this.load();
      return answer.ok ? undefined : answer.problem;
    },
    reset() {
      life += 1;
      reports.set(() => emptyReports);
    },
  };
}
