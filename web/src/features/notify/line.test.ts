import { expect, test } from "vitest";
import { createFakeTimer } from "../../platform/fake_timer.ts";
import { createLine, shown_ms, type Call } from "./line.ts";

const call = (room: string): Call => ({
  ...{ kind: "message", place: `room:${room}`, room, who: "佐藤 花子", group: undefined },
  text: "会議は14時からです。",
});
function line() {
  const { timer, pass } = createFakeTimer();
  return { line: createLine(timer), pass };
}

test("GivenALine_WhenNobodyTouchesIt_ThenItGoesByItself", () => {
  const { line: it, pass } = line();
  it.show(call("1"));
  pass(shown_ms - 1);
  expect(it.shown.get()).toEqual({ call: call("1"), others: 0 });
  pass(1);
  expect(it.shown.get()).toBeUndefined();
});

test("GivenALine_WhenMoreComes_ThenTheNewestIsShownAndTheRestIsCounted", () => {
  const { line: it, pass } = line();
  it.show(call("1"));
  pass(shown_ms - 1);
  it.show(call("2"));
  it.show(call("3"));
  pass(shown_ms - 1);
  expect(it.shown.get()).toEqual({ call: call("3"), others: 2 });
  it.close();
  it.show(call("4"));
  expect(it.shown.get()?.others).toBe(0);
});

test("GivenALineThatIsHeld_WhenTimePasses_ThenItStaysUntilItIsLetGo", () => {
  const { line: it, pass } = line();
  it.show(call("1"));
  it.hold();
  pass(10 * shown_ms);
  it.show(call("2"));
  pass(10 * shown_ms);
  expect(it.shown.get()?.others).toBe(1);
  it.letGo();
  pass(shown_ms);
  expect(it.shown.get()).toBeUndefined();
});

test("GivenALineClosedWhileHeld_WhenTheNextComes_ThenThatOneGoesByItself", () => {
  const { line: it, pass } = line();
  it.show(call("1"));
  it.hold();
  it.close();
  it.letGo();
  it.show(call("2"));
  pass(shown_ms);
  expect(it.shown.get()).toBeUndefined();
});

test("GivenAnUrgentLine_WhenTimePassesAndOthersCome_ThenItStaysUntilItIsClosed", () => {
  const urgent = { ...call("1"), urgent: "災害" } as Call;
  const { line: it, pass } = line();
  it.show(call("9"));
  it.show(urgent);
  pass(10 * shown_ms);
  it.show(call("2"));
  pass(10 * shown_ms);
  expect(it.shown.get()).toEqual({ call: urgent, others: 2 });
  it.show({ ...call("3"), urgent: "安否の確認" } as Call);
  expect(it.shown.get()).toMatchObject({ call: { room: "3" }, others: 3 });
  it.close();
  it.show(call("4"));
  pass(shown_ms);
  expect(it.shown.get()).toBeUndefined();
});
