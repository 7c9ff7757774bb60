import { expect, test } from "vitest";
import type { Answer } from "../platform/api.ts";
import { createFakeTimer, settle } from "../platform/fake_timer.ts";
import { staffImportWords } from "../platform/i18n/staff_import.ts";
import type { ImportReport, ImportStanding } from "../platform/wire.ts";
import {
  barOf,
  createSheetImport,
  differs,
  isNothing,
  sheetOf,
  type SheetPlan,
} from "./sheet_import.ts";

const wrongs = staffImportWords().wrong;

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const file = (name: string, text = "氏名,フリガナ\r\n") => new File([text], name);
const nothing: SheetPlan = { added: [], changed: [], unchanged: 3 };
const plan: SheetPlan = { added: ["new"], changed: ["changed"], unchanged: 3 };
const report: ImportReport = { added: 1, changed: 1, unchanged: 3 };
const refusal = (status: number, code = "test") => ({ status, code, title: "", request_id: "" });

/** A server whose answers come when the test lets them. */
function office() {
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

const writing = { step: "writing", done: 4_000, of: 10_000 } as const;
const last = (key: string, at = 1) => ({ key, at, report });

test("GivenAnImport_WhenItGoesOn_ThenHowFarItHasComeIsSaidUntilItIsDone", async () => {
  const { now, take, run, answer, stands } = office();
  await take();
  await stands({ now: { step: "reading", done: 3, of: 10_000 } });
  expect(now()).toMatchObject({ phase: "checking", now: { step: "reading", done: 3 } });
  await answer(plan);
  await run();
  await stands({ now: writing });
  expect(now()).toMatchObject({ phase: "importing", now: writing });
  await stands({});
  expect(now()).toMatchObject({ phase: "importing", now: writing });
  await answer(report);
  await stands({ now: writing });
  expect(now()).toEqual({ phase: "imported", plan, report });
});

test("GivenAnAnswerThatIsLost_WhenTheServerGoesOn_ThenItsEndIsAwaitedAndSaid", async () => {
  const { keys, now, take, run, answer, refuse, stands, asked } = office();
  await take();
  await answer(plan);
  await run();
  await stands({ now: writing });
  await refuse(0);
  expect(now()).toMatchObject({ phase: "importing", now: writing });
  await stands({ last: last(keys[0] ?? "") });
  expect(now()).toEqual({ phase: "imported", plan, report });
  expect(asked()).toEqual(["preview", "run"]);
});

test("GivenAnAnswerThatIsLost_WhenTheLastResultIsOfAnother_ThenItIsInDoubt", async () => {
  const { now, take, run, answer, refuse, stands } = office();
  await stands({ last: last("another") });
  await take();
  await answer(plan);
  await run();
  await refuse(0);
  expect(now()).toMatchObject({ phase: "planned", inDoubt: { status: 0 } });
});

test("GivenAnImportThatWasLeft_WhenThePageIsOpenedAgain_ThenItIsFollowedToItsResult", async () => {
  const { staff, now, stands } = office();
  await stands({ now: writing, last: last("before") });
  void staff.open();
  await settle();
  expect(now()).toEqual({ phase: "following", now: writing });
  await staff.take(file("別.csv"));
  expect(now().phase).toBe("following");
  await stands({ now: { step: "following", done: 0 }, last: last("before") });
  expect(now()).toMatchObject({ now: { step: "following" } });
  await stands({ last: last("mine", 2) });
  expect(now()).toEqual({ phase: "imported", plan: undefined, report });
});

test("GivenACheckThatWasLeft_WhenItEnds_ThenAFileCanBeChosenAndTheLastResultStands", async () => {
  const { staff, now, stands } = office();
  await stands({ now: { step: "reading", done: 1, of: 2 }, last: last("before") });
  void staff.open();
  await settle();
  await stands({ last: last("before") });
  expect(now()).toEqual({ phase: "choosing", last: last("before") });
});

test("GivenAFileThatIsTakenAtOnce_WhenTheStandingComesLate_ThenTheFileCounts", async () => {
  const { staff, now, take } = office();
  const opening = staff.open();
  await take();
  await opening;
  expect(now().phase).toBe("checking");
});

test.each([
  [undefined, false, undefined],
  [{ step: "reading", done: 5, of: 10 }, true, 25],
  [{ step: "checking", done: 10, of: 10 }, true, 100],
  [{ step: "reading", done: 0 }, false, 0],
  [writing, false, 60],
  [{ step: "following", done: 0 }, false, 75],
] as const)("Given%j_WhenItIsAPreview%s_ThenTheBarIsAt%s", (now, preview, bar) => {
  expect(barOf(now, preview)).toBe(bar);
});
