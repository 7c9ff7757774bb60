import { expect, test } from "vitest";
import type { ImportReport } from "../platform/wire.ts";
import { differs, isNothing, sheetOf } from "./sheet_import.ts";
import { file, nothing, office, plan, report, wrongs } from "./sheet_import_fixtures.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test.each([
  ["名簿.csv", "text/csv"],
  ["名簿.CSV", "text/csv"],
  ["名簿.2026.xlsx", xlsx],
  ["名簿.XLSX", xlsx],
])("Given%s_WhenItIsRead_ThenItsEndingSaysItsKindAndItsBytesAreWhole", async (name, type) => {
  const read = await sheetOf(file(name, "氏名"), wrongs);
  expect(read.ok && read.data.type).toBe(type);
  expect(read.ok && (await read.data.text())).toBe("氏名");
});

test.each(["名簿.xls", "名簿.xlsm", "名簿.pdf", "名簿", "csv"])(
  "Given%s_WhenItIsRead_ThenItIsRefusedHereAndNothingIsSent",
  async (name) => {
    const { staff, asked, now } = office();
    await staff.take(file(name));
    expect(now()).toMatchObject({ phase: "refused", file: name, problem: { status: 422 } });
    expect(asked()).toEqual([]);
  },
);

test("GivenAHugeFile_WhenItIsTaken_ThenItIsRefusedWithoutBeingRead", async () => {
  const huge = file("名簿.csv");
  Object.defineProperty(huge, "size", { value: 8 * 1024 * 1024 + 1 });
  huge.arrayBuffer = () => Promise.reject(new Error("read"));
  const { staff, now } = office();
  await staff.take(huge);
  expect(now()).toMatchObject({ phase: "refused", problem: { title: /大きすぎます/ } });
});

test("GivenAFileThatIsGone_WhenItIsTaken_ThenItIsRefusedInWords", async () => {
  const gone = file("名簿.csv");
  gone.arrayBuffer = () => Promise.reject(new Error("gone"));
  const { staff, asked, now } = office();
  await staff.take(gone);
  expect(now()).toMatchObject({ phase: "refused", problem: { title: /開けませんでした/ } });
  expect(asked()).toEqual([]);
});

test("GivenAFile_WhenItIsShownAndImported_ThenTheSameBytesAreSentTwice", async () => {
  const { sent, asked, now, take, run, answer } = office();
  await take();
  expect(now()).toEqual({ phase: "checking", file: "名簿.csv" });
  await answer(plan);
  expect(now()).toMatchObject({ phase: "planned", file: "名簿.csv", plan });
  await run();
  expect(now().phase).toBe("importing");
  await run();
  await answer(report);
  expect(now()).toEqual({ phase: "imported", plan, report });
  expect(asked()).toEqual(["preview", "run"]);
  expect(sent[0]?.[1]).toBe(sent[1]?.[1]);
});

test("GivenABadFile_WhenTheMendedOneIsTaken_ThenItIsAskedAbout", async () => {
  const { now, take, answer, refuse } = office();
  await take();
  await refuse(422, "directory.bad_sheet");
  expect(now()).toMatchObject({ phase: "refused", problem: { code: "directory.bad_sheet" } });
  await take();
  expect(now().phase).toBe("checking");
  await answer(plan);
  expect(now().phase).toBe("planned");
});

test("GivenAFileThatChangesNothing_WhenItIsToBeImported_ThenNothingIsSent", async () => {
  const { asked, take, run, answer } = office();
  await take();
  await answer(nothing);
  await run();
  expect(asked()).toEqual(["preview"]);
});

test.each([0, 429, 500, 503])(
  "GivenAnImport_WhenTheAnswerIs%iOrLost_ThenItIsInDoubtAndCanBeSentAgain",
  async (status) => {
    const { asked, now, take, run, answer, refuse } = office();
    await take();
    await answer(plan);
    await run();
    await refuse(status);
    expect(now()).toMatchObject({ phase: "planned", plan, inDoubt: { status } });
    await run();
    expect(now()).toMatchObject({ phase: "importing", inDoubt: undefined });
    await answer({ added: 0, changed: 0, unchanged: 5 });
    expect(now()).toMatchObject({ phase: "imported", report: { unchanged: 5 } });
    expect(asked()).toEqual(["preview", "run", "run"]);
  },
);

test("GivenADirectoryThatChangedMeanwhile_WhenTheImportIsRefused_ThenThereIsNothingToImport", async () => {
  const { asked, now, take, run, answer, refuse } = office();
  await take();
  await answer(plan);
  await run();
  await refuse(422, "directory.bad_sheet");
  expect(now()).toMatchObject({ phase: "refused", file: "名簿.csv" });
  await run();
  expect(asked()).toEqual(["preview", "run"]);
});

test("GivenTwoFilesAfterEachOther_WhenTheFirstIsAnsweredLate_ThenTheSecondCounts", async () => {
  const { now, take, answer } = office();
  await take("前.csv");
  await take("後.csv");
  await answer(nothing);
  expect(now()).toEqual({ phase: "checking", file: "後.csv" });
  await answer(plan);
  expect(now()).toMatchObject({ phase: "planned", file: "後.csv", plan });
});

test("GivenAnImportOnItsWay_WhenAnotherFileIsTaken_ThenItIsPassedOver", async () => {
  const { staff, asked, now, take, run, answer } = office();
  await take();
  await answer(plan);
  await run();
  await staff.take(file("別.csv"));
  expect(now()).toMatchObject({ phase: "importing", file: "名簿.csv" });
  await answer(report);
  expect(now().phase).toBe("imported");
  expect(asked()).toEqual(["preview", "run"]);
});

test("GivenAFileThatIsAskedAbout_WhenItIsDropped_ThenTheAnswerIsNotTaken", async () => {
  const { staff, now, take, answer } = office();
  await take();
  staff.drop();
  await answer(plan);
  expect(now()).toEqual({ phase: "choosing" });
});

test.each<[ImportReport, boolean]>([
  [report, false],
  [{ ...report, added: 0 }, true],
  [{ ...report, changed: 2 }, true],
  [{ ...report, unchanged: 4 }, true],
])("GivenAPlan_When%jIsReported_ThenItIsKnownWhetherItDiffers", (done, other) => {
  expect(differs(plan, done)).toBe(other);
});

test("GivenPlans_WhenAskedWhetherTheyAreNothing_ThenOnlyOneWithoutAnybodyIs", () => {
  expect(isNothing(nothing)).toBe(true);
  expect(isNothing({ ...nothing, added: ["new"] })).toBe(false);
  expect(isNothing({ ...nothing, changed: ["changed"] })).toBe(false);
});
