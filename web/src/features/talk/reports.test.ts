import { expect, test } from "vitest";
import type { Message, Report } from "../../platform/wire.ts";
import { over, reportable, waiting } from "./reports.ts";

const message = (seq: number, author: string): Message => ({
  room: "7",
  seq,
  version: seq,
  author,
  body: `${seq}`,
  client_key: `k${seq}`,
  posted_at: seq,
});

test("GivenMessages_ThenOnlyOthersCanBeReportedAndTheNewestComesFirst", () => {
  const messages = [message(1, "a"), message(2, "me"), message(3, "b")];
  expect(reportable(messages, "me").map(({ seq }) => seq)).toEqual([3, 1]);
});

test("GivenReports_ThenThoseThatNobodyClosedWait", () => {
  const report = {
    id: "1",
    room: "7",
    seq: 1,
    author: "a",
    reporter: "b",
    reason: "",
    reported_at: 1,
  };
  const closed: Report = { ...report, closed: { by: "c", at: 2, outcome: "" } };
  expect(waiting({ known: true, reports: [report, closed, report] })).toBe(2);
});

test("GivenALongReason_ThenItIsSaidHowManyCharactersAreTooMany", () => {
  expect(over("あ".repeat(500))).toBe(0);
  expect(over("あ".repeat(503))).toBe(3);
});
