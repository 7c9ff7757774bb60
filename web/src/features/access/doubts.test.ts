import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import type { Doubt, Problem } from "../../platform/wire.ts";
import { createDoubts, toAsk } from "./doubts.ts";

const use = { at: 1, device: "PC", browser: "Windows Chrome", site: "本所", here: true };
const doubt = (id: string, more: Partial<Doubt> = {}): Doubt => ({
  id,
  person: "5",
  kind: "places",
  told_at: 1,
  asks: true,
  uses: [use, { ...use, here: false }],
  ...more,
});

test("GivenSomeThatAskAndSomeThatWait_WhenOneIsShown_ThenItIsTheFirstThatAsksAndWasNotPutOff", () => {
  const doubts = [doubt("1", { asks: false }), doubt("2"), doubt("3")];
  expect(toAsk(doubts, new Set())?.id).toBe("2");
  expect(toAsk(doubts, new Set(["2"]))?.id).toBe("3");
  expect(toAsk(doubts, new Set(["2", "3"]))).toBeUndefined();
  expect(toAsk(undefined, new Set())).toBeUndefined();
});

test("GivenAList_WhenTheLineBreaksLater_ThenWhatWasKnownStays", async () => {
  const refused: Answer<never> = {
    ok: false,
    problem: { status: 0, code: "client.unreachable", title: "", request_id: "" } as Problem,
  };
  const answers: Answer<{ doubts: Doubt[] }>[] = [
    refused,
    { ok: true, data: { doubts: [doubt("1")] } },
    refused,
  ];
  const mine = createDoubts(() => Promise.resolve(answers.shift() ?? refused));
  await mine.load();
  expect(mine.state.get().problem?.code).toBe("client.unreachable");
  await mine.load();
  await mine.load();
  expect(mine.state.get()).toEqual({ doubts: [doubt("1")], problem: undefined });
});
