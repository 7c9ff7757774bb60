import { beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import { createStore } from "../../platform/store.ts";
import type { Checked, Finding } from "../../platform/wire.ts";
import { createCheck, pause_ms, type DraftCheck } from "./check.ts";
import { emptyPolicy } from "./state.ts";
import { createUnwanted, type Unwanted } from "./unwanted.ts";

let time: ReturnType<typeof createFakeTimer>;
let asked: { text: string; answer: (answer: Answer<Checked>) => void }[];
let online: boolean;
let unwanted: Unwanted;
let check: DraftCheck;

const createTestCheck = () =>
  createCheck({
    ask: (text) => new Promise((answer) => asked.push({ text, answer })),
    timer: time.timer,
    online: () => online,
    unwanted,
  });

beforeEach(() => {
  time = createFakeTimer();
  asked = [];
  online = true;
  unwanted = createUnwanted(createStore(emptyPolicy), async () => {});
  check = createTestCheck();
});

const texts = () => asked.map((a) => a.text);
const hint = () => check.hint.get()?.clause;
const finding = (clause: string, mode: Finding["mode"] = "hint"): Finding => ({
  ...{ clause, measure: "main", code: "policy.test", mode, title: clause, instead: "" },
  ...{ ranges: [], drop: [] },
});
function pauseAt(text: string): void {
  check.typed(text);
  time.pass(pause_ms);
}
async function answer(...findings: Finding[]): Promise<void> {
  asked.at(-1)?.answer({ ok: true, data: { findings } });
  await settle();
}
async function fail(): Promise<void> {
  const problem = { status: 0, title: "", code: "test", request_id: "" };
  asked.at(-1)?.answer({ ok: false, problem });
  await settle();
}

describe("asking while somebody writes", () => {
  test("GivenSomebodyTyping_WhenTheyPause_ThenTheTextIsAskedAboutOnce", async () => {
    for (const text of ["会議", "会議は1", "会議は14時"]) {
      check.typed(text);
      time.pass(pause_ms - 1);
    }
    expect(texts()).toEqual([]);
    time.pass(1);
    expect(texts()).toEqual(["会議は14時"]);
  });

  test("GivenReceiversOutside_WhenTheAnswerComes_ThenNoHintSaysSoAgainAndTheirSheetStillAsks", async () => {
    pauseAt("会議は14時");
    const question = { ...finding("B3", "confirm"), measure: "note" };
    asked.at(-1)?.answer({ ok: true, data: { findings: [question], acknowledgement: "yes" } });
    await settle();
    expect(hint()).toBeUndefined();
    expect(check.verdict("会議は14時")).toMatchObject({ kind: "confirm", findings: [question] });
  });

  test("GivenAConversion_WhenItLasts_ThenNothingIsAskedUntilItEnds", () => {
    check.typed("会議は14時");
    check.converting();
    time.pass(10 * pause_ms);
    expect(texts()).toEqual([]);
    pauseAt("会議は14時から");
    expect(texts()).toEqual(["会議は14時から"]);
  });

  test("GivenAnAnswerDuringAConversion_WhenItComes_ThenNothingAppearsBeforeTheEnd", async () => {
    pauseAt("了解しました");
    check.converting();
    await answer(finding("5.2"));
    expect(hint()).toBeUndefined();
    check.typed("了解しました");
    expect(hint()).toBe("5.2");
  });

  test("GivenAnAnswer_WhenTheSameTextIsThereAgain_ThenItIsNotAskedAgain", async () => {
    pauseAt("了解しました");
    await answer(finding("5.2"));
    pauseAt("了解しました!");
    await answer();
    expect(hint()).toBeUndefined();
    pauseAt("了解しました");
    expect(texts()).toEqual(["了解しました", "了解しました!"]);
    expect(hint()).toBe("5.2");
  });

  test("GivenAQuestionOnItsWay_WhenTypingGoesOn_ThenTheNextWaitsAndTheOldAnswerIsNotShown", async () => {
    pauseAt("了解しました");
    pauseAt("了解しました。会議は");
    pauseAt("了解しました。会議は14時");
    expect(texts()).toEqual(["了解しました"]);
    await answer(finding("5.2"));
    expect(hint()).toBeUndefined();
    expect(texts()).toEqual(["了解しました", "了解しました。会議は14時"]);
  });

  test("GivenAQuestionOnItsWay_WhenTheSameTextIsTypedAgain_ThenItIsAskedOnce", async () => {
    pauseAt("了解しました");
    pauseAt("了解しました");
    await answer();
    expect(texts()).toEqual(["了解しました"]);
  });

  test("GivenNoLineOrAnError_WhenTyping_ThenThereIsSilenceAndTheTextMayBeSent", async () => {
    online = false;
    pauseAt("了解しました");
    expect(texts()).toEqual([]);
    online = true;
    pauseAt("了解しました");
    await fail();
    expect(hint()).toBeUndefined();
    expect(check.verdict("了解しました")).toEqual({ kind: "send" });
    pauseAt("了解しました");
    expect(texts()).toEqual(["了解しました", "了解しました"]);
  });

  test("GivenAShortText_WhenPaused_ThenNothingIsAsked", () => {
    pauseAt("はい");
    expect(texts()).toEqual([]);
  });

  test("GivenATextThatWasSent_WhenItsPauseWouldCome_ThenNothingIsAsked", () => {
    check.typed("会議は14時");
    check.typed("");
    time.pass(pause_ms);
    expect(texts()).toEqual([]);
  });
});

describe("what the answer is good for", () => {
  test("GivenAnAnswer_WhenTheTextIsAnother_ThenItSaysNothingOfSending", async () => {
    pauseAt("年休を申請します");
    await answer(finding("B6", "block"));
    expect(check.verdict("年休を申請します").kind).toBe("stop");
    expect(check.verdict("年休を申請します。").kind).toBe("send");
  });

  test("GivenAHintPutAway_WhenTheDraftGoesOn_ThenItStaysAway_AndAnotherDraftHasItAgain", async () => {
    pauseAt("了解しました");
    await answer(finding("5.2"));
    check.putAway("5.2");
    expect(hint()).toBeUndefined();
    pauseAt("了解しました。");
    await answer(finding("5.2"));
    expect(hint()).toBeUndefined();
    check.typed("");
    pauseAt("了解しました");
    await answer(finding("5.2"));
    expect(hint()).toBe("5.2");
  });

  test("GivenAStopPutAway_WhenItIsTakenOut_ThenItIsShown", async () => {
    pauseAt("年休を申請します");
    await answer(finding("B6", "block"));
    check.putAway("B6");
    expect(hint()).toBeUndefined();
    check.takeOut("B6");
    expect(hint()).toBe("B6");
  });

  test("GivenAClauseSilenced_WhenItOnlyHints_ThenItIsNeverShown_ButAQuestionIs", async () => {
    unwanted.add("B6");
    pauseAt("年休を申請します");
    await answer(finding("B6"));
    expect(hint()).toBeUndefined();
    pauseAt("年休を申請します。");
    await answer(finding("B6", "confirm"));
    expect(hint()).toBe("B6");
  });

  test("GivenAHint_WhenItsClauseIsSilencedByMistake_ThenItCanBeBroughtBack", async () => {
    pauseAt("了解しました");
    await answer(finding("5.2"));
    check.silence("5.2");
    expect(hint()).toBeUndefined();
    check.unsilence("5.2");
    expect(hint()).toBe("5.2");
  });
});
