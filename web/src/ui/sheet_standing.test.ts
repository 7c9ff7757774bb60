import { expect, test } from "vitest";
import { settle } from "../platform/fake_timer.ts";
import { barOf } from "./sheet_import.ts";
import { file, office, plan, report } from "./sheet_import_fixtures.ts";

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
